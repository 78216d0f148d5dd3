"""What a killed ledger left in ``unit.db`` and its folder: does every table follow from the log?"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any

from app.domain.codec import to_plain
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.replay import replayed

TOLD = {"LedgerChanged", "IssueChanged", "SelfCheckChanged", "EvidenceChanged", "ReportChanged"}


def told_of(log: list[Any]) -> list[list[Any]]:
    """The facts that were to be told, in order."""
    versions: dict[str, int] = defaultdict(int)
    told: list[list[Any]] = []
    for event in log:
        seq, name, payload = event.seq, event.object_id, event.payload
        match event.kind.partition(".")[0]:
            case "ledger_unit" | "campaign":
                told.append(["LedgerChanged", ""])
            case "issue" | "measure":
                versions[name] += 1
                told.append(["IssueChanged", seq, name, versions[name]])
            case "self_check":
                told.append(["SelfCheckChanged", seq, name])
            case "evidence":
                told.append(["EvidenceChanged", seq, name, payload["evidence"]])
            case "report":
                told.append(["ReportChanged", seq, event.kind, *name.split("/"), payload["version"]])
    return told


def check_ledger(demand: Any, log: list[Any], connection: sqlite3.Connection, folder: Path) -> None:
    """``demand(holds, sentence)`` collects what is wrong; ``folder`` holds the files of evidence."""
    check_issues(demand, log, connection)
    check_self_checks(demand, log, connection)
    check_evidence(demand, log, connection, folder)
    reports = {
        (*event.object_id.split("/"), event.payload["version"]): event.payload["report"]
        for event in log
        if event.kind in ("report.submitted", "report.corrected")
    }
    rows = connection.execute("SELECT campaign, unit, month, version, body FROM report_version").fetchall()
    demand({tuple(row[:4]): json.loads(row[4]) for row in rows} == reports, "report_version")
    newest: dict[tuple[str, ...], int] = {}
    for campaign, unit, month, version in reports:
        newest[campaign, unit, month] = max(version, newest.get((campaign, unit, month), 0))
    rows = connection.execute("SELECT campaign, unit, month, version FROM report").fetchall()
    demand({tuple(row[:3]): row[3] for row in rows} == newest, "report")


def check_issues(demand: Any, log: list[Any], connection: sqlite3.Connection) -> None:
    changes: dict[str, list[Any]] = defaultdict(list)
    for event in log:
        if event.kind.startswith(("issue.", "measure.")):
            changes[event.object_id].append(event.payload["change"])
    rows = connection.execute(
        "SELECT id, number, state, measures, done, unit, body FROM issue JOIN issue_body USING (id) ORDER BY number"
    ).fetchall()
    demand([row[0] for row in rows] == list(changes), "issue: not all of them, or not in the order of the log")
    demand([row[1] for row in rows] == list(range(1, len(rows) + 1)), "issue.number")
    for name, number, state, measures, done, unit, body in rows:
        issue = replayed(name, changes[name])
        row = IssueRow.of(issue, number)
        demand(json.loads(body) == to_plain(issue), f"issue.body of {number}")
        demand((state, measures, done, unit) == (row.state.value, row.measures, row.done, row.unit), "issue: columns")


def check_self_checks(demand: Any, log: list[Any], connection: sqlite3.Connection) -> None:
    answers: dict[str, dict[str, Any]] = {}
    for event in log:
        if event.kind == "self_check.begun":
            answers[event.object_id] = {}
        elif event.kind == "self_check.answered":
            answer = event.payload["answer"]
            answers[event.object_id][answer["item"]] = answer
        elif event.kind == "self_check.taken_back":
            del answers[event.object_id][event.payload["item"]]
    stored = {
        name: {answer["item"]: answer for answer in json.loads(body).get("answers", [])}
        for name, body in connection.execute("SELECT id, body FROM self_check")
    }
    demand(stored == answers, "self_check")
    made = {answer["issue"] for one in stored.values() for answer in one.values() if answer.get("issue")}
    issues = {row[0] for row in connection.execute("SELECT id FROM issue")}
    demand(made <= issues, "an answer without its draft")


def check_evidence(demand: Any, log: list[Any], connection: sqlite3.Connection, folder: Path) -> None:
    added = {event.payload["evidence"]: event.payload for event in log if event.kind == "evidence.added"}
    stored = {name: json.loads(body) for name, body in connection.execute("SELECT id, body FROM evidence")}
    demand(stored.keys() == added.keys(), "evidence")
    for name, one in stored.items():
        path = folder / one["campaign"] / one["issue"] / one["file"]
        whole = path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == added[name]["sha256"]
        demand(whole, "a file of evidence is missing or not whole")


def check_kept(demand: Any, stored: int, told: int, trying: str) -> None:
    """The text of a report that was being typed: what was kept last, or the one that death came upon."""
    demand(stored == told or (trying == "type" and stored == told + 1), f"typed: {stored}, kept was {told}")
