"""From a case to an issue at work: the 专项, the departments, 对照自查 through its page, drafts, three measures."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import UnitKind
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.self_check import Finding, SelfCheck
from app.ui.rectify.self_check_choices import SelfCheckChoices
from app.ui.tour.rectify_office import OFFICES, RESCUE, TITLE, WRITER
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError, children

CASE = "builtin/case/di-bao-lv-se-tong-dao"
PRESENT = {
    3: "{last}年9月抽查46份入户核查表，9份由1人到场、事后补签第二人姓名，集中在6至8月。",
    5: "同批46份中，4份第二人签名经本人辨认为同事代签，日期为6月12日至7月3日。",
    8: "{last}年办理的临时救助128件，31件的受理、入户、初审为同一人，没有第二人复核记录。",
}
"""By number of the statement. 5 is the same matter as 3, and does not become an issue of its own."""
UNCLEAR = {6: "请办公室核对{last}年礼品登记本，2月底前答复。"}
GENERAL = "抽查{last}年材料20份，3份没有第二人签名，日期集中在6月。"
GOAL = "半年内入户核查全部两人到场、当场双签，抽查无代签、补签。"
MEASURES = (
    ("{last}年以来46份入户核查表逐份复核，代签、补签的重新入户并双签", "复核清单、重新入户的核查表"),
    ("入户核查按周随机配对，本人到场拍照签到，事后一律不补签", "排班表、签到照片"),
    ("每月由分管领导抽看核查表20份，电话回访10户并通报结果", "抽看记录、回访记录、通报"),
)
OTHER_MEASURES = (
    ("受理、入户、初审分到三个岗位，系统权限按岗位重新设置", "岗位分工表、权限截图"),
    ("31件由一人办到底的临时救助逐件复核，差错在一个月内纠正", "复核清单、纠正材料"),
    ("每季度由核对中心抽查临时救助卷宗30件，结果报分管领导", "抽查记录"),
)


def begin(year: RectifyYear) -> tuple[str, str]:
    """The ids of the two issues that the self-check has made; the first one is at work at the end."""
    _read(year)
    _found(year)
    check = _check(year)
    first, second = _confirm(year, check)
    _measures(year, first)
    _general_check(year)
    return first, second


def _read(year: RectifyYear) -> None:
    """To the end of the case, and on to 照一照本科室, where there is no 专项 yet."""
    stage = year.stage
    year.on(1, 5)
    if stage.services.profiles.first_run:
        stage.services.profiles.describe(WRITER, "某县民政局", "组织学习")
    year.go("case", CASE)
    stage.press_any("直接阅读全文")
    stage.press_outline("反思与承诺")
    year.scroll(to_end=True)
    stage.quick_shot("改01-案例末尾-照一照")
    stage.press("对照自查：照一照本科室")
    stage.on_page("self_check")
    year.write("专项名称", TITLE)
    year.write("科室与单位", "、".join(one.name for one in OFFICES))
    stage.quick_shot("改02-先定专项和科室")
    stage.press("就这样开始")
    year.campaign = stage.services.ledger.campaigns()[0].id


def _found(year: RectifyYear) -> None:
    """Heads and leaders of the departments, and the dates of the 专项."""
    stage, ledger = year.stage, year.services.ledger
    for unit, one in zip(ledger.units(), OFFICES, strict=True):
        year.unit_ids[one.name] = unit.id
        kind = UnitKind.SUBORDINATE if one.subordinate else UnitKind.DEPARTMENT
        if one is not RESCUE:
            ledger.change_unit(replace(unit, kind=kind, head=one.head, leader=one.leader))
    year.go("ledger", year.campaign)
    stage.press("科室与单位")
    stage.press(f"修改{RESCUE.name}")
    year.write("负责人", RESCUE.head)
    year.write("分管领导", RESCUE.leader)
    stage.quick_shot("改03-科室与单位")
    stage.press(f"保存“{RESCUE.name}”的修改")
    stage.press("完成")
    stage.press("专项设置")
    year.write("开始日期", f"{year.day(1, 1)}")
    year.write("结束日期", f"{year.day(12, 31)}")
    year.write("另定截止日的单位", "规划财务股 26")
    stage.quick_shot("改04-专项设置")
    stage.press("保存")
    campaign = ledger.campaign(year.campaign)
    if (campaign.until, campaign.due_days) != (year.day(12, 31), ((year.unit_ids["规划财务股"], 26),)):
        raise TourError(f"专项设置没有保存：{campaign}")


def _check(year: RectifyYear) -> SelfCheck:
    """Every statement by its key, with a note where it is so."""
    stage, checks = year.stage, year.services.self_checks
    year.on(1, 6)
    year.go("self_check", CASE)
    stage.quick_shot("改05-对照自查-选案例")
    stage.press("开始自查")
    stage.on_page("self_check_sheet")
    for number, choices in enumerate(children(year.page, SelfCheckChoices), 1):
        choices.take_focus()
        words = PRESENT.get(number) or UNCLEAR.get(number, "")
        finding = Finding.PRESENT if number in PRESENT else Finding.UNCLEAR if words else Finding.NOT_FOUND
        stage.key(Qt.Key(Qt.Key.Key_1 + list(Finding).index(finding)))
        if words:
            year.write(f"第 {number} 条的说明", words.format(last=year.year - 1))
    year.scroll()
    stage.shot("改06-自查表")
    year.scroll(to_end=True)
    stage.quick_shot("改07-自查表-末尾")
    stage.press("形成问题清单")
    stage.on_page("drafts")
    check = checks.checks(year.campaign, year.unit_ids[RESCUE.name])[0]
    if check.finished_on != f"{year.day(1, 6)}" or len(checks.drafts(check.id)) != len(PRESENT):
        raise TourError("自查没有形成三条草稿")
    return check


def _confirm(year: RectifyYear, check: SelfCheck) -> tuple[str, str]:
    """Two are confirmed by the head of the department, one is the same as another."""
    stage, issues = year.stage, year.services.issues
    year.on(1, 8)
    year.go("drafts", check.id)
    stage.shot("改08-问题清单-待确认")
    ids = [issue.id for issue in year.services.self_checks.drafts(check.id)]
    numbers = [issues.number_of(one) for one in ids]
    stage.press(f"确认第 {numbers[0]} 号问题")
    stage.press(f"第 {numbers[1]} 号问题不成立")
    year.write("原因", f"与第 {numbers[0]} 号是同一件事，并在一起整改。")
    stage.quick_shot("改09-不成立要写理由")
    stage.press("不成立")
    stage.press(f"确认第 {numbers[2]} 号问题")
    stage.quick_shot("改09-问题清单-已确认")
    states = [issues.get(one).state for one in ids]
    if states != [IssueState.PLANNING, IssueState.VOID, IssueState.PLANNING]:
        raise TourError(f"问题清单没有按负责人的意见处理：{states}")
    return ids[0], ids[2]


def _measures(year: RectifyYear, issue_id: str) -> None:
    """Two measures are refused, the third one opens the gate."""
    stage, issues = year.stage, year.services.issues
    year.on(1, 12)
    year.go("issue", issue_id)
    stage.press("修改问题")
    year.write("整改目标", GOAL)
    stage.press_any("责任旁落虚化、责任心不强")
    stage.quick_shot("改10-修改问题")
    stage.press("保存")
    _add_measure(year, 0, "改10-新增措施")
    _add_measure(year, 1, "")
    stage.press("开始整改")
    if issues.get(issue_id).state is not IssueState.PLANNING:
        raise TourError("只有两条措施就开始了整改")
    stage.quick_shot("改11-两条措施-不能开始")
    _add_measure(year, 2, "")
    stage.press("开始整改")
    if issues.get(issue_id).state is not IssueState.WORKING:
        raise TourError("三条措施齐了，仍不能开始整改")
    for measure in issues.get(issue_id).valid_measures:
        issues.begin_measure(issue_id, measure.number)
    year.go("issue", issue_id)
    stage.quick_shot("改12-问题详情-正在整改")


def _add_measure(year: RectifyYear, place: int, shot: str) -> None:
    stage, (what, proof) = year.stage, MEASURES[place]
    stage.press("新增措施")
    year.write("措施", what.format(last=year.year - 1))
    year.write("责任人", RESCUE.head if place < 2 else RESCUE.leader)
    year.write("完成时限", f"{year.day(3, (19, 20, 25)[place])}")
    year.write("佐证要求", proof)
    if shot:
        stage.quick_shot(shot)
    stage.press("保存措施")


def start_second(year: RectifyYear, issue_id: str) -> None:
    """The other issue of the same department, not through the page."""
    issues = year.services.issues
    year.on(1, 14)
    issue = issues.get(issue_id)
    issues.edit(
        issue_id,
        replace(issue.text, goal="三个岗位分设，季度抽查无一人办到底。", causes=("system-gap",)),
        issue.version,
    )
    for (what, proof), deadline in zip(OTHER_MEASURES, ((3, 20), (6, 10), (6, 12)), strict=True):
        issues.add_measure(issue_id, Measure(0, what, RESCUE.head, MeasureKind.BY_DATE, year.day(*deadline), proof))
    issues.start(issue_id)


def _general_check(year: RectifyYear) -> None:
    """Another department by the general template, half-way: what is not finished stays."""
    checks = year.services.self_checks
    year.on(1, 13)
    check = checks.begin(year.campaign, year.unit_ids["养老服务股"])
    for number, item in enumerate(check.items[:12]):
        finding = Finding.UNCLEAR if number % 5 == 4 else Finding.NOT_FOUND
        checks.answer(check.id, item.id, finding, "看了卷宗20份。" if finding is Finding.NOT_FOUND else "待财务核对。")
    year.go("self_check_sheet", check.id)
    year.stage.quick_shot("改13-通用自查表-做到一半")
