"""A ledger in which there is something of everything, and what there is to be compared of it."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.measure import MeasureKind
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.oversight import OversightOpinion
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.services.services import Services
from app.storage.ledger_copy import LEDGER_TABLES, LedgerCopy
from tests.crash.ledger_worker import LedgerWorker
from tests.unit.ledgers import DAY, ORIGIN, measure, signature, text

RULE = "第一条 为规范临时救助审批，制定本办法。\n第二条 审批自受理之日起5个工作日内完成。\n第三条 自印发之日起施行。"
FACTS = ("与救助法第21条一致", "第2条写明5个工作日", "2026年7月5日有新规定", "抽查20户，19户在5日内", "3月有1户超期")


def fill(services: Services, folder: Path, seed: int = 1, deeds: int = 120) -> None:
    """By chance, and then what chance would hardly ever do."""
    worker = LedgerWorker(services, random.Random(seed), folder)
    worker.work(deeds)
    campaign, unit = worker.campaign, worker.unit
    close_one(services, campaign, unit, folder)
    services.evidence.set_most_mb(40)
    risk = PostRisk("", unit, "低保经办岗", "受理、核查", "一人经手", RiskLevel.HIGH, "分岗，每季度抽查20户", "王某")
    first, second = services.post_risks.add(risk), services.post_risks.add(replace(risk, post="出纳岗"))
    services.post_risks.change(replace(services.post_risks.get(first), owner="周某"), 1)
    services.post_risks.void(second, "重复")
    outcomes = services.outcomes
    outcomes.add_reference(FileReference("", campaign, Batch.CLUES, "〔2026〕3号", "12345热线转办", DAY))
    rule = outcomes.add_rule(IssuedRule("", campaign, "临时救助审批办法", "某民发〔2026〕7号", DAY, RULE, unit))
    outcomes.publish_rule(rule)
    look = RuleLookBack("", campaign, rule, "", DAY, "周某", *FACTS, Verdict.REVISE, "第2条期限与新规定差2天")
    services.rule_look_backs.add(look)
    outcomes.draft_exemplar(outcomes.add_practice(GoodPractice("", campaign, "双人同到", unit, "两人同到，当场双签。")))
    services.paper_editor.new()
    with services._unit_journal.record("paper.saved", "unit/x", {"keys": "另一处的内容"}):
        pass


def close_one(services: Services, campaign: str, unit: str, folder: Path) -> str:
    """From its first word to a look back, with a measure that goes on for good in another one."""
    issues = services.issues
    issue = issues.add(campaign, text(unit), ORIGIN)
    for number in (1, 2, 3):
        issues.add_measure(issue, measure(number))
    issues.start(issue)
    before = services.ledger.today() - timedelta(1)
    proof = folder / "双签核查表（三月）.txt"
    proof.write_text("核查 46 份\n", "utf-8")
    evidence = services.evidence.add(issue, proof)
    wrong = folder / "错的 文件.txt"
    wrong.write_text("不是它", "utf-8")
    services.evidence.remove(services.evidence.add(issue, wrong), "传错了")
    issues.note_opinion(issue, OversightOpinion("派驻组", DAY, "请核对第3户"))
    for number in (1, 2, 3):
        issues.finish_measure(issue, number, "已停发3户，追回1,420元", (evidence,), before)
    issues.report_done(issue)
    for step in services.ledger.campaign(campaign).steps:
        issues.approve(issue, signature(step, before))
    issues.look_back(issue, LookBack(EXTRA, services.ledger.today(), "周某", "抽查20户", Relapse.NONE, "走访5户"))
    assert issues.get(issue).state is IssueState.CLOSED
    other = issues.add(campaign, text(unit, title="公示栏没有拍照存档"), ORIGIN)
    lasting = replace(measure(4), kind=MeasureKind.LASTING, deadline=None, look_back=date(2026, 9, 1))
    issues.add_measure(other, lasting)
    return issue


def tables(services: Services) -> dict[str, list[dict[str, object]]]:
    copy = LedgerCopy(services._unit.connection)
    return {table: [dict(row) for row in copy.rows(table)] for table in LEDGER_TABLES}


def histories(services: Services) -> dict[str, object]:
    """What people read of the past, without the numbers that a log gives to its events."""
    found: dict[str, object] = {}
    for campaign in services.ledger.campaigns(retired=True):
        for row in services.ledger.rows(campaign.id):
            found[row.id] = [replace(one, seq=0) for one in services.issues.history(row.id)]
        for unit, month in services.reports.grid(campaign.id).cells:
            told = services.reports.history(campaign.id, unit, month)
            found[f"{campaign.id}/{unit}/{month}"] = [replace(one, seq=0) for one in told]
    for risk in services.post_risks.of(void=True):
        found[risk.id] = services.post_risks.history(risk.id)
    return {name: told for name, told in found.items() if told}


def files(services: Services) -> dict[str, bytes]:
    """Everything that lies beside the database."""
    assert services._unit.path is not None
    folder = services._unit.path.parent / "ledger"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
