"""Exams as they stand; each write belongs to an event of the log, but for the clock's heartbeat."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.codec import to_plain
from app.domain.errors import DamagedDataError
from app.domain.exam import Exam, ExamItem, ExamState
from app.domain.exam_clock import ExamClock, Mark
from app.domain.finished_exam import FinishedExam
from app.domain.marking_record import Marking
from app.domain.paper import Paper
from app.storage.finished_exam_store import FinishedExamStore
from app.storage.question_store import QuestionStore
from app.storage.spoken_connection import SpokenConnection
from app.storage.stored import stored, stored_json

COLUMNS = (
    "id, paper_id, title, paper, content_version, seed, candidate, state, started_at, limit_ms, spent_ms, mark_utc,"
    " mark_boot_id, mark_boot_ms, running, jumps, leaves, current, finished_at, finish_reason, score, occasion, factor,"
    " seat, release"
)

PUT_ANSWER = "UPDATE exam_question SET answer = ? WHERE exam_id = ? AND place = ?"
PUT_CLOCK = (
    "UPDATE exam SET spent_ms = ?, mark_utc = ?, mark_boot_id = ?, mark_boot_ms = ?, running = ?, jumps = ?,"
    " current = ? WHERE id = ? AND (? OR state = 'running')"
)
_encode = json.JSONEncoder(ensure_ascii=False).encode


class ExamStore:
    """What an answer writes goes through ``connection.write``."""

    def __init__(self, connection: SpokenConnection, questions: QuestionStore) -> None:
        self._connection, self._questions = connection, questions

    def add(self, exam: Exam) -> None:
        """The exam with a snapshot of every question. Call inside a transaction."""
        clock = exam.clock
        self._connection.execute(
            f"INSERT INTO exam ({COLUMNS}) VALUES ({', '.join('?' * 25)})",
            (
                exam.id,
                exam.paper.id,
                exam.paper.title,
                json.dumps(to_plain(exam.paper), ensure_ascii=False),
                exam.content_version,
                exam.seed,
                exam.candidate,
                exam.state.value,
                exam.started_at,
                clock.limit_ms,
                clock.spent_ms,
                clock.mark.utc.isoformat(),
                clock.mark.boot_id,
                clock.mark.boot_ms,
                int(clock.running),
                clock.jumps,
                exam.leaves,
                exam.current,
                "",
                "",
                0,
                exam.occasion,
                exam.factor,
                exam.seat,
                exam.release,
            ),
        )
        for item in exam.items:
            self._connection.execute(
                "INSERT INTO exam_question VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    exam.id,
                    item.place,
                    self._questions.keep(item.question),
                    item.score,
                    "".join(item.shown),
                    _encode(item.answer),
                    int(item.flagged),
                    _encode(item.ticks),
                ),
            )

    def put_answer(self, exam_id: str, place: int, answer: tuple[str, ...]) -> None:
        self._connection.write(PUT_ANSWER, (_encode(answer), exam_id, place))

    def put_flag(self, exam_id: str, place: int, flagged: bool) -> None:
        self._connection.execute(
            "UPDATE exam_question SET flagged = ? WHERE exam_id = ? AND place = ?", (int(flagged), exam_id, place)
        )

    def put_clock(self, exam: Exam, running: bool = False) -> bool:
        """With ``running`` only where the exam has not been handed in; tells whether it was written."""
        clock, mark = exam.clock, exam.clock.mark
        cursor = self._connection.write(
            PUT_CLOCK,
            (
                clock.spent_ms,
                mark.utc.isoformat(),
                mark.boot_id,
                mark.boot_ms,
                int(clock.running),
                clock.jumps,
                exam.current,
                exam.id,
                not running,
            ),
        )
        return cursor.rowcount == 1

    def count_leave(self, exam_id: str) -> int:
        """Returns how often the window was left by now; whoever asks may hold an older number."""
        self._connection.execute("UPDATE exam SET leaves = leaves + 1 WHERE id = ?", (exam_id,))
        return int(self._connection.execute("SELECT leaves FROM exam WHERE id = ?", (exam_id,)).fetchone()[0])

    def is_running(self, exam_id: str) -> bool:
        row = self._connection.execute("SELECT state FROM exam WHERE id = ?", (exam_id,)).fetchone()
        return row is not None and row[0] == ExamState.RUNNING.value

    def finish(self, exam: Exam) -> None:
        self._connection.execute(
            "UPDATE exam SET state = ?, finished_at = ?, finish_reason = ?, score = ?, release = ? WHERE id = ?",
            (exam.state.value, exam.finished_at, exam.finish_reason, exam.total, exam.release, exam.id),
        )

    def put_mark(self, exam: Exam, place: int, marking: Marking) -> None:
        """``exam`` as it is with the marking."""
        ticks = _encode(marking.ticks)
        self._connection.execute(
            "UPDATE exam_question SET ticks = ? WHERE exam_id = ? AND place = ?", (ticks, exam.id, place)
        )
        self._connection.execute("UPDATE exam SET score = ? WHERE id = ?", (exam.total, exam.id))
        self._connection.execute(
            "INSERT INTO exam_mark VALUES (?, ?, ?, ?, ?, ?, ?)",
            (exam.id, place, marking.seq, marking.utc, marking.marker, ticks, marking.points),
        )

    def markings(self, exam_id: str, place: int) -> list[Marking]:
        """Oldest first."""
        rows = self._connection.execute(
            "SELECT seq, utc, marker, ticks, points FROM exam_mark WHERE exam_id = ? AND place = ? ORDER BY seq",
            (exam_id, place),
        ).fetchall()
        return [Marking(row[0], row[1], row[2], tuple(stored_json(row[3])), row[4]) for row in rows]

    def sittings(self) -> list[tuple[str, str, str, str]]:
        """(id, occasion, seat, finished_at or "") of those that belong to a unit's exam, newest first."""
        rows = self._connection.execute(
            "SELECT id, occasion, seat, finished_at FROM exam WHERE seat != '' ORDER BY started_at DESC, id"
        )
        return [tuple(row) for row in rows]

    def held_back(self) -> list[tuple[str, str]]:
        """(id, release) of the finished ones whose keys were not to be seen yet."""
        rows = self._connection.execute("SELECT id, release FROM exam WHERE state = 'finished' AND release != ''")
        return [(row[0], row[1]) for row in rows.fetchall()]

    def put_released(self, exam_id: str) -> None:
        self._connection.execute("UPDATE exam SET release = '' WHERE id = ?", (exam_id,))

    def lately(self, paper_id: str, count: int) -> list[frozenset[str]]:
        """The questions of each of the last sittings of a paper."""
        rows = self._connection.execute(
            "SELECT id FROM exam WHERE paper_id = ? ORDER BY started_at DESC, id LIMIT ?", (paper_id, count)
        ).fetchall()
        asked = (
            "SELECT v.question_id FROM exam_question q JOIN question_version v ON v.hash = q.question_hash"
            " WHERE q.exam_id = ?"
        )
        return [frozenset(row[0] for row in self._connection.execute(asked, (found[0],))) for found in rows]

    def running(self) -> Exam | None:
        row = self._connection.execute(
            "SELECT id FROM exam WHERE state = ? ORDER BY started_at DESC LIMIT 1", (ExamState.RUNNING.value,)
        ).fetchone()
        return self.get(row[0]) if row else None

    def finished(self) -> list[FinishedExam]:
        """Newest first."""
        return FinishedExamStore(self._connection).all()

    def get(self, exam_id: str) -> Exam | None:
        row = self._connection.execute(f"SELECT {COLUMNS} FROM exam WHERE id = ?", (exam_id,)).fetchone()
        if row is None:
            return None
        try:
            return replace(_exam(row), items=self._items(exam_id))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DamagedDataError("这场考试的记录有损坏，读不出来。请关闭程序，把数据文件夹复制一份。") from error

    def paper_text(self, exam_id: str) -> str:
        """The paper as it was stored at the start: JSON, "" where there is no such exam."""
        row = self._connection.execute("SELECT paper FROM exam WHERE id = ?", (exam_id,)).fetchone()
        return str(row[0]) if row else ""

    def question_hashes(self, exam_id: str) -> list[str]:
        """The names of the snapshots, by place."""
        rows = self._connection.execute(
            "SELECT question_hash FROM exam_question WHERE exam_id = ? ORDER BY place", (exam_id,)
        )
        return [row[0] for row in rows]

    def _items(self, exam_id: str) -> tuple[ExamItem, ...]:
        rows = self._connection.execute(
            "SELECT place, question_hash, score, shown, answer, flagged, ticks FROM exam_question"
            " WHERE exam_id = ? ORDER BY place",
            (exam_id,),
        ).fetchall()
        return tuple(
            ExamItem(
                row[0],
                self._questions.get(row[1]),
                row[2],
                tuple(row[3]),
                tuple(stored_json(row[4])),
                bool(row[5]),
                tuple(stored_json(row[6])),
            )
            for row in rows
        )


def _exam(row: Sequence[Any]) -> Exam:
    """Without its questions."""
    mark = Mark(datetime.fromisoformat(row[11]), row[12], row[13])
    return Exam(
        id=row[0],
        paper=stored(Paper, row[3]),
        seed=row[5],
        content_version=row[4],
        candidate=row[6],
        state=ExamState(row[7]),
        started_at=row[8],
        clock=ExamClock(row[9], row[10], mark, bool(row[14]), row[15]),
        items=(),
        current=row[17],
        leaves=row[16],
        finished_at=row[18],
        finish_reason=row[19],
        occasion=row[21],
        factor=row[22],
        seat=row[23],
        release=row[24],
    )
