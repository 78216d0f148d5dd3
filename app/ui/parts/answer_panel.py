"""What is said of a question once it is answered: verdict, right answer, why, why not, and on what ground."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_words import reasons, right_answer_lines
from app.domain.marking import Verdict
from app.domain.question import Question, QuestionKind
from app.domain.reference import ArticleReference
from app.domain.shown_letters import in_shown_letters
from app.services.library_service import LibraryService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.answer_panel_words import VERDICTS

_CARDS = {"green": "green", "amber": "amber", "red": "soft", "ink": "ink"}


class AnswerPanel(QWidget):
    """``shown`` is the order of the options on screen; ``note`` a sentence beside the verdict (wrong-answer book).

    The question may be a snapshot: the library is asked only whether the places it names can still be opened.
    """

    article_requested = Signal(str)
    """Base of a reference: 条例@2023/124."""
    fact_requested = Signal(str, int)
    """Id of the case, and the number of the fact in it."""

    def __init__(
        self,
        question: Question,
        verdict: Verdict,
        library: LibraryService,
        shown: tuple[str, ...] = (),
        note: str = "",
        parent: QWidget | None = None,
        *,
        word: str = "",
    ) -> None:
        """``word`` stands in the place of the verdict's own."""
        super().__init__(parent)
        self._question, self._library, self._shown = question, library, shown
        own_word, tone, icon = VERDICTS[verdict]
        word = word or own_word
        self._said = word
        self.setAccessibleName(word)
        head = row(IconLabel(icon, 22, tone, True), Label(word, 17, tone, bold=True), None, spacing=8)
        items: list[Item] = [head]
        if note:
            items.append(Paragraph(note, 15, "text2"))
        items += self._right_answer()
        items += self._explanation()
        items += self._reasons()
        if grounds := self._grounds():
            items.append(grounds)
        self.setLayout(column(Card(column(*items, margins=(20, 14, 20, 14), spacing=10), _CARDS[tone])))

    def verdict_words(self) -> str:
        """The verdict as shown."""
        return self._said

    def _right_answer(self) -> list[Item]:
        lines = right_answer_lines(self._question, self._shown)
        if not lines:
            return []
        return [_captioned("正确答案", [Paragraph(line, 16, bold=True, line=1.5) for line in lines])]

    def _explanation(self) -> list[Item]:
        text = in_shown_letters(self._question, self._shown, self._question.explanation)
        return [_captioned("为什么", [Paragraph(text, 16, line=1.65)])] if text else []

    def _reasons(self) -> list[Item]:
        entries = reasons(self._question, self._shown)
        if not entries:
            return []
        lines: list[QWidget] = []
        for option, reason in entries:
            said = in_shown_letters(self._question, self._shown, reason)
            shown = [Paragraph(option, 15, "text2", line=1.5)] if option else []
            lines.append(boxed(column(*shown, Paragraph(said, 16, line=1.6), spacing=2)))
        ordered = self._question.kind in (QuestionKind.ORDER, QuestionKind.BLANKS)
        return [_captioned("容易错在" if ordered else "其他选项", lines)]

    def _grounds(self) -> QWidget | None:
        links: list[QWidget] = []
        written = dict.fromkeys([*self._question.articles, *(a for p in self._question.points for a in p.articles)])
        for reference in map(ArticleReference.parse, written):
            if reference is not None:
                links.append(self._article(reference))
        links += self._facts()
        if not links:
            return None
        flow = QWidget()
        flow.setLayout(FlowLayout(*links, spacing=4))
        return _captioned("依据", [flow], gap=4)

    def _article(self, reference: ArticleReference) -> QWidget:
        found = self._library.article(reference.base) if self._library.ready else None
        if found is None:
            return Label(f"{reference.words}（条文未收录）", 15, "text3")
        link = button(reference.words, "link", tip=f"{found[0].title}{reference.words_without_name}")
        link.clicked.connect(lambda: self.article_requested.emit(reference.base))
        return link

    def _facts(self) -> list[QWidget]:
        if not self._question.facts or not self._question.case:
            return []
        case = self._library.case_of(self._question.case) if self._library.ready else None
        if case is None:
            return [Label("案情（案例已不在内容中）", 15, "text3")]
        made: list[QWidget] = []
        for number in self._question.facts:
            link = button(f"案情【{number}】", "link", tip=f"《{case.title}》案情【{number}】")
            link.clicked.connect(lambda _=False, fact=number: self.fact_requested.emit(case.id, fact))
            made.append(link)
        return made


def _captioned(caption: str, content: list[Paragraph] | list[QWidget], gap: float = 10) -> QWidget:
    """A caption in a column of its own, and what belongs to it."""
    heading = Label(caption, 15, "text2", bold=True)
    heading.setFixedWidth(heading.fontMetrics().horizontalAdvance("正确答案") + 8)
    side = column(heading, None)
    return boxed(row(side, (column(*content, spacing=8), 1), spacing=gap))
