"""What others have found, out of a file that somebody sends; and 岗位廉政风险."""

from dataclasses import replace
from pathlib import Path

from app.domain.ledger.issue import Issue
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.ui.tour.rectify_findings import HEAD, LETTER, Found, found_in, measures_for
from app.ui.tour.rectify_office import OFFICES, RESCUE
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError

RISKS = (
    ("临时救助经办岗", "受理申请、入户核查、提出救助金额", "受理和核查由一人完成，金额由其一人提出，没有第二人复核", 0),
    ("低保审核岗", "审核家庭收入和财产材料，提出纳入、调整、停发意见", "与申请家庭有亲属、邻里关系而不申报、不回避", 0),
    ("救助资金发放岗", "编制发放名册，与银行对账", "停发名单录入滞后，已去世人员仍在发放名册内", 1),
    ("档案管理岗", "救助卷宗归档、调阅、销毁登记", "调阅不登记，卷宗离室过夜", 2),
)
CONTROLS = (
    "受理、核查分岗；两人到场当场双签；分管领导每月抽看20份",
    "申请表逐人填写关系栏；有关系的换人办理并登记",
    "每月5日前与殡葬、户籍信息比对，比对表由两人签字",
    "一次一批、当日归还；每季度清点一次",
)
LASTING = ("慈善事业促进和社会工作股", "殡葬管理所")
"""Whose last measure is never over."""
LAST_DAYS = {
    **dict.fromkeys(("养老服务股", "社会福利院", "中心敬老院"), (5, 10)),
    **dict.fromkeys(("社会事务股", "老龄工作股"), (6, 10)),
    **dict.fromkeys(("儿童福利股", "居民家庭经济状况核对中心"), (8, 10)),
    **dict.fromkeys(("规划财务股", "救助管理站"), (9, 10)),
    **{"区划地名股": (10, 10), "社会组织管理股": (11, 10), "办公室": (11, 30)},
}
"""Month and day by which the last measure is due."""


def bring_in(year: RectifyYear) -> list[str]:
    """The ids of the issues out of the file, confirmed by the heads, each with its measures and at work."""
    found = found_in(year.year)
    _import(year, _write_letter(year, found))
    issues = year.services.issues
    rows = [row for row in year.services.ledger.rows(year.campaign) if issues.get(row.id).origin.document == LETTER]
    ids = [row.id for row in sorted(rows, key=lambda row: row.number)]
    if len(ids) != len(found):
        raise TourError(f"巡察反馈 {len(found)} 条，收进来 {len(ids)} 条")
    year.on(1, 21)
    year.go("drafts", year.campaign)
    year.stage.quick_shot("改16-巡察问题-待各单位确认")
    for place, issue_id in enumerate(ids):
        issues.confirm(issue_id)
        _plan(year, place, issues.get(issue_id), found[place])
        issues.start(issue_id)
    return ids


def _write_letter(year: RectifyYear, found: tuple[Found, ...]) -> Path:
    """As an inspection sends it: a table in a Word file."""
    from docx import Document

    document = Document()
    document.add_heading(f"{LETTER}（问题清单）", 1)
    table = document.add_table(rows=1, cols=len(HEAD))
    for cell, words in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = words
    for number, one in enumerate(found, 1):
        cells = table.add_row().cells
        row = (str(number), one.title, one.detail, one.goal, one.unit, one.area, one.dimension)
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    path = year.folder / "县委第二巡察组反馈问题清单.docx"
    document.save(str(path))
    return path


def _import(year: RectifyYear, path: Path) -> None:
    stage = year.stage
    year.on(1, 18)
    year.go("findings", year.campaign)
    year.press_with_file("选择文件", path)
    year.write("文件名称", LETTER)
    year.write("反馈日期", f"{year.day(1, 15)}")
    stage.quick_shot("改14-导入巡察问题")
    year.scroll(to_end=True)
    stage.quick_shot("改14-导入巡察问题-收进来是这样")
    stage.press(f"导入这 {len(found_in(year.year))} 条")
    stage.quick_shot("改15-导入之后")


def _plan(year: RectifyYear, place: int, issue: Issue, found: Found) -> None:
    """Three measures; in two departments the last one must be kept at for ever."""
    issues, office = year.services.issues, OFFICES[place + 1]
    causes = ("system-gap",) if found.dimension == "制度机制" else ("oversight-missing", "duty-neglect")
    issues.edit(issue.id, replace(issue.text, causes=causes), issue.version)
    last = LAST_DAYS.get(found.unit, (12, 10))
    days = (year.day(2, 26), year.day(3, 25), year.day(*last))
    kinds = (MeasureKind.AT_ONCE, MeasureKind.BY_DATE, MeasureKind.BY_DATE)
    for (what, proof), on, kind in zip(measures_for(found.paper, year.year), days, kinds, strict=True):
        owner = office.leader if on == days[2] else office.head
        measure = Measure(0, what, owner, kind, on, proof)
        if on == days[2] and found.unit in LASTING:
            measure = replace(measure, kind=MeasureKind.LASTING, deadline=None, look_back=year.day(12, 10))
        issues.add_measure(issue.id, measure)


def note_post_risks(year: RectifyYear) -> None:
    """One through the page, the others straight; one becomes an issue of its own."""
    stage, risks = year.stage, year.services.post_risks
    year.on(1, 22)
    unit = year.unit_ids[RESCUE.name]
    for (post, power, risk, level), control in list(zip(RISKS, CONTROLS, strict=True))[1:]:
        risks.add(PostRisk("", unit, post, power, risk, list(RiskLevel)[level], control, "股长"))
    for office in OFFICES[1:5]:
        power, risk = "提出经费使用意见", "经费使用只有经办人一人签字"
        control = "两人签字，规划财务股按季抽查"
        risks.add(
            PostRisk("", year.unit_ids[office.name], "经费经办岗", power, risk, RiskLevel.MIDDLE, control, "股长")
        )
    year.go("post_risk")
    stage.press("新增风险点")
    year.choose("科室或单位", RESCUE.name)
    for name, words in zip(("岗位", "权力或职责", "风险点"), RISKS[0][:3], strict=True):
        year.write(name, words)
    year.write("防控措施", CONTROLS[0])
    year.write("责任人", "股长")
    stage.press("高")
    stage.quick_shot("改17-新增风险点")
    stage.press("保存")
    stage.shot("改17-岗位廉政风险")
    if len(risks.of(unit)) != len(RISKS):
        raise TourError("风险点没有全部登记")
