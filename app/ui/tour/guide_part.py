"""What the user guide pictures besides the other parts: pages of those who organise, with something in them."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.attendance import Attendee
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.domain.ledger.ledger_unit import UnitKind
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.self_check import Finding
from app.domain.meeting import MeetingKind, MeetingPart, PartKind
from app.ui.tour.stage import Stage

PEOPLE = "周明 李晓 王建 赵敏 陈立 孙悦".split()
PROBLEMS = (
    ("入户核查缺少第二签名", "1—8月46份核查表中9份第二签名缺失", Dimension.OVERSIGHT, 0),
    ("死亡人员没有按月停发", "去年9月有3户死亡后仍发放2个月", Dimension.SYSTEM, 0),
    ("护理补贴发放没有逐户回访", "二季度120户中回访31户", Dimension.AWARENESS, 1),
    ("接待用餐没有事前审批单", "上半年5次接待中2次没有审批单", Dimension.AWARENESS, 2),
)
MEASURES = (
    "入户核查实行随机配对，两人同到、当场双签",
    "近三年代签件全部复核，问题件十日内纠正",
    "每月抽查核查影像二十份并通报结果",
)


def play_guide(stage: Stage) -> None:
    if stage.services.profiles.first_run:
        stage.services.profiles.describe("周明", "某县民政局", "组织学习")
        stage.restart()
    _prepare_lesson(stage)
    _prepare_meeting(stage)
    _show_people(stage)
    stage.go("unit_exam_new")
    stage.quick_shot("组织统考")
    _rectify(stage)


def _prepare_lesson(stage: Stage) -> None:
    case = stage.services.library.cases()[0]
    deck = stage.services.decks.make(case.id)
    stage.go("deck_edit", deck.id)
    stage.settle(0.6)
    stage.quick_shot("备课")


def _prepare_meeting(stage: Stage) -> None:
    meetings, case = stage.services.meetings, stage.services.library.cases()[0]
    parts = (
        MeetingPart("part-1", PartKind.ANALYSIS, case.title, 30, case=case.id),
        MeetingPart("part-2", PartKind.TALK, "交流发言", 10, speaker="李晓"),
        MeetingPart("part-3", PartKind.SPEECH, "总结讲话", 10, speaker="周明"),
    )
    day = stage.services.ledger.today() + timedelta(days=7)
    quarter = "一二三四"[(day.month - 1) // 3]
    planned = meetings.plan(MeetingKind.WARNING, f"{day.year} 年第{quarter}季度警示教育大会", "某县民政局")
    starts = f"{day}T09:00"
    saved = meetings.save(
        replace(planned, starts_at=starts, place="局三楼会议室", chair="周明", recorder="赵敏", parts=parts)
    )
    meetings.attendance.add(saved.id, [Attendee(0, name, "救助科") for name in PEOPLE])
    stage.go("meeting_edit", saved.id)
    stage.quick_shot("安排会议")


def _show_people(stage: Stage) -> None:
    people = stage.services.profiles
    if len(people.all()) == 1:
        people.add("李晓", "某县民政局")
    stage.go("settings", "个人与单位")
    stage.quick_shot("个人与单位")


def _rectify(stage: Stage) -> None:
    services = stage.services
    today = services.ledger.today()
    units = (
        services.ledger.add_unit("社会救助股", head="周明", leader="王副局长"),
        services.ledger.add_unit("养老服务股", head="沈立", leader="李副局长"),
        services.ledger.add_unit("县福利院", UnitKind.SUBORDINATE, "罗兰", "李副局长"),
    )
    campaign = services.ledger.open_campaign("临时救助资金监管专项", _month(today, -2), _month(today, 4))
    check = services.self_checks.begin(campaign, units[0], services.library.cases()[0].id)
    stage.go("self_check")
    stage.quick_shot("对照自查")
    for item, finding in zip(check.items, (Finding.PRESENT, Finding.NOT_FOUND, Finding.UNCLEAR), strict=False):
        services.self_checks.answer(check.id, item.id, finding, "1—8月46份核查表中9份缺签")
    stage.go("self_check_sheet", check.id)
    stage.quick_shot("三方面对照")
    stage.go("drafts", check.id)
    stage.quick_shot("问题清单")
    first = _fill_ledger(stage, campaign, units, today)
    stage.go("ledger")
    stage.quick_shot("整改台账")
    stage.go("issue", first)
    stage.quick_shot("问题详情")
    stage.go("reports")
    stage.quick_shot("月报填报")
    stage.go("look_backs")
    stage.quick_shot("回头看")


def _fill_ledger(stage: Stage, campaign: str, units: tuple[str, ...], today: date) -> str:
    """The id of the first issue, which is being put right."""
    issues, made = stage.services.issues, []
    origin = Origin(IssueSource.INSPECTION, "第二轮巡察反馈意见", today - timedelta(days=30))
    for title, detail, dimension, unit in PROBLEMS:
        text = IssueText(
            title=title,
            detail=detail,
            goal="今后逐件符合规程",
            dimension=dimension,
            area="malfeasance",
            causes=("system-gap",),
            leader="王副局长" if unit == 0 else "李副局长",
            lead_unit=units[unit],
        )
        made.append(issues.add(campaign, text, origin, True))
    for place, what in enumerate(MEASURES, 1):
        due = today + timedelta(days=10 * place)
        issues.add_measure(made[0], Measure(0, what, "周明", MeasureKind.BY_DATE, due, "双签核查表"))
    issues.start(made[0])
    return made[0]


def _month(day: date, by: int) -> date:
    """The first of the month so many months away."""
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)
