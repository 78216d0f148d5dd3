"""Nothing with a security grading gets into the ledger, by whichever door."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.services
from app.domain.errors import UserError
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.oversight import OversightOpinion
from app.services.ledger_desk import LedgerDesk
from tests.unit.fakes import FakeClock
from tests.unit.ledgers import ORIGIN, measure, signature, text
from tests.unit.services.ledger.office import Office

GRADED = "附件二 机密★ 内部掌握"
DAY = date(2026, 3, 1)
LOOK = LookBack(3, DAY, "周某", "抽查20户，均在次月停发", Relapse.NONE, "走访5户，都知道公示在哪里")


def finish(office, issue_id, **_):
    office.issues.finish_measure(issue_id, 1, f"已停发3户{GRADED}", (office.prove(issue_id),))


def void_measure(office, issue_id, **_):
    office.issues.add_measure(issue_id, measure(4))
    office.issues.void_measure(issue_id, 1, GRADED)


DOORS = {
    "an issue's origin": lambda office, *_: office.issues.add(
        office.campaign, text(office.units[0]), replace(ORIGIN, document=GRADED)
    ),
    "its origin's statement": lambda office, *_: office.issues.add(
        office.campaign, text(office.units[0]), replace(ORIGIN, statement=GRADED)
    ),
    "an issue": lambda office, *_: office.add(detail=GRADED),
    "an edited issue": lambda office, issue: office.issues.edit(
        issue, text(office.units[0], goal=GRADED), office.issues.get(issue).version
    ),
    "a measure": lambda office, issue: office.issues.add_measure(issue, measure(4, proof=GRADED)),
    "what was done": finish,
    "why a measure is void": void_measure,
    "why a move is taken back": lambda office, issue: office.issues.take_back(issue, GRADED),
    "why an issue is void": lambda office, issue: office.issues.void(issue, GRADED),
    "an opinion": lambda office, issue: office.issues.note_opinion(issue, OversightOpinion("派驻组", DAY, GRADED)),
    "who has an opinion": lambda office, issue: office.issues.note_opinion(issue, OversightOpinion(GRADED, DAY, "好")),
    "the name of a file": lambda office, issue: office.evidence.add(issue, office.file(f"{GRADED}.txt")),
    "a unit": lambda office, *_: office.ledger.add_unit("办公室", head=GRADED),
    "a campaign": lambda office, *_: office.ledger.open_campaign(GRADED, DAY, DAY),
    "a step": lambda office, *_: office.ledger.change_campaign(
        replace(office.ledger.campaign(office.campaign), steps=(*office.ledger.campaign(office.campaign).steps, GRADED))
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_it_is_refused_with_a_sentence_and_not_written(office, door):
    issue = office.started()
    with pytest.raises(UserError, match="密级标志“机密★”，没有保存"):
        DOORS[door](office, issue)
    stored = b"".join(path.read_bytes() for path in office.folder.joinpath("data").rglob("*") if path.is_file())
    assert "机密★".encode() not in stored


def test_a_signature_and_a_look_back_too(office):
    issue = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue, number, "已停发3户", (office.prove(issue, str(number)),))
    office.issues.report_done(issue)
    steps, today = office.ledger.campaign(office.campaign).steps, office.ledger.today()
    for field in ("name", "post", "opinion", "minutes_number"):
        with pytest.raises(UserError, match="密级标志"):
            office.issues.approve(issue, signature(steps[0], today, **{field: GRADED}))
    for step in steps:
        office.issues.approve(issue, signature(step, today))
    office.clock.sleep(86_400)
    seen = replace(LOOK, months=EXTRA, on=office.ledger.today())
    for field in ("by", "done", "public"):
        with pytest.raises(UserError, match="密级标志"):
            office.issues.look_back(issue, replace(seen, **{field: f"抽查20户{GRADED}"}))
    with pytest.raises(UserError, match="密级标志"):
        office.issues.reopen(issue, GRADED)


plain = st.one_of(st.integers(), st.booleans(), st.none(), st.sampled_from(["停发3户", "机密", "★", ""]))
around = [
    lambda inner, other: [other, inner],
    lambda inner, other: (inner, other),
    lambda inner, other: {"entry": inner, "other": other},
    lambda inner, other: {"change": {"text/goal": [other, inner]}},
]


@given(st.lists(st.tuples(st.sampled_from(around), plain), max_size=5))
def test_however_deep_it_lies_in_what_an_event_keeps(layers):
    payload = GRADED
    for wrap, other in layers:
        payload = wrap(payload, other)
    with pytest.raises(UserError, match="密级标志"):
        LedgerDesk(None, None, FakeClock(), lambda: "李静", True).record("issue.added", "i", {"entry": payload})


def test_what_was_written_before_can_still_be_taken_out(tmp_path):
    office = Office(tmp_path, FakeClock())
    try:
        old_and_new = {"change": {"text/goal": [GRADED, "停发不超过次月"]}}
        with office.services._ledger_desk.record("issue.edited", "i", old_and_new):
            pass
    finally:
        office.close()


def test_nothing_of_the_ledger_is_recorded_but_through_its_desk():
    """Who asks for the desk, or for what holds one, records through it: the journal's own `record` looks at nothing."""
    services = Path(app.services.__file__).parent
    ledger = [path for path in services.glob("*.py") if "ledger_desk" in path.read_text("utf-8")]
    assert len(ledger) > 5
    around_it = []
    for path in (*ledger, *services.glob("*issue*.py"), *services.glob("*report*.py"), services / "outcome_service.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "record" and path.name != "ledger_desk.py":
                owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
                if owner.strip("_") == "journal":
                    around_it.append(path.name)
    assert around_it == []
