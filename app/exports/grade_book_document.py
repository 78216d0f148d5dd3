"""The 成绩册 as a Word document: the table as wide as a page that lies on its side, further results under it."""

from collections.abc import Iterator
from datetime import date, datetime

from app.domain.grade_book import COLUMNS, FOOT, GradeBook, Value
from app.exports.document_origin import DocumentOrigin
from app.exports.form import SMALL_FIVE, Block, Form, FormTable, Heading, Note
from app.exports.form_paper import FormPaper

_WIDTHS = (9.0, 17.0, 26.0, 14.0, 10.0, 11.0, 11.0, 13.0, 17.0, 17.0, 13.0, 17.0, 25.0, 52.0)
"""Millimetres of the columns; together as wide as the page's text."""
_BESIDES = (("姓名", 40.0), ("科室", 60.0), ("工号", 32.0), ("成绩", 20.0), ("开考时间", 40.0), ("核验码", 60.0))
_LEFT = ("科室", "备注")
_EACH = 3
"""Columns of a further result."""


class GradeBookDocument(FormPaper):
    def __init__(self, book: GradeBook, day: str) -> None:
        """``day``: ISO date on which the file is made."""
        super().__init__(DocumentOrigin(day))
        self._book, self._day = book, day

    def form(self) -> Form:
        titles = [title for title, _ in COLUMNS]
        columns = tuple(zip(titles, _WIDTHS, strict=True))
        rows = tuple(tuple(_text(value) for value in row[: len(COLUMNS)]) for row in self._book.rows)
        left = tuple(titles.index(one) for one in _LEFT)
        table = FormTable(columns, rows, left, size=SMALL_FIVE, name="成绩册")
        blocks: list[Block] = [*(Note(line) for line in self._book.lines), table]
        if besides := tuple(self._besides()):
            blocks += [Heading("另有的成绩"), FormTable(_BESIDES, besides, (1,), size=SMALL_FIVE, name="另有的成绩")]
        return Form(self._book.title, date.fromisoformat(self._day), tuple(blocks), signs=FOOT)

    def _besides(self) -> Iterator[tuple[str, ...]]:
        for row in self._book.rows:
            more = row[len(COLUMNS) :]
            for at in range(0, len(more), _EACH):
                score, begun, code = more[at : at + _EACH]
                if score is not None:
                    yield (*(_text(value) for value in row[1:4]), _text(score), _text(begun), _text(code))


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%m-%d %H:%M}"  # the year stands above the table
    return f"{value:g}" if isinstance(value, float) else str(value)
