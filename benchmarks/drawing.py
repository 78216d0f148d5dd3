"""A paper of 100 questions drawn from 100,000, against a sample of 100 ids and their rows from plain SQLite.

What is measured is what `ExamService.start` does before it writes: `shortages` for the card of the paper, `draw_ids`
that avoids the last three papers, reading the questions from the compiled index, `lay_out`. The bank (the
summaries of all questions) and what each rule admits are found once in a run of the program; both are told
apart.
"""

import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.domain.bank import Bank
from app.domain.codec import from_plain
from app.domain.drawing import SEEDS, draw_ids, lay_out, shortages
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, Paper
from app.domain.question import QuestionKind, QuestionSummary
from app.storage.content_compiler import build
from app.storage.content_index import ContentIndex
from benchmarks.ratios import line
from benchmarks.synthetic_bank import PARTS, REGULATIONS, TOPICS, content

SIZE, DRAWN, TURNS, AVOIDED = 100_000, 100, 100, 3
GOAL_MS = 50.0
STUDIES = 4
RULES = (
    DrawRule(QuestionKind.SINGLE, 20, 1, topics=TOPICS[:2]),
    DrawRule(QuestionKind.SINGLE, 20, 1, difficulties=(2, 3), regulations=REGULATIONS[:2]),
    DrawRule(QuestionKind.SINGLE, 10, 1),
    DrawRule(QuestionKind.MULTIPLE, 14, 1, topics=TOPICS[2:5], difficulties=(3, 4, 5)),
    DrawRule(QuestionKind.MULTIPLE, 8, 1, regulations=REGULATIONS[3:4]),
    DrawRule(QuestionKind.TRUE_FALSE, DRAWN - 72 - STUDIES * PARTS, 1, difficulties=(1, 2, 3)),
    DrawRule(QuestionKind.CASE_STUDY, STUDIES, 6, topics=TOPICS[:6]),
)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        _measure(folder)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    made = content(SIZE)
    names = [one.id for one in made.questions]
    plain = _plain(folder / "plain.db", [(one.id, one.stem + one.explanation) for one in made.questions])
    built = _seconds(partial(build, made, folder / "content-bench.db"))
    del made
    index = ContentIndex(folder / "content-bench.db")
    began = time.perf_counter()
    bank = Bank(from_plain(QuestionSummary, entry) for entry in index.summaries("question"))
    read = time.perf_counter() - began
    print(f"     {SIZE:,} questions, {len(RULES)} rules (index built in {built:.0f} s, bank read in {read:.1f} s)")
    drawing, chance = _Drawing(bank, index), random.Random(2)
    first = _seconds(drawing.draw)
    drawing.steps.clear()
    floors, whole = [], []
    for _ in range(TURNS):
        floors.append(_seconds(lambda: _rows(plain, chance.sample(names, DRAWN))))
        whole.append(_seconds(drawing.draw))
    _tell(whole, floors, first, drawing.steps)
    index.close()
    plain.close()


def _tell(whole: list[float], floors: list[float], first: float, steps: dict[str, list[float]]) -> None:
    """All in seconds."""
    (p50, p95), (floor, floor95) = _percentiles(whole), _percentiles(floors)
    print(line(f"a paper of {DRAWN} drawn and read / {GOAL_MS:.0f} ms, p95", p95 / GOAL_MS, 1.0, f"{p95:.1f} ms"))
    ratio = statistics.median(one / other for one, other in zip(whole, floors, strict=True))
    print(f"       p50 {p50:.1f} ms, p95 {p95:.1f} ms; the first of a run, which finds the pools, {first * 1e3:.0f} ms")
    print(f"       / random.sample and {DRAWN} rows by id ({floor:.2f} ms, p95 {floor95:.2f}): {ratio:.1f}")
    print("       of these " + ", ".join(f"{name} {_percentiles(all_)[0]:.1f}" for name, all_ in steps.items()) + " ms")


class _Drawing:
    """Draws papers, each avoiding the three before it; ``steps`` collects the seconds of each step."""

    def __init__(self, bank: Bank, index: ContentIndex) -> None:
        self.steps: dict[str, list[float]] = {}
        self._bank, self._index, self._chance = bank, index, random.Random(1)
        self._lately: list[frozenset[str]] = []
        self._paper = Paper("bench", "抽题", "", 100, 60, MultipleRule.PARTIAL, BreakPolicy.FREE, RULES)

    def draw(self) -> None:
        paper, bank = self._paper, self._bank
        clock = [time.perf_counter()]

        def done(step: str) -> None:
            clock.append(time.perf_counter())
            self.steps.setdefault(step, []).append(clock[-1] - clock[-2])

        short = shortages(paper, bank)
        done("shortages")
        seed = self._chance.randrange(1, SEEDS)
        ids = draw_ids(paper, bank, seed, frozenset().union(*self._lately))
        done("draw_ids")
        known = {question.id: question for question in self._index.questions(name for name, _ in ids)}
        done("questions")
        drawn = lay_out(paper, ids, known, seed)
        done("lay_out")
        assert not short and len(drawn) == DRAWN
        self._lately = [*self._lately, frozenset(known)][-AVOIDED:]


def _plain(path: Path, rows: list[tuple[str, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE question (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO question VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def _rows(connection: sqlite3.Connection, names: list[str]) -> None:
    for name in names:
        connection.execute("SELECT body FROM question WHERE id = ?", (name,)).fetchone()


def _percentiles(seconds: list[float]) -> tuple[float, float]:
    """Milliseconds: p50, p95."""
    cut = statistics.quantiles(seconds, n=20, method="inclusive")
    return cut[9] * 1e3, cut[18] * 1e3


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
