"""整改月报表: what a department fills in that has nothing installed. Only the cells to fill in can be changed."""

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.labels import CONFIDENTIALITY
from app.domain.ledger import report_form as words
from app.domain.ledger.report_check import FIELDS, MOST_NAME, MOST_REASON, MOST_TEXT
from app.domain.ledger.report_form import FormRow, ReportForm
from app.exports import report_sheet_parts as parts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    *((words.NUMBER, 5), (words.TITLE, 26), (words.STATE, 13), (words.LAST_PLAN, 26)),
    *((name, width) for name, width in zip(FIELDS.values(), (36, 28, 30), strict=True)),
)
_FIRST, _ENTRY, _LAST = 2, 6, 8
"""The key and the issues' ids stand in the hidden first column; then the table; the entries begin at ``_ENTRY``."""
_TO_FILL = "FFF8E1"
_ROOM = 6
"""Lines that a row has at least; it grows while one types."""
_GUIDE = (
    "只填浅黄色的格子，其他格子已经锁定。",
    "“填报”：每个问题的三格都要填。写本月做了什么、什么时候、多少件（户、人、元），不写形容词。",
    "没有存在问题的，“存在问题”写“无”；另外两格不能只写“无”：没有进展的写原因，下一步写做什么、何时做完。",
    "“上月计划”是上个月报的下一步工作计划，请对照着写完成了没有；照抄上月的文字会被标出来。",
    "“单位情况”：写本科室（单位）整改工作的整体情况，没有可以不填。",
    "“本月无新增”：本月确实没有新情况的，选“本月无新增”并写明原因，“填报”一张表就不用填。",
    "最后在“填报”表下面填填报人、审核人、填报日期。",
    "直接在这个文件里填，用 WPS 或 Excel 保存为 xlsx 后交回。文件名可以改；不要另存成 et、xls。",
    "不要加行、删行，不要用公式。",
    "发现新问题，不要加在这张表里，请另外告诉整改办登记。",
)


def report_form_file(form: ReportForm) -> bytes:
    from openpyxl import Workbook
    from openpyxl.workbook.protection import WorkbookProtection

    book = Workbook()
    title = f"{form.title}整改月报（{form.month[:4]} 年 {int(form.month[5:])} 月）"
    parts.begin(book, title, form.day)
    sheet = book.active
    assert sheet is not None
    sheet.title = words.SHEETS[0]
    first, last = _write_items(sheet, form, title)
    _write_overall(book, form)
    _write_choice(book, form)
    _write_guide(book)
    for one in book.worksheets:
        one.protection.sheet = True
        one.protection.formatRows = one.protection.formatColumns = False  # False: allowed
    book.security = WorkbookProtection(lockStructure=True)
    out = BytesIO()
    book.save(out)
    return _growing(out.getvalue(), first, last)


def _write_items(sheet: "Worksheet", form: ReportForm, title: str) -> tuple[int, int]:
    """The first and the last row of the table."""
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions["A"].hidden = True
    parts.put(sheet, 1, 1, form.key.to_text())
    for place, (_, width) in enumerate(_COLUMNS, _FIRST):
        sheet.column_dimensions[get_column_letter(place)].width = width
    until = f"{form.due.year} 年 {form.due.month} 月 {form.due.day} 日"
    lines = [(CONFIDENTIALITY, 16.0), (f"填报单位：{form.unit_name}　　　请于 {until}前交回整改办", 18.0)]
    if form.returned:
        lines.append((f"上次退回的原因：{form.returned}", 32.0))
    lines.append((_GUIDE[0] + _GUIDE[1] + "本月没有新情况的，填“本月无新增”。详见“怎么填”。", 32.0))
    parts.write_heading(sheet, 1, title, _FIRST, _LAST, 28, True)
    for row, (text, height) in enumerate(lines, 2):
        parts.write_heading(sheet, row, text, _FIRST, _LAST, height, False)
    head = len(lines) + 2
    for place, (name, _) in enumerate(_COLUMNS, _FIRST):
        shown = f"{name}（{int(form.last_month[5:])} 月）" if name == words.LAST_PLAN and form.last_month else name
        parts.put(sheet, head, place, shown, face=parts.HEAD_FACE)
        _centre(sheet, head, place)
    sheet.row_dimensions[head].height = 24
    parts.rule(sheet, [head], range(_FIRST, _LAST + 1))
    for row, one in enumerate(form.rows, head + 1):
        _write_row(sheet, row, one, head + 1)
    last = head + len(form.rows)
    _limit(sheet, f"{get_column_letter(_ENTRY)}{head + 1}:{get_column_letter(_LAST)}{max(last, head + 1)}", MOST_TEXT)
    _write_foot(sheet, last + 1, form.unit_name)
    sheet.freeze_panes = f"D{head + 1}"
    parts.set_up(sheet, head, f"B1:H{last + 2}")
    return head + 1, last


def _write_row(sheet: "Worksheet", row: int, one: FormRow, first: int) -> None:
    """``first``: the row of the table whose looks the others have."""
    entries = one.text.texts()
    told: tuple[parts.Value, ...] = (one.issue, one.number, one.title, one.progress, one.last_plan)
    if row > first:
        for place, value in enumerate((*told, *(text or None for text in entries)), 1):
            parts.put_like(sheet, row, place, value, first)
    else:
        for place, value in enumerate(told, 1):
            parts.put(sheet, row, place, value)
        _centre(sheet, row, _FIRST)
        parts.rule(sheet, [row], range(_FIRST, _ENTRY))
        for place, text in enumerate(entries, _ENTRY):
            _entry(sheet, row, place, text)
    texts = ("", one.title, one.progress, one.last_plan, *one.text.texts())
    most = max(parts.lines_of(text, width) for text, (_, width) in zip(texts, _COLUMNS, strict=True))
    sheet.row_dimensions[row].height = min(409.0, 6 + parts.LINE * max(_ROOM, most))


def _write_foot(sheet: "Worksheet", row: int, unit_name: str) -> None:
    """The stamp, and three cells to fill in."""
    from openpyxl.styles import Alignment

    parts.put(sheet, row, _FIRST, f"填报单位（盖章）：{unit_name}")
    sheet.merge_cells(start_row=row, start_column=_FIRST, end_row=row + 1, end_column=_FIRST + 1)
    for line, place, name in ((row, 4, words.FILLED_BY), (row, 6, words.REVIEWED_BY), (row + 1, 4, words.FILLED_ON)):
        parts.put(sheet, line, place, name)
        sheet.cell(line, place).alignment = Alignment(horizontal="right", vertical="center")
        _entry(sheet, line, place + 1, "")
    _limit(sheet, f"E{row}", MOST_NAME)
    _limit(sheet, f"G{row}", MOST_NAME)
    sheet.row_dimensions[row].height = sheet.row_dimensions[row + 1].height = 26


def _write_overall(book: "Workbook", form: ReportForm) -> None:
    sheet = book.create_sheet(words.SHEETS[1])
    plan = {"plan": form.last_plan}
    rows = [(name, plan.get(field, ""), getattr(form.overall, field)) for field, name in FIELDS.items()]
    _write_answers(sheet, f"{form.unit_name}：单位情况", "写本科室（单位）整改工作的整体情况。没有可以不填。", rows)
    _limit(sheet, "D4:D6", MOST_TEXT)


def _write_choice(book: "Workbook", form: ReportForm) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.create_sheet(words.SHEETS[2])
    note = f"有新情况的，这一张不用填。没有的，在下面选“{words.NO_NEWS}”，再写明原因（不少于 4 个字）。"
    hints = ("点格子右边的小三角选", "如：本月没有到期的措施，核对安排在下月")
    rows = [(words.CHOICE, hints[0], words.NEWS), (words.CHOICE_REASON, hints[1], "")]
    _write_answers(sheet, f"{form.unit_name}：{words.NO_NEWS}", note, rows, "提示")
    choice = DataValidation(
        type="list", formula1=f'"{words.NEWS},{words.NO_NEWS}"', allow_blank=False, showErrorMessage=True
    )
    choice.errorTitle, choice.error = "请从列表里选", f"只能选“{words.NEWS}”或“{words.NO_NEWS}”。"
    sheet.add_data_validation(choice)
    choice.add("D4")
    _limit(sheet, "D5", MOST_REASON)


def _write_answers(
    sheet: "Worksheet", title: str, note: str, rows: list[tuple[str, str, str]], middle: str = words.LAST_PLAN
) -> None:
    """A table of what is asked, what was planned (or a hint) and what is answered, from the third row on."""
    for letter, width in zip("ABCD", (2, 20, 42, 76), strict=True):
        sheet.column_dimensions[letter].width = width
    parts.write_heading(sheet, 1, title, 2, 4, 28, True)
    parts.write_heading(sheet, 2, f"{note}{CONFIDENTIALITY}", 2, 4, 32, False)
    for place, name in enumerate((words.ITEM, middle, words.ENTRY), 2):
        parts.put(sheet, 3, place, name, face=parts.HEAD_FACE)
        _centre(sheet, 3, place)
    for row, (name, plan, text) in enumerate(rows, 4):
        parts.put(sheet, row, 2, name)
        parts.put(sheet, row, 3, plan)
        _entry(sheet, row, 4, text)
        most = max(parts.lines_of(plan, 42), parts.lines_of(text, 76))
        sheet.row_dimensions[row].height = min(409.0, 6 + parts.LINE * max(_ROOM if len(rows) > 2 else 3, most))
    parts.rule(sheet, range(3, 4 + len(rows)), range(2, 5))
    sheet.freeze_panes = "A4"
    parts.set_up(sheet, 3, f"B1:D{3 + len(rows)}")


def _write_guide(book: "Workbook") -> None:
    sheet = book.create_sheet(words.SHEETS[3])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 2, 120
    parts.write_heading(sheet, 1, "怎么填", 2, 2, 28, True)
    for row, text in enumerate((*_GUIDE, CONFIDENTIALITY), 2):
        parts.put(sheet, row, 2, f"{row - 1}. {text}" if row - 2 < len(_GUIDE) else text, 12)
        sheet.row_dimensions[row].height = 8 + 17 * parts.lines_of(text, 104)
    parts.set_up(sheet, 0, f"B1:B{len(_GUIDE) + 2}")


def _entry(sheet: "Worksheet", row: int, column: int, text: str) -> None:
    """A cell to fill in."""
    from openpyxl.styles import Alignment, PatternFill, Protection

    parts.put(sheet, row, column, text or None)
    cell = sheet.cell(row, column)
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.protection = Protection(locked=False)
    cell.fill = PatternFill("solid", fgColor=_TO_FILL)
    parts.rule(sheet, [row], [column])


def _centre(sheet: "Worksheet", row: int, column: int) -> None:
    from openpyxl.styles import Alignment

    sheet.cell(row, column).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _limit(sheet: "Worksheet", area: str, most: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="textLength", operator="lessThanOrEqual", formula1=str(most), allow_blank=True, showErrorMessage=True
    )
    rule.errorTitle, rule.error = "太长了", f"这一格最多 {most} 字。"
    sheet.add_data_validation(rule)
    rule.add(area)


def _growing(data: bytes, first: int, last: int) -> bytes:
    """The rows of the table with their heights as a beginning: openpyxl can only write fixed ones, in which a text that
    is typed would be cut off."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = re.sub(
                    rb'<row r="(\d+)"([^>]*?) customHeight="1"',
                    lambda row: b'<row r="%b"%b' % row.groups() if first <= int(row[1]) <= last else row[0],
                    content,
                )
            new.writestr(part, content)
    return out.getvalue()
