"""整改台账 as a Word document: one row an issue, on sheets that lie on their side."""

from collections.abc import Iterator

from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn, step
from app.exports import form_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.fitted_rows import fitted_rows
from app.exports.form import SMALL_FIVE, group_starts, shown
from app.exports.form_table import room, write_form_table
from app.exports.ledger_lines import COLUMNS, table_line

_WIDTHS = (9.0, 17.0, 23.0, 18.0, 53.6, 12.2, 12.4, 12.4, 12.0, 17.8, 12.4, 12.2, 22.2, 17.8)
_LEFT, _LONG = (1, 2, 3, 4, 12), (2, 3, 4, 12)
_MOST_LINES = 25
"""Of a row, so that a page with the title holds it."""
_EVERY, _NARROW = 50, 15.0


class LedgerTableDocument:
    """``annex`` is 「附件2」 where it is one."""

    def __init__(
        self, extract: LedgerExtract, origin: DocumentOrigin, go_on: GoOn | None = None, annex: str = ""
    ) -> None:
        """``go_on`` is asked with issues done, of how many."""
        self._extract, self._origin, self._go_on, self._annex = extract, origin, go_on, annex

    def to_bytes(self) -> bytes:
        """Raises StoppedError where the person cancelled."""
        extract = self._extract
        document = parts.wide_document(f"{extract.campaign.title}整改台账", extract.day, self._annex)
        parts.write_note(document, f"{extract.count_words()}　截至 {extract.day:%Y-%m-%d}")
        columns = [(_broken(name, width), width) for name, width in zip(COLUMNS, _WIDTHS, strict=True)]
        write_form_table(document, columns, self._rows(), _LEFT, SMALL_FIVE)
        if extract.gaps:
            parts.write_note(document, extract.gaps)
        parts.write_sign_line(document)
        parts.write_form_foot(document, self._origin)
        made = document.to_bytes()
        step(self._go_on, extract.size, extract.size)
        return made

    def _rows(self) -> Iterator[list[str]]:
        rooms = [room(width, SMALL_FIVE[0]) for width in _WIDTHS]
        heads = group_starts(self._extract.groups)
        for done, (number, entry) in enumerate(self._extract.lines()):
            if done % _EVERY == 0:
                step(self._go_on, done, self._extract.size)
            if done in heads:
                yield [heads[done]]
            for line in fitted_rows(table_line(self._extract, number, entry), rooms, _MOST_LINES, _LONG, 1):
                yield [shown(value) for value in line]


def _broken(name: str, width: float) -> str:
    """In the middle, where a column is narrower than its name."""
    half = len(name) // 2
    return name if width > _NARROW or len(name) < 4 else f"{name[:half]}\n{name[half:]}"
