"""The eight forms of 改, each as a Word document and as an xlsx file, of a ledger in which much has happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.measure import MeasureKind
from app.domain.ledger.monthly_report import MonthlyReport, ReportedIssue, ReportState, ReportText
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule, OutcomeSummary
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.report_sheet import ReportSheet, SheetRow
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.ledger.urge_list import UrgeList, UrgeRow
from app.exports.closing_sheet_document import ClosingSheetDocument
from app.exports.issue_list_document import IssueListDocument
from app.exports.ledger_table_document import LedgerTableDocument
from app.exports.ledger_table_file import ledger_table_file
from app.exports.look_back_document import LookBackDocument
from app.exports.month_report_document import MonthReportDocument
from app.exports.outcome_summary_document import OutcomeFacts, OutcomeSummaryDocument
from app.exports.post_risk_document import PostRiskDocument
from app.exports.urge_document import UrgeDocument
from tests.unit.exports.ledger_forms import CASE, DAY, MADE, NAMES, extract, two_of_four
from tests.unit.ledgers import TRAIL, campaign, finished, issue, measure, text

HEADS = (("在办　2 个问题", 2), ("办结　2 个问题", 2))
LOOK = LookBack(3, date(2026, 6, 9), "许言", "抽查20户，双签20户", Relapse.NONE, "走访12户，无人反映")
CLOSED = issue(finished(1), state=IssueState.CLOSED, closed_on=date(2026, 3, 2), approvals=TRAIL, look_backs=(LOOK,))
RISK = PostRisk(
    "r", "u1", "低保审核岗", "初审申请材料", "熟人申请\n不回避", RiskLevel.HIGH, "登记回避，换人入户", "股长"
)
RULE_LOOK = RuleLookBack(
    *("l", "c", "", "临时救助工作规程", date(2026, 6, 1), "许言", "与办法第九条一致", "写明5个工作日", "2026年修订"),
    *("12份都按程序", "无人擅改", Verdict.REVISE, "第三条与新办法不一致"),
)
SHEET = ReportSheet(
    *(campaign(), LedgerUnit("u1", "社会救助股"), "2026-06", date(2026, 6, 25)),
    MonthlyReport(
        *("c", "u1", "2026-06"),
        (ReportedIssue("i", ReportText("3日核对46份，\n纠正9份", "缺扫描仪", "7月10日前补齐"), 1, "没有双签"),),
        ReportText("全股自查一次", "无", "=7月抽查"),
        filled_by="周明",
        reviewed_by="王某",
    ),
    (
        SheetRow(
            *("i", 1, "没有双签", IssueState.WORKING.value, "措施完成 2/4"),
            *(ReportText("3日核对46份，\n纠正9份", "缺扫描仪", "7月10日前补齐"), ReportText(plan="6月核对完")),
        ),
    ),
    MonthlyReport("c", "u1", "2026-05", overall=ReportText(plan="6月全股自查")),
    *(True, False, (), ()),
)
URGE = UrgeList(
    *("临时救助资金监管专项", "2026-06", DAY, date(2026, 7, 9)),
    (
        UrgeRow("社会救助股", "王某", date(2026, 6, 25), ReportState.MISSING, 11, ""),
        UrgeRow("殡葬管理所", "", date(2026, 6, 25), ReportState.RETURNED, 0, "第 2 条没有写数字"),
    ),
)


def rich() -> LedgerExtract:
    lasting = measure(2, kind=MeasureKind.LASTING, deadline=None, look_back=date(2026, 6, 30))
    third = issue(finished(1), lasting, state=IssueState.LASTING, text=text(title="=存在\n代签", helpers=("u2",)))
    made = extract(two_of_four(), issue(origin=CASE), CLOSED, third, total=6)
    return replace(made, groups=HEADS, gaps="缺少的序号：5、6（作废）。")


def facts() -> OutcomeFacts:
    case = FileReference(
        "1", "c", Batch.CASES, "青纪立〔2026〕1号", "县纪委监委", DAY, "收受服务对象礼金案", "县纪委网站", DAY
    )
    rule, work = (
        IssuedRule("1", "c", "双签办法", "青民发〔2026〕9号", DAY, "x"),
        GoodPractice("1", "c", "回避登记", "u1", "x"),
    )
    summary, rows = OutcomeSummary(*range(1, 19)), [IssueRow.of(CLOSED, 3)]
    return OutcomeFacts(campaign(), summary, [case], [case], rows, [rule], [work], NAMES, DAY)


Make = Callable[[], bytes]


def eight() -> dict[str, tuple[Make, Make, bool]]:
    """By name: as Word, as xlsx, and whether it lies on its side."""
    many, one = rich(), extract(CLOSED)
    risks = [RISK, replace(RISK, unit="u2", post="火化岗"), replace(RISK, post="发放岗")]
    papers = {
        "问题清单": (IssueListDocument(many, MADE), True),
        "整改月报": (MonthReportDocument(SHEET, DAY), True),
        "销号审批表": (ClosingSheetDocument(one, True, MADE), False),
        "销号审批表（空）": (ClosingSheetDocument(one, False, MADE), False),
        "回头看表": (LookBackDocument(many, [RULE_LOOK], ["档案管理办法"], MADE), True),
        "风险点表": (PostRiskDocument(risks, NAMES, "", DAY, MADE), True),
        "催报单": (UrgeDocument(URGE), False),
        "成果汇总": (OutcomeSummaryDocument(facts(), MADE), False),
    }
    table = LedgerTableDocument(many, MADE, annex="附件2")
    made = {name: (paper.to_bytes, paper.to_table, wide) for name, (paper, wide) in papers.items()}
    return made | {"整改台账": (table.to_bytes, lambda: ledger_table_file(many, annex="附件2"), True)}
