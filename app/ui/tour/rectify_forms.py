"""One month on forms: written out, filled in with an office program, collected in a folder, read and taken."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_check import FIELDS
from app.domain.ledger.report_form import ENTRY, FILLED_BY, FILLED_ON, ITEM, NO_NEWS, REVIEWED_BY
from app.ui.rectify.collection_preview import CollectionPreviewView
from app.ui.tour.rectify_office import ELDERLY, HOME, OFFICE_HEAD, OFFICES
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError, children

LOST = "殡仪馆"
"""Whose form does not come back."""


def collect(year: RectifyYear, month: int, filled: Callable[[int, int], MonthlyReport]) -> None:
    """One form is refused, one comes twice and different, one does not come."""
    stage, folder = year.stage, year.folder / "三月填报表"
    folder.mkdir()
    year.go("collection", (year.campaign, f"{year.year}-{month:02}"))
    year.press_with_file("导出填报表", folder)
    forms = {one.name: next(folder.glob(f"* {one.name} *.xlsx")) for one in OFFICES}
    (year.folder / "整改月报填报表.xlsx").write_bytes(forms[OFFICES[0].name].read_bytes())
    for place, one in enumerate(OFFICES):
        _fill(forms[one.name], filled(place, month), f"{year.day(month, 20 + place % 4)}")
    forms[LOST].unlink()
    _spoil(forms[HOME.name])
    _send_again(forms[ELDERLY.name])
    year.press_with_file("读取", folder)
    preview = _view(year).preview
    if (len(preview.refused), len(preview.conflicts), len(preview.matched)) != (1, 1, len(OFFICES) - 3):
        raise TourError(f"收回的填报表读得不对：{preview}")
    stage.shot("改23-收回的填报表")
    year.write("整改办审核人", OFFICE_HEAD)
    stage.press(f"{ELDERLY.name}：收“{forms[ELDERLY.name].stem}（改后）")
    stage.quick_shot("改23-同一单位两份-选一份")
    stage.press(f"收下选中的 {len(OFFICES) - 2} 份")
    stage.quick_shot("改24-收下之后的月报网格")


def _view(year: RectifyYear) -> CollectionPreviewView:
    return children(year.page, CollectionPreviewView)[-1]


def _fill(path: Path, report: MonthlyReport, day: str) -> None:
    """As a person does with WPS: the yellow cells only."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    if report.zero_reason:
        other = book[NO_NEWS]
        column = next(cell.column for row in other.iter_rows() for cell in row if cell.value == ENTRY)
        other.cell(4, column).value, other.cell(5, column).value = NO_NEWS, report.zero_reason
    else:
        first = next(cell for row in sheet.iter_rows() for cell in row if cell.value == FIELDS["work"])
        for row, item in enumerate(report.items, first.row + 1):
            for column, text in enumerate(item.text.texts(), first.column):
                sheet.cell(row, column).value = text
        _fill_unit(book.worksheets[1], report)
    for label, words in ((FILLED_BY, report.filled_by), (REVIEWED_BY, report.reviewed_by), (FILLED_ON, day)):
        found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == label)
        sheet.cell(found.row, found.column + 1).value = words
    book.save(path)


def _fill_unit(sheet: Any, report: MonthlyReport) -> None:
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == ENTRY)
    asked = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == ITEM)
    for row in range(1, sheet.max_row + 1):
        name = next((key for key, words in FIELDS.items() if sheet.cell(row, asked).value == words), "")
        if name:
            sheet.cell(row, column).value = getattr(report.overall, name)


def _spoil(path: Path) -> None:
    """One of the three texts was forgotten."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == FIELDS["plan"])
    sheet.cell(head.row + 1, head.column).value = None
    book.save(path)


def _send_again(path: Path) -> None:
    """The same department sends a second one with another figure."""
    import openpyxl

    again = path.with_name(path.stem + "（改后）.xlsx")
    shutil.copyfile(path, again)
    book = openpyxl.load_workbook(again)
    sheet = book.worksheets[0]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == FIELDS["work"])
    cell = sheet.cell(head.row + 1, head.column)
    cell.value = f"{cell.value}另追回多报补贴1,200元。"
    book.save(again)
