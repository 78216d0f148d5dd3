"""The program at work on a recording disk, and the disk after a power cut at any moment of it."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.errors import UserError
from tests.crash.crash_image import WAYS, Disk, Files, write_files
from tests.crash.inspection import Findings, inspect, inspect_records
from tests.crash.recorded_connection import profiles_on
from tests.crash.recording_disk import RecordingDisk
from tests.crash.rig import MOST_UNTOLD
from tests.crash.tape import Tape, Told
from tests.crash.victim import Worker, tell_what_is_acknowledged
from tests.unit.fakes import FakeClock
from tests.unit.house import House

FULL = "FULL"
WHOLE_START_EVERY = 100  # images; a start of the whole program takes longer than a look at its records


@dataclass
class Damage:
    """What was found on so many images; ``lossy`` of them miss something, ``lost`` counts what they miss."""

    images: int = 0
    acknowledged: int = 0
    lossy: int = 0
    lost: int = 0
    unreadable: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.images} images, {self.acknowledged} facts acknowledged before the cut, {self.lost} lost in"
            f" {self.lossy} images, {self.unreadable} unreadable, {len(self.faults)} faults"
        )


def record_work(data: Path, seed: int, deeds: int, lives: int = 1, synchronous: str = FULL) -> Tape:
    """The whole program, opened ``lives`` times (a start, ``deeds`` deeds, an orderly end). Another ``synchronous``
    than the program's own makes it the program that it must not be.
    """
    disk, clock, chance = RecordingDisk(f"recording-{seed}"), FakeClock(), random.Random(seed)
    house = House(data, clock)
    try:
        for _ in range(lives):
            with profiles_on(disk) as opened:
                services = house.open()
            (connection,) = opened
            assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL, as the program set it
            connection.execute(f"PRAGMA synchronous = {synchronous}")
            disk.tape.ready = disk.tape.ready or len(disk.tape.steps)
            tell_what_is_acknowledged(services, lambda fact: disk.tape.steps.append(Told(json.loads(json.dumps(fact)))))
            worker = Worker(services, chance)
            worker.work(deeds, pause=lambda: clock.sleep(0.1))
            assert services.records.untouched()
            services.close()
    finally:
        disk.unregister()
    return disk.tape


def cut_often(tape: Tape, data: Path, folder: Path, seed: int, images: int) -> Damage:
    """So many cuts, each at a random step; every way of losing what was not synced, on both kinds of file system."""
    chance = random.Random(seed)
    cuts = [chance.randrange(tape.ready, len(tape.steps) + 1) for _ in range(images)]
    return _cut(tape, cuts, chance, data, folder, WHOLE_START_EVERY)


def cut_at_the_start(tape: Tape, data: Path, folder: Path, seed: int, images: int) -> Damage:
    """While the program opens its new file for the first time, and a little after: each is started on, too."""
    chance = random.Random(seed)
    cuts = [chance.randrange(0, tape.ready + 20) for _ in range(images)]
    return _cut(tape, cuts, chance, data, folder, 1)


def _cut(
    tape: Tape, cuts: list[int], chance: random.Random, data: Path, folder: Path, whole_start_every: int
) -> Damage:
    damage = Damage()
    for number, (files, told) in enumerate(images_at(tape, sorted(cuts), chance)):
        lossless = look_at(files, told, folder, damage)
        if lossless and number % whole_start_every == 0:
            start_on(files, told, data, folder, damage)
    return damage


def images_at(tape: Tape, cuts: list[int], chance: random.Random) -> Iterator[tuple[Files, list[list[Any]]]]:
    disks = [Disk(tape.before, in_order) for in_order in (True, False)]
    told: list[list[Any]] = []
    done = 0
    for cut in cuts:
        for step in tape.steps[done:cut]:
            if isinstance(step, Told):
                told.append(step.fact)
            else:
                for disk in disks:
                    disk.take(step)
        done = cut
        yield chance.choice(disks).after_a_cut(chance.choice(WAYS), chance), told


def look_at(files: Files, told: list[list[Any]], folder: Path, damage: Damage) -> bool:
    """With stock SQLite; tells whether all is well."""
    found = Findings()
    write_files(files, folder)
    try:
        inspect_records(found, folder / "profile.db", told)
    except (sqlite3.Error, UserError, ValueError, LookupError, TypeError) as error:
        damage.unreadable += 1
        found.faults.append(f"unreadable: {error!r}")
    finally:
        shutil.rmtree(folder)
    if found.unacknowledged > MOST_UNTOLD:
        found.faults.append(f"{found.unacknowledged} facts stored that nobody was told of")
    damage.images += 1
    damage.acknowledged += len(told)
    damage.lossy += found.lost > 0
    damage.lost += found.lost
    damage.faults += found.faults
    return not (found.lost or found.faults)


def start_on(files: Files, told: list[list[Any]], data: Path, folder: Path, damage: Damage) -> None:
    """The program itself, with these files in place of its own."""
    copy = folder.with_name(folder.name + "-whole")
    shutil.copytree(data, copy)
    (profile,) = copy.glob("profiles/*/profile.db")
    shutil.rmtree(profile.parent)
    write_files(files, profile.parent)
    found = inspect(copy, told)
    shutil.rmtree(copy)
    damage.lost += found.lost
    damage.faults += [f"at the next start: {fault}" for fault in found.faults]
