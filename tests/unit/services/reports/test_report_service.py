"""A unit's month: typed, handed in, corrected, sent back."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.events import ReportChanged
from app.domain.ledger.monthly_report import MonthlyReport, ReportState, ReportText
from tests.unit.months import campaign, noon

MARCH, APRIL = "2026-03", "2026-04"


@pytest.fixture
def office(services, clock):
    noon(clock, date(2026, 3, 20))
    name, units = campaign(services)
    return services.reports, name, units[0], units


def written(report: MonthlyReport, salt: str = "3") -> MonthlyReport:
    for item in report.items:
        number = f"{item.number}{salt}"
        march = (
            *(f"核对名单{number}户，停发{number}户", f"缺少{number}份火化证明，已去函"),
            f"{number}日前完成首批入户，两人签字",
        )
        later = (f"追回多发{number}元并入账", "无", f"与财政局联调比对接口{number}次")
        report = report.with_text(item.issue, ReportText(*(march if salt == "3" else later)))
    return replace(report, filled_by="张某", reviewed_by="李某")


def test_a_month_begins_with_a_row_for_every_open_issue(office):
    reports, name, unit, _ = office
    sheet = reports.sheet(name, unit, MARCH)
    assert [row.title for row in sheet.rows] == ["死亡人员没有按月停发低保金", "入户核查只有一人签字"]
    assert sheet.draft and not sheet.locked and sheet.due == date(2026, 3, 25) and len(sheet.wanting) == 8


def test_what_is_typed_survives_a_kill_and_is_no_event(office, house, heard):
    reports, name, unit, _ = office
    before = house.profile.parent
    half = reports.sheet(name, unit, MARCH).report
    half = half.with_text(half.items[0].issue, ReportText("核对了 12 户"))
    heard.clear()
    reports.keep(half)
    assert before.exists() and not heard
    assert reports.sheet(name, unit, MARCH).rows[0].text.work == "核对了 12 户"
    assert not reports.history(name, unit, MARCH)


def test_a_month_is_submitted_once_and_locked(office, heard):
    reports, name, unit, _ = office
    made = reports.submit(written(reports.sheet(name, unit, MARCH).report))
    assert (made.version, made.submitted_on) == (1, "2026-03-20")
    assert isinstance(heard[-1], ReportChanged) and heard[-1].kind == "report.submitted"
    assert reports.sheet(name, unit, MARCH).locked
    assert reports.grid(name).cell(unit, MARCH).state is ReportState.SUBMITTED
    with pytest.raises(UserError, match="更正"):
        reports.keep(made.with_text("", ReportText("改一句")))


def test_what_is_wanting_is_said_with_its_place_and_what_was_typed_is_kept(office):
    reports, name, unit, _ = office
    half = reports.sheet(name, unit, MARCH).report
    half = half.with_text(half.items[0].issue, ReportText("核对了 12 户", "无", "下月再核对 30 户"))
    with pytest.raises(UserError, match=r"没有报送.*问题 2：“整改工作情况”还没有填"):
        reports.submit(half)
    assert reports.sheet(name, unit, MARCH).rows[0].text.work == "核对了 12 户"


def test_a_correction_needs_a_reason_and_the_old_version_stays_readable(office):
    reports, name, unit, _ = office
    first = reports.submit(written(reports.sheet(name, unit, MARCH).report))
    draft = reports.begin_correction(name, unit, MARCH).report
    changed = draft.with_text("", ReportText("更正：停发 5 户", "无", "下月 5 日前复核 5 户"))
    with pytest.raises(UserError, match="写明原因"):
        reports.submit(changed)
    second = reports.submit(changed, "户数写错")
    assert second.version == 2 and second.first_on == "2026-03-20"
    assert reports.version(name, unit, MARCH, 1) == first
    assert [(one.words, one.reason, one.version) for one in reports.history(name, unit, MARCH)] == [
        ("更正", "户数写错", 2),
        ("报送", "", 1),
    ]


def test_a_returned_month_is_open_again_and_keeps_its_reason(office):
    reports, name, unit, _ = office
    reports.submit(written(reports.sheet(name, unit, MARCH).report))
    with pytest.raises(UserError, match="写明原因"):
        reports.send_back(name, unit, MARCH, " ")
    reports.send_back(name, unit, MARCH, "没有写停发的户数")
    sheet = reports.sheet(name, unit, MARCH)
    assert not sheet.locked and sheet.report.returned_reason == "没有写停发的户数"
    assert reports.grid(name).cell(unit, MARCH).state is ReportState.RETURNED
    again = reports.submit(written(sheet.report, "4"))
    assert again.version == 2 and again.reason == "退回后重报" and not again.returned_reason
    assert reports.version(name, unit, MARCH, 1).returned_reason == "没有写停发的户数"
    with pytest.raises(UserError, match="更正"):
        reports.keep(again)


def test_a_copied_text_keeps_it_back_until_it_is_explained(office, clock):
    reports, name, unit, _ = office
    march = reports.submit(written(reports.sheet(name, unit, MARCH).report))
    noon(clock, date(2026, 4, 20))
    april = reports.sheet(name, unit, APRIL)
    assert april.last == march and april.rows[0].last.plan.startswith("13日前")
    draft = written(april.report, "48")
    draft = draft.with_text(draft.items[0].issue, march.items[0].text)
    sheet = reports.keep(draft)
    places = {flag.place.rpartition("/")[2] for flag in sheet.flags}
    assert places == {"work", "problems", "plan"}
    with pytest.raises(UserError, match="与上月几乎相同"):
        reports.submit(draft)
    for flag in sheet.flags:
        sheet = reports.overrule(name, unit, APRIL, flag.place, "名单仍是同一批，工作没有变化")
    assert not sheet.flags
    assert len(reports.submit(sheet.report).overruled) == 3


def test_an_overruling_can_be_taken_back_while_it_is_a_draft(office):
    reports, name, unit, _ = office
    draft = written(reports.sheet(name, unit, MARCH).report)
    place = f"{draft.items[0].issue}/work"
    draft = draft.with_text(draft.items[0].issue, replace(draft.items[0].text, work="高度重视，扎实推进"))
    assert [flag.place for flag in reports.keep(draft).flags] == [place]
    assert not reports.overrule(name, unit, MARCH, place, "会议已部署，下月报户数").flags
    assert [flag.place for flag in reports.overrule(name, unit, MARCH, place, "").flags] == [place]
    with pytest.raises(UserError, match="没有提示"):
        reports.overrule(name, unit, MARCH, "/plan", "没有提示也说明")


def test_nothing_new_is_said_with_a_reason_and_drops_the_texts(office):
    reports, name, unit, _ = office
    draft = replace(reports.sheet(name, unit, MARCH).report, zero_reason="无", filled_by="张某", reviewed_by="李某")
    with pytest.raises(UserError, match="写明原因"):
        reports.submit(draft)
    made = reports.submit(replace(draft, zero_reason="本月没有到期的措施"))
    assert made.items == () and reports.grid(name).cell(unit, MARCH).state is ReportState.ZERO


def test_two_months_of_nothing_new_are_on_the_list_to_look_at(office, clock):
    reports, name, unit, _ = office
    for number in (3, 4):
        noon(clock, date(2026, number, 20))
        sheet = reports.sheet(name, unit, f"2026-0{number}")
        reports.submit(replace(sheet.report, zero_reason="本月没有到期的措施", filled_by="张某", reviewed_by="李某"))
    (check,) = reports.grid(name).spot_checks
    assert check.unit == unit and check.months == (MARCH, APRIL)


def test_months_without_a_report_stay_visible(office, clock):
    reports, name, unit, units = office
    noon(clock, date(2026, 5, 26))
    grid = reports.grid(name)
    assert [grid.cell(unit, month).words for month in grid.months[:6]] == ["未报"] * 5 + [""]
    assert (
        grid.count_words("2026-05") == f"0/{len(units)}"
        and grid.cell(unit, "2026-05").overdue_by(date(2026, 5, 26)) == 1
    )


def test_home_is_told_what_is_due_within_five_days_and_what_is_overdue(office, clock, services):
    reports, name, unit, units = office
    standing = services.ledger.campaign(name)
    days = ((units[1], 10), (units[2], 28))
    services.ledger.change_campaign(replace(standing, since=date(2026, 3, 1), due_days=days))
    rows = reports.reminders()
    assert [(row.days, row.units) for row in rows] == [(-10, (units[1],)), (5, (units[0],))]
    assert rows[0].words == "3 月整改月报逾期 10 天：财务股未报"
    assert rows[1].words == "3 月整改月报 25 日前报送：还有 5 天，办公室未报"
    reports.submit(written(reports.sheet(name, unit, MARCH).report))
    assert [row.units for row in reports.reminders()] == [(units[1],)]


def test_a_month_that_has_not_begun_or_is_of_no_campaign_is_refused(office):
    reports, name, unit, _ = office
    with pytest.raises(UserError, match="还没有到"):
        reports.sheet(name, unit, APRIL)
    with pytest.raises(UserError, match="起止时间"):
        reports.sheet(name, unit, "2027-01")


def test_a_security_grading_is_not_kept(office):
    reports, name, unit, _ = office
    report = reports.sheet(name, unit, MARCH).report.with_text("", ReportText("秘密★ 一年"))
    with pytest.raises(UserError, match="密级"):
        reports.keep(report)


def test_the_office_says_who_has_looked_at_it(office):
    reports, name, unit, _ = office
    reports.submit(written(reports.sheet(name, unit, MARCH).report))
    reports.check(name, unit, MARCH, "王某")
    assert reports.grid(name).cell(unit, MARCH).checked_by == "王某"
    assert reports.history(name, unit, MARCH)[0].words == "整改办审核"


def test_a_returned_month_has_been_looked_at_by_nobody_until_it_is_looked_at_again(office):
    reports, name, unit, _ = office
    reports.submit(written(reports.sheet(name, unit, MARCH).report))
    reports.check(name, unit, MARCH, "王某")
    reports.send_back(name, unit, MARCH, "没有写停发的户数")
    assert reports.grid(name).cell(unit, MARCH).checked_by == ""
    assert reports.sheet(name, unit, MARCH).report.checked_by == ""
    assert reports.version(name, unit, MARCH, 1).checked_by == ""
    with pytest.raises(UserError, match="已经退回"):
        reports.check(name, unit, MARCH, "王某")
    again = reports.submit(written(reports.sheet(name, unit, MARCH).report, "4"))
    assert again.checked_by == "" and reports.grid(name).cell(unit, MARCH).checked_by == ""
    reports.check(name, unit, MARCH, "周某")
    assert reports.grid(name).cell(unit, MARCH).checked_by == "周某"
    told = [(one.words, one.reason) for one in reports.history(name, unit, MARCH)]
    assert told[-2] == ("整改办审核", "") and told[-3] == ("退回", "没有写停发的户数")


def test_a_kill_between_typing_and_submitting_loses_nothing(house, clock):
    noon(clock, date(2026, 3, 20))
    services = house.open()
    name, units = campaign(services)
    services.reports.keep(written(services.reports.sheet(name, units[0], MARCH).report))
    services.reports.submit(written(services.reports.sheet(name, units[1], MARCH).report))
    services.close()
    again = house.open()
    assert again.reports.sheet(name, units[0], MARCH).rows[0].text.work.startswith("核对名单")
    assert again.reports.grid(name).cell(units[1], MARCH).version == 1
    again.close()
