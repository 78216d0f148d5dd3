"""What a killed session left in ``unit.db``: does every table follow from the log, and does it go on as it was?

The log is played once more, event by event; what the bus told of each falls out on the way.
"""

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from app.domain.codec import to_plain
from app.domain.live_meeting import LiveMeeting
from tests.unit.decks import deck

TOLD = {
    "MeetingPlanned",
    "PeopleListed",
    "MeetingStarted",
    "PageReached",
    "PageRevealed",
    "HandsCounted",
    "AttendanceMarked",
    "PersonPicked",
    "TeamScored",
    "MinutesEntered",
    "MeetingPaused",
    "MeetingClosed",
    "MinutesCorrected",
}


@dataclass
class Played:
    """A meeting as its events make it."""

    state: str = "计划"
    page: str = ""
    on_break: bool = False
    people: dict[int, list[Any]] = field(default_factory=dict)
    revealed: set[str] = field(default_factory=set)
    polls: dict[str, list[Any]] = field(default_factory=dict)
    entries: dict[int, dict[str, Any]] = field(default_factory=dict)
    minutes: list[dict[str, Any]] = field(default_factory=list)
    teams: list[str] = field(default_factory=list)
    points: dict[tuple[str, int], int] = field(default_factory=dict)
    picking: bool = False
    picked: int = 0


def play(log: list[Any]) -> tuple[dict[str, Played], list[list[Any]]]:
    """Every meeting as the log makes it, and the facts that were to be told, in order."""
    meetings: dict[str, Played] = defaultdict(Played)
    told: list[list[Any]] = []
    for event in log:
        if event.kind.startswith(("meeting.", "minutes.")):
            told += _happened(meetings[event.object_id], event.seq, event.kind, event.object_id, event.payload)
    return dict(meetings), told


def _happened(it: Played, seq: int, kind: str, name: str, payload: dict[str, Any]) -> list[list[Any]]:
    match kind.partition(".")[2]:
        case "planned":
            it.state = payload["state"]
            return [["MeetingPlanned", seq, name]]
        case "listed":
            it.people |= {number: ["未到", "", ""] for number, *_ in payload["added"]}
            return [["PeopleListed", name, len(it.people)]]
        case "started":
            it.state, it.page = "进行中", payload["page"]
            return [["MeetingStarted", name]]
        case "page":
            it.page = payload["page"]
            return [["PageReached", name, it.page]]
        case "revealed":
            (it.revealed.add if payload["revealed"] else it.revealed.discard)(payload["page"])
            return [["PageRevealed", name, payload["page"], payload["revealed"]]]
        case "counted":
            it.polls[payload["page"]] = [payload["first"], payload["second"]]
            return [["HandsCounted", name, payload["page"], payload["first"], payload["second"]]]
        case "marked" | "unmarked":
            assert all(it.people[number] == before for number, *before in payload["before"])
            it.people |= {number: after for number, *after in payload["after"]}
            return [["AttendanceMarked", name, number, after[0]] for number, *after in payload["after"]]
        case "picking":
            it.picking = payload["on"]
        case "picked":
            it.picked = payload["number"]
            return [["PersonPicked", name, it.picked]]
        case "teams":
            it.teams, it.points = payload["teams"], {}
        case "scored":
            it.points[payload["page"], payload["team"]] = payload["points"]
            return [["TeamScored", name, payload["page"], payload["team"], payload["points"]]]
        case "entered" | "entry_changed":
            entry = payload["entry"]
            it.entries[entry["number"]] = entry
            return [["MinutesEntered", name, entry["number"], entry["text"]]]
        case "entry_removed":
            del it.entries[payload["number"]]
            return [["MinutesEntered", name, payload["number"], ""]]
        case "paused":
            it.on_break = payload["paused"]
            return [["MeetingPaused", name, it.on_break]]
        case "closed":
            it.state = "已结束"
            it.minutes.append(payload["minutes"])
            return [["MeetingClosed", name]]
        case "corrected":
            it.minutes.append(payload["minutes"])
            return [["MinutesCorrected", name, payload["version"]]]
    return []


def check_meetings(demand: Any, played: dict[str, Played], connection: sqlite3.Connection) -> None:
    """``demand(holds, sentence)`` collects what is wrong."""

    def bodies(table: str, name: str, more: str = "") -> list[dict[str, Any]]:
        rows = connection.execute(f"SELECT body FROM {table} WHERE meeting_id = ? {more}", (name,))
        return [json.loads(row[0]) for row in rows]

    states = dict(connection.execute("SELECT id, state FROM meeting"))
    demand(states == {name: one.state for name, one in played.items()}, "meeting")
    demand(sum(state == "进行中" for state in states.values()) <= 1, "two sessions are on")
    for name, one in played.items():
        people = {
            body["number"]: [body.get("presence", "未到"), body.get("at", ""), body.get("reason", "")]
            for body in bodies("meeting_person", name, "AND listed = 1")
        }
        demand(people == one.people, "meeting_person")
        entries = {body["number"]: body for body in bodies("meeting_entry", name, "AND kept = 1")}
        demand(entries == one.entries, "meeting_entry")
        demand(bodies("minutes", name, "ORDER BY version") == one.minutes, "minutes")
        wanted = one.minutes[-1].get("follow_ups", []) if one.minutes else []
        demand(bodies("follow_up", name, "AND taken_by = '' ORDER BY number") == wanted, "follow_up")
        check_stage(demand, one, name, connection)


def check_stage(demand: Any, one: Played, name: str, connection: sqlite3.Connection) -> None:
    ask = "SELECT page, revealed, on_break, pick, quiz FROM meeting_stage WHERE meeting_id = ?"
    row = connection.execute(ask, (name,)).fetchone()
    demand((row is None) == (one.page == ""), "meeting_stage")
    if row is None:
        return
    page, revealed, on_break, pick, quiz = row
    demand(page == one.page, f"meeting_stage.page: {page}, not {one.page}")
    demand(set(json.loads(revealed)) == one.revealed, "meeting_stage.revealed")
    demand(bool(on_break) == one.on_break, "meeting_stage.on_break")
    demand(json.loads(pick).get("on", False) == one.picking, "meeting_stage.pick")
    points = {
        (page, team): points
        for page, row in json.loads(quiz).get("points", [])
        for team, points in enumerate(row)
        if points or (page, team) in one.points
    }
    demand(points == {key: value for key, value in one.points.items() if key in points}, "meeting_stage.quiz")
    demand(set(one.points) <= set(points), "meeting_stage.quiz")
    polls = {
        page: [json.loads(body)["first"], json.loads(body).get("second")]
        for page, body in connection.execute("SELECT page, body FROM meeting_poll WHERE meeting_id = ?", (name,))
    }
    demand(polls == one.polls, "meeting_poll")
    (built,) = connection.execute("SELECT body FROM meeting_deck WHERE meeting_id = ?", (name,)).fetchone()
    demand(json.loads(built) == to_plain(deck()), "the deck is not the one that was begun with")


def check_live(demand: Any, played: dict[str, Played], live: LiveMeeting | None) -> None:
    """What is offered for resumption is what was on."""
    on = [name for name, one in played.items() if one.state == "进行中"]
    demand(on == ([live.meeting.id] if live else []), "the session that is offered is not the one that was on")
    if live is None or live.meeting.id not in played:
        return
    one, shown = played[live.meeting.id], live.presentation
    demand(shown.page.id == one.page, "another page")
    demand(set(shown.revealed) == one.revealed, "another answer revealed")
    polls = {page: [list(poll.first), poll.second and list(poll.second)] for page, poll in shown.polls}
    demand(polls == one.polls, "other votes")
    people = {person.number: [person.presence.value, person.at, person.reason] for person in live.people}
    demand(people == one.people, "other names")


def check_typed(demand: Any, live: LiveMeeting | None, stored: str, meeting_id: str, told: int, trying: str) -> None:
    """The text that was being typed: what was kept last, or the one that death came upon."""
    if live is None or live.meeting.id != meeting_id:
        return
    number = int(stored or "0")
    demand(number == told or (trying == "type" and number == told + 1), f"typed: {number}, kept was {told}")
