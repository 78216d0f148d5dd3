"""The bank beside a fixed paper: found by words, topic and kind, looked at, put on the paper."""

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.bank import Whole
from app.domain.errors import UserError
from app.domain.question import QuestionKind
from app.services.question_finder import QuestionFinder
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.search_field import SearchField
from app.ui.kit.tab_order import tab_through
from app.ui.paper_editor.picker_row import PickerRow
from app.ui.paper_editor.question_preview import QuestionPreview
from app.ui.paper_editor.rule_choices import RuleChoices

PAGE, PAUSE_MS = 30, 200


class Picker(QWidget):
    """The rows are one tab stop: arrows go from button to button, up and down from question to question."""

    put_wanted = Signal(tuple)
    take_out_wanted = Signal(tuple)
    """Ids of a question, or of all parts of a 案例分析."""

    def __init__(
        self, finder: QuestionFinder, choices: RuleChoices, on_paper: Collection[str], parent: QWidget | None = None
    ) -> None:
        """``on_paper``: ids of the questions that are on the paper already."""
        super().__init__(parent)
        self._finder, self._on_paper, self._shown = finder, set(on_paper), PAGE
        self._rows: list[PickerRow] = []
        self._roving = Roving(self)
        self._field = SearchField("题干、选项或解析里的字，如 低保 公示", "在题库里查找")
        topics = [("", "全部专题"), *((option.key, option.words) for option in choices.topics)]
        kinds = [("", "全部题型"), *((kind.value, kind.value) for kind in QuestionKind)]
        self._topic, self._kind = ChoiceField("专题", topics, least=8), ChoiceField("题型", kinds, width=130)
        self._count = Label("", 14, "text2")
        self._more = button(f"再显示 {PAGE} 题", "default")
        self._place = column(spacing=8)
        body = column(self._place, row(None, self._more, None), None, margins=(18, 4, 18, 18), spacing=10)
        self._scroll = ScrollPage(boxed(body))
        filters = column(self._field, row((self._topic, 1), self._kind), self._count, margins=(18, 4, 18, 4), spacing=8)
        self.setLayout(column(filters, (self._scroll, 1), spacing=0))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._field.textChanged.connect(lambda _: self._pause.start())
        self._topic.currentIndexChanged.connect(lambda _: self._begin())
        self._kind.currentIndexChanged.connect(lambda _: self._begin())
        self._more.clicked.connect(self._show_more)
        self._begin()

    def rows(self) -> list[PickerRow]:
        """What was found, as far as it is shown."""
        return list(self._rows)

    def _begin(self) -> None:
        self._shown = PAGE
        self._roving.set_members([])
        clear(self._place)
        self._rows = []
        self._fill(0)
        self._scroll.scroll_to(0)

    def _show_more(self) -> None:
        before, self._shown = self._shown, self._shown + PAGE
        self._fill(before)
        if len(self._rows) > before:
            self._rows[before].take_focus()

    def _fill(self, first: int) -> None:
        kind = QuestionKind(self._kind.chosen()) if self._kind.chosen() else None
        try:
            found = self._finder.find(self._field.text(), self._topic.chosen(), kind, self._shown)
            for whole in found.wholes[first:]:
                self._place.addWidget(self._row(whole))
        except UserError as error:
            self._count.setText("")
            self._place.addWidget(Paragraph(str(error), 16, "red"))
            return
        more = self._shown < found.total
        self._count.setText(f"共 {found.total} 题" + (f"，先显示 {self._shown} 题" if more else ""))
        self._more.setVisible(more)
        if not found.total:
            words = "没有找到这样的题。试试更短的词，或把专题、题型改成“全部”。"
            self._place.addWidget(Paragraph(words, 16, "text2"))
        stops = [stop for one in self._rows for stop in one.stops()]
        self._roving.set_members(stops, self._roving.current() if first else 1)
        tab_through(*stops, self._more)

    def _row(self, whole: Whole) -> PickerRow:
        parts = self._finder.parts(whole.ids)
        made = PickerRow(whole, parts, bool(self._on_paper & set(whole.ids)), self)
        self._rows.append(made)
        made.toggled.connect(lambda on: self._toggle(whole, on))
        made.preview_wanted.connect(lambda: QuestionPreview(self, parts).open())
        return made

    def _toggle(self, whole: Whole, on: bool) -> None:
        if on:
            self._on_paper.update(whole.ids)
            self.put_wanted.emit(whole.ids)
        else:
            self._on_paper.difference_update(whole.ids)
            self.take_out_wanted.emit(whole.ids)
