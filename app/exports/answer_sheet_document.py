"""答题卡: where the answers go, ready for a marker's eye."""

from collections.abc import Sequence

from app.domain.printed_paper import PrintedPaper
from app.domain.printed_question import PrintedQuestion
from app.domain.printed_section import PrintedSection
from app.domain.question import QuestionKind
from app.exports import house_style as style
from app.exports.house_document import HouseDocument, rule_to
from app.exports.house_table import HouseTable
from app.exports.paper_document import SEAL_FIELDS
from app.exports.paper_head import write_foot, write_held, write_points_table
from app.exports.question_writer import lines_to_write
from app.exports.seal_line import add_seal_line
from app.exports.text_run import add_text

_NOTE = "选择题、判断题涂黑选中的方括号，其他题用黑色笔写；改动先划去，再写清楚。"
_COLUMNS = {2: 5, 3: 4, 4: 4, 5: 3, 6: 2}
"""Options of a question → questions in a row of the grid."""
_GAP = "\u00a0"


class AnswerSheetDocument:
    def __init__(self, paper: PrintedPaper) -> None:
        self._paper = paper
        self._document = HouseDocument(f"{paper.head} 答题卡（{paper.code}）", paper.day)

    def to_bytes(self) -> bytes:
        document, paper = self._document, self._paper
        add_seal_line(document, SEAL_FIELDS, every_page=True)
        document.title("答题卡")
        document.line(f"{paper.head}（{paper.letter}卷）", centred=True)
        write_held(document, paper)
        write_points_table(document, paper)
        document.line(_NOTE, style.SMALL)
        for section in paper.sections:
            self._write_section(section)
        write_foot(document, paper, sealed=False)
        return document.to_bytes()

    def _write_section(self, section: PrintedSection) -> None:
        self._document.heading(section.heading)
        if chosen := [one for one in section.questions if one.question.kind.chooses]:
            self._write_grid(chosen)
        for one in section.questions:
            if not one.question.kind.chooses:
                mark = self._document.mark()
                self._write_room(one, section)
                self._document.keep_from(mark)

    def _write_grid(self, questions: Sequence[PrintedQuestion]) -> None:
        """Numbers run down the columns, as on the cards that people know; no column is empty."""
        most = _COLUMNS.get(max(len(one.marks) for one in questions), 2)
        rows = -(-len(questions) // most)
        columns = -(-len(questions) // rows)
        mark = self._document.mark()
        table = self._document.table([style.TEXT_WIDTH / most] * columns, rows)
        for row in range(rows):
            table.set_height(row, style.SMALL_LINE + 3)
        for place in range(rows * columns):
            row, column = place % rows, place // rows
            if place < len(questions):
                self._write_marks(table, row, column, questions[place])
            else:
                table.write(row, column, "")
        if rows <= 20:
            self._document.keep_from(mark)

    def _write_marks(self, table: HouseTable, row: int, column: int, one: PrintedQuestion) -> None:
        paragraph = table.write(row, column, "", centred=False)
        add_text(paragraph, f"{one.number:>3}".replace(" ", "\u2007") + _GAP * 2, bold=True)
        add_text(paragraph, (_GAP * 2).join(f"[{mark}]" for mark in one.marks), size=style.NOTE_SIZE)

    def _write_room(self, one: PrintedQuestion, section: PrintedSection) -> None:
        number = f"{one.number}." if section.even and not one.question.group else f"{one.number}.（{one.score} 分）"
        match one.question.kind:
            case QuestionKind.BLANKS:
                for place in range(1, len(one.question.answer) + 1):
                    lead = f"{number}（{place}）" if len(one.question.answer) > 1 else number
                    paragraph = self._document.line(lead if place == 1 else f"{_GAP * 6}（{place}）")
                    rule_to(paragraph, style.TEXT_WIDTH)
            case QuestionKind.ORDER:
                self._write_order(one, number)
            case _:
                self._document.line(number)
                for _ in range(lines_to_write(one)):
                    self._document.ruled_line()

    def _write_order(self, one: PrintedQuestion, number: str) -> None:
        paragraph = self._document.line(number)
        for place in range(len(one.options)):
            add_text(paragraph, f"{_GAP}→{_GAP}" if place else _GAP * 2)
            add_text(paragraph, _GAP * 10, underline=True)
