"""Starts the program, lets it work, kills it at a random moment, and looks at what is left; again and again."""

import json
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.storage.content_compiler import build
from tests.crash.inspection import Findings, Screen, inspect
from tests.unit.house import House, small_content

ROOT = Path(__file__).parents[2]
KILLS_IN_ONE_FOLDER = 10
PATIENCE_S = 60  # for one life: a victim that says nothing any more is a fault, not a reason to wait for ever
MOST_UNTOLD = 2  # one transaction; that of a passed check tells two facts
MOST_UNTOLD_IN_MEETING = 3  # a second vote: counted anew, the answer hidden, its page gone to
MOST_UNTOLD_IN_LEDGER = 3  # an answer of a self-check, and its draft restored and edited
LONGEST_DEED_S = 0.001  # about: to die while the deed lasts


@dataclass
class Tally:
    """``cut_off`` counts the deeds of an exam that were begun, and that the victim did not live to see done."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unacknowledged: int = 0
    cut_off: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged, {self.lost} lost,"
            f" {self.unacknowledged} stored and not yet told, {len(self.faults)} faults; cut off: {dict(self.cut_off)}"
        )


class Rig:
    def __init__(self, folder: Path, seed: int, *mode: str) -> None:
        self._folder, self._chance, self._mode = folder, random.Random(seed), mode
        self._before = Findings()
        self._round = 0
        self.data = folder / "data-0"
        self.told: list[list[Any]] = []
        self.screens: dict[str, Screen] = {}
        self.typed = ("", 0, "")
        self.tally = Tally()

    def kill_at_work(self, deed: str = "") -> None:
        """One life: from the start to a random moment, and up to 60 ms beyond; or in the middle of that deed."""
        if self.tally.kills % KILLS_IN_ONE_FOLDER == 0:
            self.move_house()
        wanted = self._chance.randint(1, 80)
        self._live_and_die(wanted, deed, self._chance.uniform(0, LONGEST_DEED_S if deed else 0.06))
        self._look()

    def kill_at_the_start(self) -> None:
        """A very first start, cut off wherever it is."""
        self.move_house()
        self._live_and_die(0, "", self._chance.uniform(0.05, 0.8))
        self._look()

    def kill_unseen(self, deed: str) -> None:
        """In the middle of that deed; whoever calls looks at what is left."""
        self._live_and_die(self._chance.randint(1, 80), deed, self._chance.uniform(0, LONGEST_DEED_S))

    def move_house(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        self._round += 1
        self.data, self.told, self.screens = self._folder / f"data-{self._round}", [], {}
        self.typed = ("", 0, "")
        self._before = Findings()
        build(small_content(), House(self.data).index)

    def _live_and_die(self, wanted: int, deed: str, delay: float) -> None:
        told, trying = len(self.told), ""
        for line in self._life(wanted, deed, delay):
            match line[:1], line[2:]:
                case "A", fact:
                    self.told.append(json.loads(fact))
                case "T", name:
                    trying = name
                case "S", screen:
                    seen, trying = Screen(*json.loads(screen)), ""
                    self.screens[seen.exam_id] = seen
                case "M", typed:
                    (meeting, number), trying = json.loads(typed), ""
                    self.typed = (meeting, number, "")
        self.typed = (*self.typed[:2], trying)
        self.tally.kills += 1
        self.tally.acknowledged += len(self.told) - told
        if trying:
            self.tally.cut_off[trying] += 1

    @property
    def _most_untold(self) -> int:
        known = {"meeting": MOST_UNTOLD_IN_MEETING, "ledger": MOST_UNTOLD_IN_LEDGER}
        return max((known[mode] for mode in self._mode if mode in known), default=MOST_UNTOLD)

    def _life(self, wanted: int, deed: str, delay: float) -> list[str]:
        """Every line that it said; it is killed when it has told so many facts and, after them, tries that deed."""
        seed = str(self._chance.randrange(10**9))
        command = [sys.executable, "-m", "tests.crash.victim", str(self.data), seed, *self._mode]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as victim:
            assert victim.stdout is not None and victim.stderr is not None
            watch = threading.Timer(PATIENCE_S, victim.kill)
            watch.start()
            said = b""
            while (wanted > 0 or deed) and (line := victim.stdout.readline()):
                said += line
                wanted -= line.startswith(b"A")
                if wanted <= 0 and deed and line == f"T {deed}\n".encode():
                    break
            time.sleep(delay)
            victim.kill()
            watch.cancel()
            said += victim.stdout.read()
            complaint = victim.stderr.read().decode()
        if complaint:
            self.tally.faults.append(complaint)
        return said[: said.rfind(b"\n") + 1].decode().splitlines()

    def _look(self) -> None:
        """At a copy: the next life must recover from the kill by itself."""
        copy = self._folder / "copy"
        shutil.copytree(self.data, copy)
        try:
            findings = inspect(copy, self.told, list(self.screens.values()), self.typed)
        finally:
            shutil.rmtree(copy)
        # The findings are over all that was told in this folder: what is new belongs to this kill.
        lost, more = findings.lost - self._before.lost, findings.unacknowledged - self._before.unacknowledged
        self._before = findings
        self.tally.lost += lost
        self.tally.unacknowledged += more
        if more > self._most_untold:
            findings.faults.append(f"{more} facts stored that nobody was told of")
        self.tally.faults += [f"after kill {self.tally.kills}: {fault}" for fault in findings.faults]
