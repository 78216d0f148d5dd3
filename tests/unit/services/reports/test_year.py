"""Eighteen units, twelve months: forms out, filled in as people do it, back in, urged, merged."""

import random
import shutil
from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest

from app.domain.ledger.monthly_report import ReportState
from app.exports.merged_report_file import COLUMNS, merged_rows
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.months import NAMES, campaign, fill, noon, row_of, zero

UNITS = 18
MONTHS = tuple(f"2026-{number:02}" for number in range(1, 13))


def renamed(path):
    path.rename(path.with_name(f"报表{abs(hash(path.name)) % 10**6}（最终版）.xlsx"))


def unprotected(book):
    for sheet in book:
        sheet.protection.sheet = False
    sheet = book["填报"]
    row = row_of(sheet, "整改工作情况") + 1
    sheet.cell(row, 6).value = f"{sheet.cell(row, 6).value}\r\n　附：名单１份　"


@pytest.fixture(scope="module")
def clock():
    return FakeClock()


@pytest.fixture(scope="module")
def services(tmp_path_factory, clock):
    opened = House(tmp_path_factory.mktemp("house") / "data", clock).open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def year(services, clock, tmp_path_factory):
    """What was handed in, by (unit, month), and the folder of each month."""
    chance, tmp_path = random.Random(6), tmp_path_factory.mktemp("year")
    noon(clock, date(2026, 1, 5))
    name, units = campaign(services, UNITS, 2)
    expected = {}
    for number, month in enumerate(MONTHS, 1):
        folder = tmp_path / month
        noon(clock, date(2026, number, 5))
        services.collection.write_forms(name, month, folder)
        for place, unit in enumerate(units):
            (path,) = folder.glob(f"{month} {NAMES[place]} *.xlsx")
            kind = "零报告" if place == 3 and number in (4, 5, 6) else chance.choice(["已报"] * 6 + ["未报", "迟报"])
            expected[unit, month] = kind
            if kind == "未报":
                path.unlink()
                continue
            fill(path, zero if kind == "零报告" else unprotected if place % 3 == 0 else None, month)
            if place % 4 == 0:
                renamed(path)
        late = [place for place, unit in enumerate(units) if expected[unit, month] == "迟报"]
        noon(clock, date(2026, number, 25))
        preview = services.collection.read_folder(name, month, folder)
        assert not preview.refused and not preview.conflicts
        on_time = [form.file for form in preview.matched if units.index(form.unit) not in late]
        services.collection.accept(preview, on_time, reviewer="整改办王某")
        noon(clock, date(2026, number, 28))
        if late:
            services.collection.accept(services.collection.read_folder(name, month, folder))
    return name, units, expected, tmp_path


def test_a_year_of_collecting(year, services):
    name, units, expected, folder = year
    grid = services.reports.grid(name)
    assert {key: cell.words for key, cell in grid.cells.items()} == expected
    assert [(one.unit, one.months) for one in grid.spot_checks] == [(units[3], ("2026-04", "2026-05", "2026-06"))]
    flagged = [key for key, cell in grid.cells.items() if cell.flags]
    assert len(flagged) < len(grid.cells) / 4, flagged

    owing = next(month for month in reversed(MONTHS) if "未报" in [expected[unit, month] for unit in units])
    path = services.collection.write_urge(name, owing, folder)
    urged = [row.cells[1].text for row in docx.Document(str(path)).tables[0].rows][1:]
    assert urged == [NAMES[place] for place, unit in enumerate(units) if expected[unit, owing] == "未报"]

    for month in ("2026-05", owing):
        merged_equals_the_ledger(services, name, month, folder)
    assert services.reports.history(name, units[0], "2026-01")[-1].words in ("报送", "更正")


def merged_equals_the_ledger(services, name, month, folder):
    made = services.collection.merged(name, month)
    text, table = services.collection.write_merged(name, month, folder / "汇总")
    sheet = openpyxl.load_workbook(table)["汇总"]
    head = row_of(sheet, COLUMNS[0][0])
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 1)]
    assert rows.pop()[0] == "填报单位（盖章）："
    assert len(rows) == len(list(merged_rows(made)))
    for shown, row in zip(rows, merged_rows(made), strict=True):
        assert [value.date() if hasattr(value, "date") else value or "" for value in shown] == [
            value if value is not None else "" for value in row
        ]
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(text)).paragraphs)
    for part in made.parts:
        assert part.unit.name in words
        for item in part.report.items if part.report else ():
            assert all(said in words for said in item.text.texts())


def test_a_copied_month_is_flagged_in_the_preview_and_can_be_let_pass(year, services, clock, tmp_path):
    name, units, expected, _ = year
    month = next(month for month in MONTHS[1:] if expected[units[1], month] == "已报")
    report = services.reports.sheet(name, units[1], month).report
    noon(clock, date(2026, 12, 30))
    services.reports.send_back(name, units[1], month, "与上月相同")
    (path,) = services.collection.write_forms(name, month, tmp_path / "再发", (units[1],))
    last = services.reports.sheet(name, units[1], month).last
    book = openpyxl.load_workbook(path)
    sheet = book["填报"]
    row = row_of(sheet, "整改工作情况") + 1
    for column, said in zip((6, 7, 8), last.items[0].text.texts(), strict=True):
        sheet.cell(row, column).value = said
    for label in ("填报人", "审核人"):
        found = next(cell for line in sheet.iter_rows() for cell in line if cell.value == label)
        sheet.cell(found.row, found.column + 1).value = "张某"
    book.save(path)
    preview = services.collection.read_folder(name, month, path.parent)
    (form,) = preview.matched
    assert "与上月几乎相同" in form.flags[0].words and form.asked and form.differences
    services.collection.accept(preview)
    grid = services.reports.grid(name)
    cell = grid.cell(units[1], month)
    assert cell.flags == len(form.flags) and cell.version == report.version + 1 and cell.state is ReportState.SUBMITTED
    services.reports.overrule(name, units[1], month, form.flags[0].place, "确实还是同一批名单")
    assert services.reports.grid(name).cell(units[1], month).flags == cell.flags - 1


def test_the_log_holds_every_version_and_is_whole(year, services):
    name, units, expected, _ = year
    stored = services.reports.version(name, units[0], next(m for m in MONTHS if expected[units[0], m] != "未报"), 1)
    assert stored.version == 1
    journal = services.reports._desk.journal
    assert not journal.broken()
    told = [payload["version"] for _, _, _, _, payload in journal.events("report.submitted")]
    assert len(told) == sum(kind != "未报" for kind in expected.values())


def test_files_are_alike_where_nothing_changed(year, services, tmp_path):
    """A second set beside the first, never over it."""
    name, *_ = year
    first = services.collection.write_merged(name, "2026-05", tmp_path / "汇总")
    second = services.collection.write_merged(name, "2026-05", tmp_path / "汇总")
    assert not set(first) & set(second)
    sheets = [openpyxl.load_workbook(BytesIO(paths[1].read_bytes()))["汇总"] for paths in (first, second)]
    assert [[cell.value for cell in row] for row in sheets[0]] == [[cell.value for cell in row] for row in sheets[1]]
    shutil.rmtree(tmp_path / "汇总")
