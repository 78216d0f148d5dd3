"""A month that is merged later: what it says of the ledger is what the ledger said when the month was over."""

from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest

from app.domain.ledger.measure import MeasureState
from app.domain.ledger.monthly_report import ReportText
from tests.unit.fakes import FakeClock
from tests.unit.ledgers import measure
from tests.unit.months import noon, words
from tests.unit.services.ledger.office import Office

MARCH = "2026-03"
THEN = "正在整改，措施完成 1/3"


@pytest.fixture
def clock():
    clock = FakeClock()
    noon(clock, date(2026, 3, 20))
    return clock


@pytest.fixture
def office(tmp_path, clock):
    made = Office(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def issue_id(office):
    """Reported in March with one of three measures finished."""
    made = office.started()
    office.issues.finish_measure(made, 1, "已停发 3 户", (office.prove(made, "一"),))
    reports = office.services.reports
    report = reports.sheet(office.campaign, office.units[0], MARCH).report
    said = ReportText(*(words(MARCH, 0, field) for field in range(3)))
    reports.submit(replace(report.with_text(made, said), filled_by="张某", reviewed_by="李某"))
    return made


def progress(office):
    made = office.services.collection.merged(office.campaign, MARCH)
    return made.progress, made.progress_on


def test_while_the_month_lasts_it_is_todays(office, issue_id, clock):
    assert progress(office) == ({issue_id: THEN}, date(2026, 3, 20))
    noon(clock, date(2026, 3, 31))
    office.issues.finish_measure(issue_id, 2, "已追回 1,420 元", (office.prove(issue_id, "二"),))
    assert progress(office) == ({issue_id: "正在整改，措施完成 2/3"}, date(2026, 3, 31))


def test_what_is_done_after_the_month_does_not_come_into_its_report(office, issue_id, clock):
    noon(clock, date(2026, 4, 2))
    assert progress(office) == ({issue_id: THEN}, date(2026, 3, 31))
    office.issues.finish_measure(issue_id, 2, "已追回 1,420 元", (office.prove(issue_id, "二"),))
    office.issues.finish_measure(issue_id, 3, "已拍照存档 3 次", (office.prove(issue_id, "三"),))
    office.issues.add_measure(issue_id, measure(4, state=MeasureState.OPEN))
    later = office.add()
    noon(clock, date(2026, 6, 10))
    office.issues.void(issue_id, "并入另一个问题")
    assert progress(office) == ({issue_id: THEN}, date(2026, 3, 31))
    assert later not in progress(office)[0]


def test_both_files_say_on_which_day_it_stood_so(office, issue_id, clock, tmp_path):
    noon(clock, date(2026, 11, 22))
    office.issues.finish_measure(issue_id, 2, "已追回 1,420 元", (office.prove(issue_id, "二"),))
    text, table = office.services.collection.write_merged(office.campaign, MARCH, tmp_path / "汇总")
    lines = "\n".join(paragraph.text for paragraph in docx.Document(str(text)).paragraphs)
    cells = [str(cell.value) for row in openpyxl.load_workbook(table)["汇总"].iter_rows() for cell in row]
    for said in (lines, "\n".join(cells)):
        assert "进展截至 2026-03-31" in said and THEN in said and "2/3" not in said


def test_a_clock_that_ran_ahead_for_a_day_hides_nothing(office, issue_id, clock):
    """Done on a 20 March that the PC took for one in 2027; its clock was put right before the next thing was done."""
    noon(clock, date(2027, 3, 20))
    office.issues.finish_measure(issue_id, 2, "已追回 1,420 元", (office.prove(issue_id, "二"),))
    noon(clock, date(2026, 3, 21))
    office.issues.finish_measure(issue_id, 3, "已拍照存档 3 次", (office.prove(issue_id, "三"),))
    noon(clock, date(2026, 4, 2))
    assert progress(office)[0] == {issue_id: "正在整改，措施完成 3/3"}


def test_the_report_of_one_unit_says_it_too_on_screen_and_on_paper(office, issue_id, clock):
    key = (office.campaign, office.units[0], MARCH)
    noon(clock, date(2026, 6, 2))
    office.issues.finish_measure(issue_id, 2, "已追回 1,420 元", (office.prove(issue_id, "二"),))
    late = office.add()  # registered after March was over
    office.services.reports.begin_correction(*key)
    sheet = office.services.reports.sheet(*key)
    assert [(row.state, row.done) for row in sheet.rows] == [("正在整改", "措施完成 1/3")]
    path = office.services.ledger_documents.write_month(sheet, office.folder)
    document = docx.Document(str(path))
    said = [*(one.text for one in document.paragraphs)]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("进展截至 2026-03-31" in one for one in said) and "正在整改\n措施完成 1/3" in said
    april = office.services.reports.sheet(office.campaign, office.units[0], "2026-04")
    assert {row.issue: (row.state, row.done) for row in april.rows} == {
        issue_id: ("正在整改", "措施完成 1/3"),
        late: ("当月以后登记", ""),
    }
    june = office.services.reports.sheet(office.campaign, office.units[0], "2026-06")
    assert {row.issue: row.state for row in june.rows} == {issue_id: "正在整改", late: "待定措施"}
