"""The wrong-answer book of a person with 1,000,000 answers, against its plain query.

Three lists: the states that practising starts from (`practice.wrong_book`), the book with the topics, cases and
articles to group it by (`review.book`), and what has left it (`review.left`). The floor of each, in turn: the same rows
by plain sqlite3 from a copy of the file, and for the latter two the stored questions by id from the same index, not
decoded.
"""

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from app.bootstrap import open_app
from app.domain.question import Question
from app.paths import find_paths
from app.services.services import Services
from app.storage.content_compiler import PREFIX, build
from benchmarks.ratios import line, rounds
from benchmarks.synthetic_bank import content

ATTEMPTS, QUESTIONS = 1_000_000, 10_000
IN_BOOK, LEFT = 500, 500
TURNS, GOAL_MS = 21, 100.0
HASH, ANSWER = "0" * 64, '["A"]'
PAYLOAD = '{"answer":["A"],"verdict":"right","confidence":"sure","shown":"ABCD"}'
STATES = (
    "SELECT question_id, last_seq, last_verdict, right_in_row, tries, wrong, in_wrong_book, starred, book_seq"
    " FROM question_state WHERE in_wrong_book = ? AND book_seq > 0 ORDER BY book_seq DESC"
)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        _measure(folder)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    paths, made = find_paths(folder / "data"), content(QUESTIONS)
    index = paths.cache / f"{PREFIX}bench.db"
    build(made, index)
    services = open_app(paths, seed=1)
    profile = services.profiles.database_path(services.profiles.current)
    services.close()
    filled = _seconds(partial(_fill, profile, made.questions))
    shutil.copy(profile, folder / "copy.db")  # for the floor: the product allows no second connection
    began = time.perf_counter()
    services = open_app(paths, seed=1)
    opened = time.perf_counter() - began
    assert not services.trouble and services.library.open_newest(), services.trouble
    print(
        f"     {ATTEMPTS:,} answers to {QUESTIONS:,} questions, {IN_BOOK} in the book, {LEFT} left it"
        f" ({profile.stat().st_size >> 20} MiB, written in {filled:.0f} s, checked and opened in {opened:.1f} s)"
    )
    plain = sqlite3.connect(folder / "copy.db")
    plain.execute("ATTACH ? AS content", (str(index),))
    _tell(services, plain)
    plain.close()
    services.close()


def _tell(services: Services, plain: sqlite3.Connection) -> None:
    lists: tuple[tuple[str, Callable[[], list[Any]], int, bool], ...] = (
        ("practice.wrong_book", services.practice.wrong_book, 1, False),
        ("review.book", services.review.book, 1, True),
        ("review.left", services.review.left, 0, True),
    )
    for name, read, inside, texts in lists:
        first = _seconds(read) * 1e3
        floor = partial(_query, plain, inside, texts)
        assert len(read()) == len(floor()) == (IN_BOOK if inside else LEFT), name
        mine, other, ratio = rounds(partial(_seconds, read), partial(_seconds, floor), TURNS)
        detail = f"{mine * 1e3:.1f} ms (first {first:.0f}); / plain queries {other * 1e3:.2f} ms: {ratio:.1f}"
        print(line(f"{name} / {GOAL_MS:.0f} ms", mine * 1e3 / GOAL_MS, 1.0, detail), flush=True)


def _query(plain: sqlite3.Connection, inside: int, texts: bool) -> list[tuple[Any, ...]]:
    rows = plain.execute(STATES, (inside,)).fetchall()
    if texts:
        for row in rows:
            plain.execute("SELECT body FROM item WHERE kind = 'question' AND id = ?", (row[0],)).fetchone()
    return rows


def _fill(path: Path, questions: tuple[Question, ...]) -> None:
    """What a million answers leave, written in bulk: one by one they would take ten minutes.

    Hashes and salts are blank: the log of this person would not verify, but no list asks.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    before = connection.execute("SELECT COALESCE(MAX(seq), 0) FROM event").fetchone()[0]
    event = "INSERT INTO event VALUES (?, ?, 0, '', 0, 'practice.answered', ?, '', ?, ?, ?, ?)"
    attempt = "INSERT INTO attempt VALUES (?, ?, ?, ?, '练习', ?, ?, 'ABCD', ?, ?, 'sure')"
    chance = random.Random(3)
    order = [number % QUESTIONS for number in range(ATTEMPTS)]
    chance.shuffle(order)
    last: dict[int, int] = {}
    for seq, number in enumerate(order, before + 1):
        question, moment = questions[number], datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=seq)
        utc = moment.isoformat(timespec="milliseconds")
        connection.execute(event, (seq, utc, question.id, PAYLOAD, bytes(16), bytes(32), bytes(32)))
        verdict = "right" if chance.random() < 0.8 else "wrong"
        connection.execute(attempt, (question.id, seq, utc, utc[:10], HASH, question.topic, ANSWER, verdict))
        last[number] = seq
    places = chance.sample(sorted(last), IN_BOOK + LEFT)
    marked = {number: place < IN_BOOK for place, number in enumerate(places)}
    connection.executemany(
        "INSERT INTO question_state VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)",
        (
            (questions[number].id, seq, "right", 1, 100, 20, marked.get(number, 0), seq if number in marked else 0)
            for number, seq in last.items()
        ),
    )
    connection.execute("COMMIT")
    connection.close()


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
