"""What still keeps an issue from being worked on."""

from app.domain.ledger.campaign import LEAST_MEASURES, Campaign, CountBy
from app.domain.ledger.gates import unwritten
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure_count import Counted
from app.ui.kit.banner import Banner


class MeasureGate(Banner):
    """The number of concrete measures that there have to be, and how many there are."""

    def __init__(self, issue: Issue, counted: Counted, campaign: Campaign) -> None:
        words, tone = gate_words(issue, counted, campaign)
        super().__init__(words, tone)


def gate_words(issue: Issue, counted: Counted, campaign: Campaign) -> tuple[str, str]:
    """The sentence and its tone; "" once work has begun."""
    if issue.state not in (IssueState.DRAFT, IssueState.PLANNING):
        return "", "ink"
    unit = campaign.count_by is CountBy.UNIT
    whose = "本责任单位在这个专项里" if unit else "这个问题"
    if lacking := max(0, LEAST_MEASURES - counted.count):
        rule = f"{whose}的具体措施有 {counted.count} 条，要求不少于 {LEAST_MEASURES} 条。"
        return f"还差 {lacking} 条措施，才能开始整改。{rule}{_also(issue)}", "red"
    if len(issue.valid_measures) <= len(counted.wanting):
        return f"{whose}的条数够了，但这个问题还没有自己的具体措施，至少要有一条。{_also(issue)}", "red"
    enough = f"{whose}的具体措施已不少于 {LEAST_MEASURES} 条，条数够了。"
    return f"{enough}{_also(issue)}", "red" if unwritten(issue.text) else "green"


def _also(issue: Issue) -> str:
    """What else has to be written before work begins."""
    lacking = "、".join(unwritten(issue.text))
    return f"开始整改前还要写：{lacking}。" if lacking else ""
