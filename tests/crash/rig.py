"""Starts the program, lets it work, kills it at a random moment, and looks at what is left; again and again."""

import json
import random
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.storage.content_compiler import build
from tests.crash.inspection import Findings, inspect
from tests.unit.house import House, small_content

ROOT = Path(__file__).parents[2]
KILLS_IN_ONE_FOLDER = 10
PATIENCE_S = 60  # for one life: a victim that says nothing any more is a fault, not a reason to wait for ever
MOST_UNTOLD = 2  # one transaction; that of a passed check tells two facts


@dataclass
class Tally:
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unacknowledged: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged, {self.lost} lost,"
            f" {self.unacknowledged} stored and not yet told, {len(self.faults)} faults"
        )


class Rig:
    def __init__(self, folder: Path, seed: int, *mode: str) -> None:
        self._folder, self._chance, self._mode = folder, random.Random(seed), mode
        self._told: list[list[Any]] = []
        self._before = Findings()
        self._round = 0
        self._data = folder / "data-0"
        self.tally = Tally()

    def kill_at_work(self) -> None:
        """One life: from the start to a random acknowledgement, and up to 60 ms beyond."""
        if self.tally.kills % KILLS_IN_ONE_FOLDER == 0:
            self._move_house()
        self._live_and_die(self._chance.randint(1, 80), self._chance.uniform(0, 0.06))

    def kill_at_the_start(self) -> None:
        """A very first start, cut off wherever it is."""
        self._move_house()
        self._live_and_die(0, self._chance.uniform(0.05, 0.8))

    def _live_and_die(self, wanted: int, delay: float) -> None:
        told = self._life(wanted, delay)
        self.tally.kills += 1
        self.tally.acknowledged += len(told)
        self._told += told
        self._look()

    def _move_house(self) -> None:
        shutil.rmtree(self._data, ignore_errors=True)
        self._round += 1
        self._data, self._told = self._folder / f"data-{self._round}", []
        self._before = Findings()
        build(small_content(), House(self._data).index)

    def _life(self, wanted: int, delay: float) -> list[list[Any]]:
        seed = str(self._chance.randrange(10**9))
        command = [sys.executable, "-m", "tests.crash.victim", str(self._data), seed, *self._mode]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as victim:
            assert victim.stdout is not None and victim.stderr is not None
            watch = threading.Timer(PATIENCE_S, victim.kill)
            watch.start()
            lines = [victim.stdout.readline() for _ in range(wanted)]
            time.sleep(delay)
            victim.kill()
            watch.cancel()
            lines += victim.stdout.read().splitlines()
            complaint = victim.stderr.read().decode()
        if complaint:
            self.tally.faults.append(complaint)
        return [json.loads(line[2:]) for line in lines if line.startswith(b"A ") and line.rstrip().endswith(b"]")]

    def _look(self) -> None:
        """At a copy: the next life must recover from the kill by itself."""
        copy = self._folder / "copy"
        shutil.copytree(self._data, copy)
        try:
            findings = inspect(copy, self._told)
        finally:
            shutil.rmtree(copy)
        # The findings are over all that was told in this folder: what is new belongs to this kill.
        lost, more = findings.lost - self._before.lost, findings.unacknowledged - self._before.unacknowledged
        self._before = findings
        self.tally.lost += lost
        self.tally.unacknowledged += more
        if more > MOST_UNTOLD:
            findings.faults.append(f"{more} facts stored that nobody was told of")
        self.tally.faults += [f"after kill {self.tally.kills}: {fault}" for fault in findings.faults]
