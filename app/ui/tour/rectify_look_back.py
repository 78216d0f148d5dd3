"""回头看 through its page: adjectives are refused, one has come back and is opened again, a rule is looked at."""

from dataclasses import replace

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import Relapse
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import Verdict
from app.ui.tour.rectify_close import look_back_all
from app.ui.tour.rectify_office import HOME, INSPECTOR, OFFICE_HEAD, RESCUE
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError

EMPTY = "进一步加强领导，扎实推进，取得明显成效。"
DONE = "20日到现场抽看核查表30份，双签30份；调取8户影像，8户都是两人同框。"
PUBLIC = "电话回访20户，18户说来了两个人，2户记不清；意见箱3个月收到0件。"
BACK = "18日现场复看7处隐患，2处（东楼3层应急灯、厨房报警器）又不能用，整改单仍写“已整改”。"
BACK_PUBLIC = "问了9名老人和2名护理员，3人说应急灯坏了两周没有人来修。"
RULE = """第一条　入户核查由两人进行，两人当场签名，写明到场时间。
第二条　核查人员按周随机配对，与申请家庭有亲属关系的应当回避。
第三条　核查影像按户归档，保存三年；不得事后补签、代签。
第四条　分管领导每月抽看核查表二十份，抽查结果通报。"""


def look_at_first(year: RectifyYear, issue_id: str) -> None:
    """July: three months after. Adjectives are refused at the field."""
    stage, issues = year.stage, year.services.issues
    year.on(7, 20)
    year.go("look_backs", year.campaign)
    stage.quick_shot("改40-回头看-到期的")
    stage.press("做回头看")
    year.write("措施落实", EMPTY)
    year.write("群众反映", PUBLIC)
    year.write("回头看的人", f"{OFFICE_HEAD}、{INSPECTOR}")
    stage.press("保存")
    if issues.get(issue_id).look_backs:
        raise TourError("只有形容词的回头看保存了")
    stage.quick_shot("改41-回头看-只有形容词不能保存")
    year.write("措施落实", DONE)
    stage.press("保存")
    if [look.relapse for look in issues.get(issue_id).look_backs] != [Relapse.NONE]:
        raise TourError("三个月的回头看没有登记")


def find_relapse(year: RectifyYear, issue_id: str) -> None:
    """August: what was closed in May has come back; it is opened again with a measure more."""
    stage, issues = year.stage, year.services.issues
    year.on(8, 19)
    year.go("look_backs", year.campaign)
    stage.quick_shot("改42-回头看-到期的")
    look_back_all(year, (issue_id,))
    year.go("look_backs", year.campaign)
    stage.press("做回头看")
    year.write("措施落实", BACK)
    year.write("群众反映", BACK_PUBLIC)
    year.write("回头看的人", OFFICE_HEAD)
    stage.press("已反弹")
    stage.press("保存")
    stage.quick_shot("改42-已反弹-重新打开")
    stage.press("重新打开")
    issue = issues.get(issue_id)
    if issue.state is not IssueState.WORKING or not issue.look_backs or not issue.rounds:
        raise TourError("已反弹的问题没有重新打开，或没有保留历史")
    what = "复查改由另一科室的人拍照销项，护理员每班试一次应急灯并签名"
    issues.reopen_measure(issue_id, 2, "规程改了，复查仍由同一人签字，没有执行。")
    issue = issues.get(issue_id)
    why = "回头看发现已反弹，规程重改，10月15日前印发。"
    issues.edit_measure(issue_id, replace(issue.measure(2), deadline=year.day(10, 15)), issue.version, why)
    issues.add_measure(
        issue_id, Measure(0, what, HOME.head, MeasureKind.BY_DATE, year.day(10, 20), "试灯签名表、复查照片")
    )
    year.go("issue", issue_id)
    stage.quick_shot("改43-重新打开的问题")


def bring_together(year: RectifyYear, issue_ids: tuple[str, ...]) -> str:
    """The four batches as they come in; the id of the rule."""
    outcomes, key = year.services.outcomes, year.campaign
    rule = IssuedRule(
        "",
        key,
        "临时救助入户核查双签办法",
        f"县民发〔{year.year}〕9号",
        year.services.ledger.today(),
        RULE,
        year.unit_ids[RESCUE.name],
        issue_ids,
    )
    return outcomes.add_rule(rule)


def add_outcomes(year: RectifyYear) -> None:
    """October: numbers only of clues and of cases."""
    outcomes, key, stage = year.services.outcomes, year.campaign, year.stage
    year.on(10, 20)
    look_back_all(year, ())
    for number, day in ((12, 9), (13, 23)):
        outcomes.add_reference(
            FileReference(
                "", key, Batch.CLUES, f"县民监〔{year.year}〕{number}号", "整改办移送派驻组", year.day(6, day)
            )
        )
    outcomes.add_reference(
        FileReference(
            "",
            key,
            Batch.CASES,
            f"县纪〔{year.year}〕7号",
            "县纪委监委",
            year.day(7, 3),
            "关于3起损害群众利益问题的通报",
            "县纪委监委网站",
            year.day(8, 1),
            next((case.id for case in year.services.library.cases() if "绿色通道" in case.title), ""),
        )
    )
    story = (
        "每周一由股长随机排定两人一组，周三、周四入户，两人当场签名、同框拍照，回来当天按户归档。"
        "八个月入户128户，没有一份补签；电话回访80户，76户说来了两个人。"
    )
    practice = outcomes.add_practice(
        GoodPractice("", key, "两人同到、当场双签、同框留影", year.unit_ids[RESCUE.name], story)
    )
    outcomes.draft_exemplar(practice)
    year.go("outcomes", key)
    stage.press("登记制度")
    year.write("制度名称", "公车派单与油卡核对规定")
    year.write("出台日期", f"{year.day(9, 9)}")
    stage.quick_shot("改50-登记制度")
    stage.press("登记")


def look_at_rule(year: RectifyYear, issue_id: str) -> None:
    """The next April: a year after, of the issue and of the rule."""
    stage, issues = year.stage, year.services.issues
    year.on(4, 19, years=1)
    year.go("look_backs", year.campaign)
    stage.press("制度")
    stage.quick_shot("改44-制度回头看-到期的")
    stage.press("做回头看")
    for name, words in (
        ("科学性", "问了6名经办人，4名说随机配对能避开熟人，2名说周三常缺车。"),
        ("精准度", "第二条只写亲属，没有写邻里和同事，抽到2份这样的申请。"),
        ("时效性", "4月查阅上级新规程1份，影像保存年限已改为五年。"),
        ("落实", "一年入户262户，配对表52张，缺1张。"),
        ("执行", "抽看核查表60份，双签60份，没有补签。"),
        ("回头看的人", OFFICE_HEAD),
        ("理由", "第二条增加邻里、同事关系，第三条保存年限由三年改为五年。"),
    ):
        year.write(name, words)
    stage.press("修订")
    stage.quick_shot("改45-制度回头看")
    stage.press("保存")
    looks = year.services.rule_look_backs.of(year.campaign)
    if [look.verdict for look in looks] != [Verdict.REVISE]:
        raise TourError("制度的回头看没有登记")
    if {look.months for look in issues.get(issue_id).look_backs} != {3, 6, 12}:
        raise TourError("没有在第 3、6、12 个月各回头看一次")
    year.go("look_backs", year.campaign)
    stage.shot("改46-回头看-做过的")
