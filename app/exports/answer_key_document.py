"""答案与解析: for the marker, and for the talk afterwards."""

from collections.abc import Mapping, Sequence

from app.domain.printed_paper import PrintedPaper
from app.domain.printed_question import PrintedQuestion
from app.domain.printed_section import PrintedSection
from app.domain.printed_unit import PrintedUnit
from app.domain.question import QuestionKind
from app.exports import house_style as style
from app.exports.answer_key_words import answer_words, point_lines, reason_label, sources
from app.exports.house_document import HouseDocument
from app.exports.paper_head import write_foot
from app.exports.question_writer import add_words
from app.exports.text_run import add_text

_WARNING = "阅卷和讲评用。开考以前由专人保管，不与试卷放在一起。"
_PER_ROW = 10
_PER_ROW_WIDE = 5
_INDENT = style.BODY_SIZE * 2


class AnswerKeyDocument:
    def __init__(self, paper: PrintedPaper, case_titles: Mapping[str, str]) -> None:
        """``case_titles``: slug → title, to name where a question comes from."""
        self._paper, self._case_titles = paper, case_titles
        self._document = HouseDocument(f"{paper.head} 答案与解析（{paper.code}）", paper.day)

    def to_bytes(self) -> bytes:
        document, paper = self._document, self._paper
        document.title(paper.head)
        document.line(f"答案与解析（{paper.letter}卷）", centred=True)
        document.line(f"卷号 {paper.code}。{_WARNING}", style.SMALL, centred=True)
        glance = self._write_glance()
        for section in paper.sections:
            heading = document.heading(section.heading)
            heading.paragraph_format.page_break_before = section.place == 1 and glance
            if section.kind is QuestionKind.MULTIPLE:
                how = document.line(section.how(paper.multiple), style.SMALL)
                how.paragraph_format.keep_with_next = True
            for unit in section.units:
                self._write_unit(unit, section)
        write_foot(document, paper, sealed=False)
        return document.to_bytes()

    def _write_glance(self) -> bool:
        """All answers that are letters, on a page to lay beside an answer sheet; False where there are none."""
        lettered = [one for one in self._paper.questions if one.right]
        if not lettered:
            return False
        self._document.heading("答案速查")
        for section in self._paper.sections:
            questions = [one for one in section.questions if one.right]
            per_row = _PER_ROW if all(len(one.right) <= 4 for one in questions) else _PER_ROW_WIDE
            for start in range(0, len(questions), per_row):
                self._write_glance_row(questions[start : start + per_row], per_row, section.title if not start else "")
        return True

    def _write_glance_row(self, questions: Sequence[PrintedQuestion], per_row: int, title: str) -> None:
        mark = self._document.mark()
        if title:
            self._document.line(title, style.SMALL)
        label = 16.0
        each = (style.TEXT_WIDTH - label) / per_row
        table = self._document.table([label, *[each] * per_row], 2)
        for row, word in enumerate(("题号", "答案")):
            table.write(row, 0, word, face=style.HEAD_FACE)
        for column in range(per_row):
            one = questions[column] if column < len(questions) else None
            table.write(0, column + 1, str(one.number) if one else "")
            table.write(1, column + 1, one.right if one else "")
        self._document.keep_from(mark)

    def _write_unit(self, unit: PrintedUnit, section: PrintedSection) -> None:
        if unit.scenario:
            self._document.heading(section.name(unit), level=2)
        for one in unit.questions:
            mark = self._document.mark()
            self._write_question(one, "" if section.even and not unit.scenario else f"（{one.score} 分）")
            self._document.keep_from(mark)

    def _write_question(self, one: PrintedQuestion, worth: str) -> None:
        """Two paragraphs, not one a line: a long chain of paragraphs is not kept together by every program."""
        first, *others = answer_words(one) or ["要点"]
        answer = self._document.line(f"{one.number}.", indent=_INDENT, hanging=_INDENT)
        add_words(answer, "\n".join([f"{first}{worth}", *others]))
        remarks = [("", words) for words in point_lines(one)]
        if one.question.explanation:
            remarks.append(("解析", one.explanation))
        remarks += [(reason_label(one, key), reason) for key, reason in one.reasons]
        if named := sources(one.question, self._case_titles):
            remarks.append(("出处", named))
        if remarks:
            self._write_remarks(remarks)

    def _write_remarks(self, remarks: Sequence[tuple[str, str]]) -> None:
        paragraph = self._document.line(name=style.SMALL, indent=_INDENT)
        for place, (label, words) in enumerate(remarks):
            if place:
                paragraph.add_run().add_break()
            if label:
                add_text(paragraph, f"{label}：", face=style.HEAD_FACE)
            add_text(paragraph, words)
