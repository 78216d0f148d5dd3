"""Issues, measures and signatures of a pretended office."""

from dataclasses import replace
from datetime import date

from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import MEETING_STEP, STEPS, Campaign, CountBy
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState

DAY = date(2026, 3, 2)
ORIGIN = Origin(IssueSource.MEETING, "局务会纪要", DAY)
WHATS = (
    "每月15日比对殡葬火化名单，当月停发死亡对象低保金",
    "经办人与申请人有亲属关系的，填写回避登记表并换人入户",
    "公示栏旁加装摄像头，公示期每天拍照一张存档",
    "财务股与社会救助股分开保管支付口令和印章",
    "每季度抽取20户由纪检委员电话回访并登记",
    "把临时救助审批时限改为5个工作日并上墙公布",
    "年底前请财政局安排系统比对接口开发经费",
)


def campaign(**changes: object) -> Campaign:
    standing = Campaign("c", "临时救助专项", date(2026, 1, 1), date(2026, 12, 31))
    return replace(standing, **changes)  # type: ignore[arg-type]


def text(unit: str = "u1", **changes: object) -> IssueText:
    standing = IssueText(
        "存在死亡人员没有按月停发的情形",
        "2025年9月有3户死亡后仍发放2个月",
        "停发不超过次月，追回多发的1,420元",
        Dimension.SYSTEM,
        "mass-interest-harm",
        ("system-gap",),
        "李某",
        unit,
    )
    return replace(standing, **changes)  # type: ignore[arg-type]


def measure(number: int = 1, **changes: object) -> Measure:
    """One that counts; each number does something else."""
    standing = Measure(number, WHATS[(number - 1) % len(WHATS)], "张某", MeasureKind.BY_DATE, date(2026, 6, 30), "名单")
    return replace(standing, **changes)  # type: ignore[arg-type]


def finished(number: int = 1, **changes: object) -> Measure:
    done = {"state": MeasureState.DONE, "result": "已停发3户", "evidence": ("e",), "done_on": DAY}
    return measure(number, **(done | changes))


def issue(*measures: Measure, state: IssueState = IssueState.PLANNING, **changes: object) -> Issue:
    values: dict[str, object] = {"id": "i", "campaign": "c", "text": text(), "origin": ORIGIN}
    return Issue(**(values | {"state": state, "measures": measures} | changes))  # type: ignore[arg-type]


def signature(step: str, on: date = DAY, **changes: object) -> Approval:
    number = "局党组纪要〔2026〕9号" if step == MEETING_STEP else ""
    return replace(Approval(step, "赵某", "股长", on, "同意", number), **changes)  # type: ignore[arg-type]


TRAIL = tuple(signature(step) for step in STEPS)
BY_ISSUE = campaign(count_by=CountBy.ISSUE)
