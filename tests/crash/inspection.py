"""What a killed program left: is all that it acknowledged there, and does every table agree with the log?"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from app.domain.errors import UserError
from app.domain.exam import Exam
from app.domain.live_meeting import LiveMeeting
from app.domain.practice import QuestionState
from app.services.system_clock import SystemClock
from app.storage.database import Database
from app.storage.journal import Journal
from app.storage.spoken_connection import SpokenConnection
from tests.crash.ledger_inspection import TOLD as LEDGER_FACTS
from tests.crash.ledger_inspection import check_kept, check_ledger, told_of
from tests.crash.ledger_worker import typed_in
from tests.crash.meeting_inspection import TOLD as MEETING_FACTS
from tests.crash.meeting_inspection import check_live, check_meetings, check_typed, play
from tests.crash.meeting_worker import FIELD
from tests.crash.victim import paper_of
from tests.unit.house import House

CLOCK_TOLERANCE_MS = 6_000
UNIT_FACTS = MEETING_FACTS | LEDGER_FACTS


@dataclass
class Findings:
    """``lost`` counts acknowledged facts that are gone; ``faults`` says what else is wrong."""

    lost: int = 0
    unacknowledged: int = 0
    faults: list[str] = field(default_factory=list)

    def demand(self, holds: bool, sentence: str) -> None:
        if not holds:
            self.faults.append(sentence)


@dataclass(frozen=True)
class Event:
    seq: int
    boot_ms: int
    kind: str
    object_id: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class Screen:
    """What a person saw of an exam: its paper (`victim.paper_of`), and the time spent."""

    exam_id: str
    paper: str
    spent_ms: int


def inspect(
    data: Path, acknowledged: list[list[Any]], screens: Iterable[Screen] = (), typed: tuple[str, int, str] = ("", 0, "")
) -> Findings:
    """Opens the folder as the program does; ``acknowledged`` is everything ever told by those who worked on it.
    ``typed``: in which meeting which text was kept last, and what was being tried when death came."""
    found = Findings()
    services = House(data).open()
    try:
        found.demand(services.trouble == "", f"trouble: {services.trouble}")
        waiting = services.exams.unfinished()
        resumed = services.exams.resume(waiting) if waiting else None
        for screen in screens:
            with suppress(UserError):  # it is gone: the log misses it too
                known = resumed if resumed and resumed.id == screen.exam_id else services.exams.result(screen.exam_id)
                check_screen(found, known, screen)
        live = services.meetings.unfinished()
        kept = services.meetings.minutes.typed(live.meeting.id).get(FIELD, "") if live else ""
        check_typed(found.demand, live, kept, *typed)
        if typed[0] in [campaign.id for campaign in services.ledger.campaigns()]:
            check_kept(found.demand, typed_in(services), *typed[1:])
    finally:
        services.close()
    inspect_unit(found, data / "unit.db", [fact for fact in acknowledged if fact[0] in UNIT_FACTS], live)
    acknowledged = [fact for fact in acknowledged if fact[0] not in UNIT_FACTS]
    (file,) = data.glob("profiles/*/profile.db")
    log = inspect_records(found, file, acknowledged)
    if resumed is not None:
        check_resumed(found, log, resumed)
    return found


def inspect_unit(found: Findings, file: Path, acknowledged: list[list[Any]], live: LiveMeeting | None) -> None:
    """The unit's database, in the same way."""
    connection = sqlite3.connect(file, isolation_level=None, factory=SpokenConnection)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # what is looked at is a copy
        log = sound_log(found, connection, file)
        played, told = play(log)
        check_told(found, told, [fact for fact in acknowledged if fact[0] in MEETING_FACTS])
        check_told(found, told_of(log), [fact for fact in acknowledged if fact[0] in LEDGER_FACTS])
        check_ledger(found.demand, log, connection, file.parent / "ledger")
        check_meetings(found.demand, played, connection)
        check_live(found.demand, played, live)
    finally:
        connection.close()


def sound_log(found: Findings, connection: SpokenConnection, file: Path) -> list[Event]:
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    found.demand(sound == "ok", f"integrity_check: {sound[:80]}")
    found.demand(Journal(Database(connection, file), SystemClock()).broken() == [], "the chain is broken")
    rows = connection.execute("SELECT seq, boot_ms, kind, object, payload FROM event ORDER BY seq").fetchall()
    return [Event(*row[:4], json.loads(row[4])) for row in rows]


def inspect_records(found: Findings, file: Path, acknowledged: list[list[Any]]) -> list[Event]:
    """By the system's own SQLite, without the program; returns the log."""
    connection = sqlite3.connect(file, isolation_level=None, factory=SpokenConnection)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # what is looked at is a copy
        log = sound_log(found, connection, file)
        check_told(found, [fact for event in log if (fact := told_by(event)) is not None], acknowledged)
        check_attempts(found, log, connection)
        check_annotations(found, log, connection)
        check_progress(found, log, connection)
        check_exams(found, log, connection)
        return log
    finally:
        connection.close()


def check_screen(found: Findings, exam: Exam, screen: Screen) -> None:
    found.demand(paper_of(exam) == screen.paper, "the paper of an exam is not the one that was shown")
    found.demand(exam.clock.spent_ms >= screen.spent_ms, f"the clock ran back: {exam.clock.spent_ms} {screen.spent_ms}")


def check_resumed(found: Findings, log: list[Event], exam: Exam) -> None:
    (started, *history) = [event for event in log if event.object_id == exam.id]
    expected = [[order, score, [], False] for _, score, order in started.payload["questions"]]
    for event in history:
        match event.kind:
            case "exam.answered":
                expected[event.payload["place"] - 1][2] = event.payload["answer"]
            case "exam.flagged":
                expected[event.payload["place"] - 1][3] = event.payload["flagged"]
    resumed = [["".join(one.shown), one.score, list(one.answer), one.flagged] for one in exam.items]
    found.demand(resumed == expected, "the resumed exam is not the one that was left")


def told_by(event: Event) -> list[Any] | None:
    """The fact that the bus told of an event; None where it tells none."""
    payload, name = event.payload, event.object_id
    match event.kind:
        case "case.opened" | "case.section" | "case.check":
            return ["CaseProgressed", name]
        case "case.gate":
            return ["GateAnswered", name, payload["answer"]]
        case "case.learned":
            return ["CaseLearned", name]
        case "annotation.added":
            return ["AnnotationChanged", name, event.seq]
        case "annotation.changed" | "annotation.removed":
            return ["AnnotationChanged", name, payload["id"]]
        case "answer":
            return ["AnswerRecorded", event.seq, name, payload["source"], payload["verdict"]]
        case "exam.started":
            return ["ExamStarted", name]
        case "exam.answered":
            return ["ExamAnswered", name, payload["place"], payload["answer"]]
        case "exam.flagged":
            return ["ExamFlagged", name, payload["place"], payload["flagged"]]
        case "exam.finished":
            return ["ExamFinished", name, payload["score"]]
    return None


def check_told(found: Findings, stored: list[list[Any]], acknowledged: list[list[Any]]) -> None:
    """In the order in which it was told; each kill may leave one transaction more than was told of."""
    place = 0
    for fact in acknowledged:
        try:
            at = stored.index(fact, place)
        except ValueError:
            found.lost += 1
            continue
        found.unacknowledged += at - place
        place = at + 1
    found.unacknowledged += len(stored) - place


def check_attempts(found: Findings, log: list[Event], connection: sqlite3.Connection) -> None:
    answers = [event for event in log if event.kind == "answer"]
    rows = connection.execute("SELECT seq, question_id, answer, verdict FROM attempt ORDER BY seq").fetchall()
    expected = [(e.seq, e.object_id, e.payload["answer"], e.payload["verdict"]) for e in answers]
    found.demand([(seq, name, json.loads(text), verdict) for seq, name, text, verdict in rows] == expected, "attempt")
    columns = ", ".join(column.name for column in fields(QuestionState))
    stored = {QuestionState(*row) for row in connection.execute(f"SELECT {columns} FROM question_state")}
    found.demand(stored == set(states_after(log).values()), "question_state")
    by_hand = "SELECT day, topic, COUNT(*), SUM(verdict = 'right') FROM attempt GROUP BY day, topic ORDER BY day, topic"
    daily = "SELECT day, topic, answered, correct FROM daily ORDER BY day, topic"
    found.demand(connection.execute(by_hand).fetchall() == connection.execute(daily).fetchall(), "daily")
    missing = "SELECT COUNT(*) FROM attempt WHERE question_hash NOT IN (SELECT hash FROM question_version)"
    found.demand(connection.execute(missing).fetchone() == (0,), "an answered question has no snapshot")


def states_after(log: list[Event]) -> dict[str, QuestionState]:
    """By question, from the answers given in practice and what was missed in exams."""
    states: dict[str, QuestionState] = {}
    for event in log:
        if event.kind == "answer":
            state = states.get(event.object_id, QuestionState(event.object_id))
            states[event.object_id] = state.after(event.seq, event.payload["verdict"])
        elif event.kind == "exam.finished":
            for name in event.payload.get("missed", ()):
                states[name] = states.get(name, QuestionState(name)).missed_in_exam(event.seq)
    return states


def check_annotations(found: Findings, log: list[Event], connection: sqlite3.Connection) -> None:
    notes: dict[int, tuple[str, str, str, str]] = {}
    for event in log:
        payload = event.payload
        if event.kind == "annotation.added":
            notes[event.seq] = (payload["quote"], payload["before"], payload["after"], payload["body"])
        elif event.kind == "annotation.changed":
            notes[payload["id"]] = (*notes[payload["id"]][:3], payload["body"])
        elif event.kind == "annotation.removed":
            del notes[payload["id"]]
    rows = connection.execute("SELECT id, quote, before, after, body FROM annotation")
    found.demand({row[0]: row[1:] for row in rows} == notes, "annotation")


def check_progress(found: Findings, log: list[Event], connection: sqlite3.Connection) -> None:
    gates = {event.object_id: event.payload["answer"] for event in log if event.kind == "case.gate"}
    learned = {event.object_id for event in log if event.kind == "case.learned"}
    sections = defaultdict(set)
    for event in log:
        if event.kind == "case.section":
            sections[event.object_id].add(event.payload["section"])
    for name, gate, read, state in connection.execute("SELECT case_id, gate_answer, read, state FROM case_progress"):
        found.demand(gate == gates.get(name, ""), "case_progress.gate_answer")
        found.demand(sections[name] <= set(json.loads(read)), "case_progress.read")
        found.demand((state == "已学") == (name in learned), "case_progress.state")
    done = Counter(event.kind for event in log if event.kind in ("case.check", "case.learned", "exam.finished"))
    found.demand(connection.execute("SELECT COUNT(*) FROM activity").fetchone() == (done.total(),), "activity")


def check_exams(found: Findings, log: list[Event], connection: sqlite3.Connection) -> None:
    of_exam: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if event.kind.startswith("exam."):
            of_exam[event.object_id].append(event)
    exams = connection.execute("SELECT id, state, spent_ms FROM exam").fetchall()
    found.demand({row[0] for row in exams} == set(of_exam), "exam")
    for name, state, spent_ms in exams:
        history = of_exam[name]
        found.demand((state == "finished") == (history[-1].kind == "exam.finished"), "exam.state")
        answers = {
            event.payload["place"]: event.payload["answer"] for event in history if event.kind == "exam.answered"
        }
        flags = {event.payload["place"]: event.payload["flagged"] for event in history if event.kind == "exam.flagged"}
        query = (
            "SELECT place, question_hash, score, shown, answer, flagged FROM exam_question WHERE exam_id = ? ORDER BY 1"
        )
        rows = connection.execute(query, (name,)).fetchall()
        drawn = [[digest, score, shown] for _, digest, score, shown, _, _ in rows]
        found.demand(drawn == history[0].payload["questions"], "the paper of an exam is not the one that was drawn")
        for place, _, _, _, answer, flagged in rows:
            found.demand(json.loads(answer) == answers.get(place, []), f"exam_question.answer {place}")
            found.demand(bool(flagged) == flags.get(place, False), f"exam_question.flagged {place}")
        worked = time_at_work(history)
        found.demand(abs(spent_ms - worked) <= CLOCK_TOLERANCE_MS, f"the clock is off: {spent_ms} for {worked} ms")


def time_at_work(history: list[Event]) -> int:
    """Milliseconds between the first and the last event of each stretch of work, by the log's own clock."""
    total, since = 0, history[0].boot_ms
    last = since
    for event in history[1:]:
        if event.kind == "exam.resumed":
            total, since = total + last - since, event.boot_ms
        last = event.boot_ms
    return total + last - since
