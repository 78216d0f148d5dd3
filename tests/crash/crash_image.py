"""What may be on the disk after the power was cut: all that was synced, and of the rest whatever chance kept.

Unsynced steps of a file are dropped, kept, kept up to a torn one, or kept in any selection of 512-byte sectors, later
ones without earlier ones too. A deleted file may come back until its folder is synced; where the file system writes its
metadata in order (ext4, XFS, NTFS) any later sync will do, and without order only that of the folder itself.
"""

import random
from collections.abc import Iterable
from pathlib import Path

from tests.crash.tape import CREATE, DELETE, SYNC, TRUNCATE, WRITE, Step

SECTOR = 512
WAYS = ("dropped", "kept", "torn", "reordered")
Files = dict[str, bytearray]


class Disk:
    """``safe`` is on the platter, ``waiting`` in some cache."""

    def __init__(self, before: dict[str, bytes], in_order: bool) -> None:
        self.safe: Files = {name: bytearray(data) for name, data in before.items()}
        self.waiting: dict[str, list[Step]] = {}
        self._in_order = in_order

    def take(self, step: Step) -> None:
        if step.what == SYNC:
            apply(self.safe, self.waiting.pop(step.file, []))
            if step.place or self._in_order:
                self._settle_deletions()
        else:
            self.waiting.setdefault(step.file, []).append(step)
            if step.what == DELETE and step.place:
                self._settle_deletions()

    def after_a_cut(self, way: str, chance: random.Random) -> Files:
        files = {name: bytearray(data) for name, data in self.safe.items()}
        for steps in self.waiting.values():
            apply(files, survivors(steps, way, chance))
        return files

    def _settle_deletions(self) -> None:
        for name, steps in self.waiting.items():
            deleted = [place for place, step in enumerate(steps) if step.what == DELETE]
            if deleted:
                apply(self.safe, steps[: deleted[-1] + 1])
                self.waiting[name] = steps[deleted[-1] + 1 :]


def survivors(steps: list[Step], way: str, chance: random.Random) -> Iterable[Step]:
    """Of what was never synced: what reached the disk all the same."""
    if way == "dropped":
        return []
    if way == "kept":
        return steps
    return _torn(steps, chance) if way == "torn" else _reordered(steps, chance)


def _torn(steps: list[Step], chance: random.Random) -> list[Step]:
    """Everything up to a moment; the last write may be half there."""
    kept = steps[: chance.randrange(len(steps) + 1)]
    if kept and kept[-1].what == WRITE:
        last = kept[-1]
        kept[-1] = last._replace(data=last.data[: chance.randrange(0, len(last.data) + SECTOR, SECTOR)])
    return kept


def _reordered(steps: list[Step], chance: random.Random) -> Iterable[Step]:
    for step in steps:
        luck = chance.random()
        if luck < 0.4:
            if step.what == DELETE:
                return  # the old file is still there, and so what was written to a new one of its name is nowhere
            continue
        if step.what == WRITE and luck < 0.7:
            for start in range(0, len(step.data), SECTOR):
                if chance.random() < 0.5:
                    yield step._replace(place=step.place + start, data=step.data[start : start + SECTOR])
        else:
            yield step


def apply(files: Files, steps: Iterable[Step]) -> None:
    for step in steps:
        if step.what == DELETE:
            files.pop(step.file, None)
            continue
        data = files.setdefault(step.file, bytearray())
        if step.what == TRUNCATE:
            del data[step.place :]
        elif step.what == WRITE:
            data.extend(bytes(max(0, step.place - len(data))))
            data[step.place : step.place + len(step.data)] = step.data
        else:
            assert step.what == CREATE


def write_files(files: Files, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
