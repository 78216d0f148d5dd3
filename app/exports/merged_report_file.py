"""整改月报汇总 as a table: one row for each issue of each unit."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from app.domain.labels import CONFIDENTIALITY
from app.domain.ledger.merged_report import MergedReport
from app.domain.ledger.report_check import ZERO
from app.domain.ledger.steps import GoOn, StoppedError, step
from app.exports import report_sheet_parts as parts
from app.exports.clean_text import clean_text
from app.exports.fitted_rows import fitted_rows, line_count

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    *(("单位", 10.5), ("月报", 6.5), ("序号", 5), ("反馈问题", 17.5), ("进展", 11)),
    *(("整改工作情况", 28), ("存在问题", 17), ("下一步工作计划", 19)),
    *(("填报人", 7), ("审核人", 7), ("报送日期", 9.5)),
)
"""In characters of the table program: together as wide as A4 on its side, so that it prints in the size it has."""
FOOT = {0: "填报单位（盖章）：", 4: "填报人：", 6: "审核人：", 8: "填报日期："}
"""Columns where the parts of the last line begin, with room to write and to stamp."""
OVERALL = "单位整体情况"
_HEAD = 4
_EVERY = 50
_SIZE, _LINE, _MOST_LINES = 9.5, 13.8, 26
"""Points; lines of a row, so that it is lower than what a table program allows (409 points)."""
_LONG, _TITLE_AT = (5, 6, 7), 3
_ROOMS = tuple(max(1.5, (width * 7 - 4) / (_SIZE * 96 / 72) - 0.5) for _, width in COLUMNS)
"""Full characters on a line of each column: a width is in digits of the usual face, 7 pixels each."""
_TITLE, _TEXT, _HEADER, _CELL, _NUMBER, _DAY = "镜鉴标题", "镜鉴说明", "镜鉴表头", "镜鉴文字", "镜鉴数字", "镜鉴日期"
_Row = tuple[parts.Value, ...]


def merged_report_file(merged: MergedReport, go_on: GoOn | None = None) -> bytes:
    """``go_on`` is asked with issues done, of how many; raises StoppedError where the person cancelled."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    parts.begin(book, merged.heading, merged.day)
    sheet = cast("Worksheet", book.create_sheet("汇总"))
    rows = [one for row in merged_rows(merged) for one in fitted_rows(row, _ROOMS, _MOST_LINES, _LONG, _TITLE_AT)]
    _set_up(sheet, _HEAD + len(rows))
    looks = _looks(book, sheet)
    for style, text in (
        (_TITLE, merged.heading),
        (_TEXT, merged.count_words() + _spot_words(merged) + merged.progress_words()),
        (_TEXT, CONFIDENTIALITY),
    ):
        sheet.append([_cell(sheet, text, looks[style])])
    sheet.row_dimensions[_HEAD].height = 30.0
    sheet.append([_cell(sheet, name, looks[_HEADER]) for name, _ in COLUMNS])
    try:
        for number, row in enumerate(rows):
            sheet.row_dimensions[_HEAD + 1 + number].height = _height(row)
            sheet.append([_cell(sheet, value, looks[_kind(value)]) for value in row])
            if number % _EVERY == 0:
                step(go_on, number, len(rows))
        sheet.row_dimensions[_HEAD + 1 + len(rows)].height = 42.0
        sheet.append([_cell(sheet, FOOT.get(place, ""), looks[_TEXT]) for place in range(len(COLUMNS))])
        step(go_on, len(rows), len(rows))
    except StoppedError:
        cast("Any", sheet).close()  # or what was begun is torn down with noise
        raise
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def merged_rows(merged: MergedReport) -> Iterator[_Row]:
    """As they stand in the file. A unit that told nothing has a row too."""
    for part in merged.parts:
        report = part.report
        if report is None:
            yield (part.unit.name, part.state, None, "", "", "", "", "", "", "", None)
            continue
        end = (report.filled_by, report.reviewed_by, date.fromisoformat(report.submitted_on))
        if report.zero_reason:
            yield (part.unit.name, part.state, None, ZERO, "", f"原因：{report.zero_reason}", "", "", *end)
        if not report.overall.blank:
            yield (part.unit.name, part.state, None, OVERALL, "", *report.overall.texts(), *end)
        for item in report.items:
            progress = merged.progress.get(item.issue, "")
            yield (part.unit.name, part.state, item.number, item.title, progress, *item.text.texts(), *end)


def _spot_words(merged: MergedReport) -> str:
    return f"抽查名单：{'、'.join(merged.spot_checks)}。" if merged.spot_checks else ""


def _looks(book: "Workbook", sheet: "Worksheet") -> dict[str, Any]:
    """What openpyxl makes of each style, by its name. Named, and worked out once: to give each cell a style of its own
    takes most of the time."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    line = Side(style="thin", color="808080")
    border = Border(left=line, right=line, top=line, bottom=line)
    for name, face, shown, side in (
        *((_CELL, parts.FACE, "@", "left"), (_HEADER, parts.HEAD_FACE, "@", "center")),
        *((_NUMBER, parts.FACE, "General", "center"), (_DAY, parts.FACE, "yyyy-mm-dd", "center")),
    ):
        font, wrap = Font(name=face, size=_SIZE), Alignment(horizontal=side, vertical="center", wrap_text=True)
        book.add_named_style(NamedStyle(name, font=font, border=border, alignment=wrap, number_format=shown))
    for name, face, points in ((_TITLE, parts.TITLE_FACE, 16.0), (_TEXT, parts.FACE, 10.5)):
        book.add_named_style(NamedStyle(name, font=Font(name=face, size=points), number_format="@"))
    looks = {}
    for name in (_TITLE, _TEXT, _HEADER, _CELL, _NUMBER, _DAY):
        pattern: Any = WriteOnlyCell(sheet)
        pattern.style = name
        looks[name] = pattern._style
    return looks


def _kind(value: parts.Value) -> str:
    return _CELL if isinstance(value, str) else _DAY if isinstance(value, date) else _NUMBER


def _cell(sheet: "Worksheet", value: parts.Value, look: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet)
    cell.value = clean_text(value)[: parts.LONGEST] if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula, whatever it begins with
    cell._style = look  # last: a day brings one of its own
    return cell


def _height(row: _Row) -> float:
    """Points; no table program makes rows taller by itself when it opens a file."""
    texts = ((value, room) for value, room in zip(row, _ROOMS, strict=True) if isinstance(value, str))
    return min(409.0, 6 + _LINE * max(line_count(text, room) for text, room in texts))


def _set_up(sheet: "Worksheet", last: int) -> None:
    from openpyxl.utils import get_column_letter

    for place, (_, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    letter = get_column_letter(len(COLUMNS))
    sheet.freeze_panes = f"B{_HEAD + 1}"
    sheet.auto_filter.ref = f"A{_HEAD}:{letter}{last}"
    parts.set_up(sheet, _HEAD, f"A1:{letter}{last + 1}")
