"""A ledger from before lists knew of look-backs gets them from its issues."""

import json
import sqlite3
from dataclasses import replace
from datetime import date

from app.domain.codec import to_plain
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.storage.ledger_schema import LOOK_BACK
from tests.unit.ledgers import issue, measure


def test_what_is_there_already_is_filled_in():
    lasting = measure(2, kind=MeasureKind.LASTING, deadline=None, look_back=date(2026, 12, 1))
    later = replace(lasting, number=3, look_back=date(2027, 1, 1))
    dropped = replace(lasting, number=4, look_back=date(2026, 3, 3), state=MeasureState.VOID)
    issues = [
        issue(measure(), lasting, later, dropped, state=IssueState.WORKING, id="at work"),
        issue(measure(), id="with a day"),
        issue(lasting, state=IssueState.CLOSED, closed_on=date(2026, 3, 2), id="closed"),
        issue(id="without measures"),
    ]
    held = sqlite3.connect(":memory:")
    held.execute("CREATE TABLE issue (id TEXT, state TEXT)")
    held.execute("CREATE TABLE issue_body (id TEXT, body TEXT)")
    for one in issues:
        held.execute("INSERT INTO issue VALUES (?, ?)", (one.id, one.state.value))
        held.execute("INSERT INTO issue_body VALUES (?, ?)", (one.id, json.dumps(to_plain(one))))
    for statement in LOOK_BACK.split(";"):
        held.execute(statement)
    found = dict(held.execute("SELECT id, look_back FROM issue").fetchall())
    rows = {one.id: IssueRow.of(one, 1).look_back for one in issues}
    assert found == {name: day.isoformat() if day else "" for name, day in rows.items()}
    assert found["at work"] == "2026-12-01"
