"""The people of this PC: each has a folder of records; ``device.json`` lists them, who was last, and which databases
there have been."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.clock import Clock
from app.domain.codec import from_plain, to_plain
from app.domain.errors import UserError
from app.domain.learner import Learner
from app.services.appearance_file import write_beside
from app.services.system_clock import SystemClock
from app.storage.file_steps import set_aside

LONGEST_ID = 64


class ProfileService:
    def __init__(self, data_dir: Path, clock: Clock | None = None) -> None:
        self._file, self._profiles_dir = data_dir / "device.json", data_dir / "profiles"
        self._clock = clock or SystemClock()
        self._damaged: list[Path] = []
        self._list_damaged = False
        self._databases: frozenset[str] = frozenset()
        self._learners, self._current, self._first_run = self._load()

    @property
    def current(self) -> Learner:
        return self._learners[self._current]

    @property
    def first_run(self) -> bool:
        """Whether nobody has been through the first start on this PC."""
        return self._first_run

    @property
    def damaged(self) -> tuple[Path, ...]:
        """The databases that could not be opened because they are damaged: see `set_aside_damaged`."""
        return tuple(self._damaged)

    @property
    def list_lost(self) -> bool:
        """Whether names had to be left out, because the list could not be read or is gone; until `remember`."""
        return self._list_damaged or (not self._first_run and not os.path.exists(self._file))

    def expects(self, path: Path) -> bool:
        """Whether this database has been there before."""
        return self._known_as(path) in self._databases

    def all(self) -> list[Learner]:
        return list(self._learners.values())

    def database_path(self, learner: Learner) -> Path:
        return self._profiles_dir / learner.id / "profile.db"

    def describe(self, name: str, unit: str, aim: str) -> Learner:
        """Change what is known of the current person; ends the first run."""
        _refuse_graded(name, unit)
        learner = replace(self.current, name=name.strip()[:40], unit=unit.strip()[:60], aim=aim)
        self._save(self._learners | {learner.id: learner}, self._current, first_run=False)
        return learner

    def add(self, name: str, unit: str = "") -> Learner:
        _refuse_graded(name, unit)
        learner = Learner(_new_id(), name.strip()[:40], unit.strip()[:60])
        self._save(self._learners | {learner.id: learner}, self._current, self._first_run)
        return learner

    def switch(self, learner_id: str) -> Learner:
        """Holds from the next start, which opens that person's records."""
        if learner_id not in self._learners:
            raise UserError("找不到这个人的记录。请重新打开程序后再选。")
        self._save(self._learners, learner_id, self._first_run)
        return self.current

    def remember(self, opened: Iterable[Path] = ()) -> None:
        """Write the list where there is none yet, so that a first start that is cut off is found again as such; and
        which databases were ``opened`` from disk.

        Where it cannot be written there is no first run to go through: it could not be finished either.
        """
        known = self._databases.union(map(self._known_as, opened))
        if known == self._databases and os.path.exists(self._file) and not self._list_damaged:
            return
        self._databases = known
        try:
            self._save(self._learners, self._current, self._first_run)
        except UserError:
            self._first_run = False
            raise

    def note_damaged(self, path: Path) -> None:
        """Found while opening: from now on it may be set aside."""
        self._damaged.append(path)

    def set_aside_damaged(self, path: Path) -> Path:
        """Rename a damaged database (with what SQLite keeps beside it), so that the next start makes a fresh one. One
        that is gone is expected no longer.

        Nothing is deleted. Returns the new name, for the person to keep or to hand to someone who can rescue it.
        Raises UserError where the file is not one of `damaged`, or cannot be renamed.
        """
        if path not in self._damaged:
            raise UserError(f"{path} 没有损坏，不需要另存。")
        try:
            target = set_aside(path, self._clock.now().astimezone().strftime("%Y%m%d-%H%M%S"))
        except OSError as error:
            raise UserError(f"{path} 不能改名。请检查权限，或是否被别的程序占用，再试一次。") from error
        self._databases -= {self._known_as(path)}
        self._save(self._learners, self._current, self._first_run)
        self._damaged.remove(path)
        return target

    def _known_as(self, path: Path) -> str:
        return path.relative_to(self._file.parent).as_posix()

    def _load(self) -> tuple[dict[str, Learner], str, bool]:
        """A damaged list is rebuilt from the folders: nobody's records are lost with it."""
        learners: dict[str, Learner] = {}
        current, first_run = "", True
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            learners, current, first_run = _read_list(stored)
            self._databases = frozenset(map(str, stored.get("databases", ())))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._list_damaged, first_run = True, False
        latest_first = sorted(self._folders(), key=lambda found: found[0], reverse=True)
        for _, name in latest_first:
            if name not in learners:
                learners[name] = Learner(name, f"记录 {name[:4]}" if learners else "")
                first_run = False
        if not learners:
            fresh = Learner(_new_id())
            learners[fresh.id] = fresh
            first_run = True
        return learners, current if current in learners else next(iter(learners)), first_run

    def _folders(self) -> list[tuple[float, str]]:
        """(when last written, learner id) of every folder that holds records, or what is left of them."""
        found = []
        try:
            for folder in self._profiles_dir.iterdir():
                times = [path.stat().st_mtime for path in folder.glob("profile.db*")]
                if times:
                    found.append((max(times), folder.name))
        except OSError:
            pass  # what can be listed counts; opening the data says what is wrong
        return found

    def _save(self, learners: dict[str, Learner], current: str, first_run: bool) -> None:
        """What is in memory changes only once it is on disk."""
        stored = {
            "learners": [to_plain(learner) for learner in learners.values()],
            "current": current,
            "first_run": first_run,
            "databases": sorted(self._databases),
        }
        if self._list_damaged:
            self._keep_damaged_list(self._clock.now().astimezone())
        write_beside(self._file, json.dumps(stored, ensure_ascii=False, indent=1))
        self._learners, self._current, self._first_run = learners, current, first_run

    def _keep_damaged_list(self, now: datetime) -> None:
        try:
            os.rename(self._file, self._file.with_name(f"{self._file.name}.damaged-{now:%Y%m%d-%H%M%S}"))
        except OSError as error:
            raise UserError(f"{self._file} 已损坏，又不能改名保留。请检查该文件夹的权限。") from error
        self._list_damaged = False


def _read_list(stored: Any) -> tuple[dict[str, Learner], str, bool]:
    """Raises KeyError, TypeError or ValueError where the list is not one of ours."""
    learners = {entry["id"]: from_plain(Learner, entry) for entry in stored["learners"]}
    for name, learner in learners.items():
        if not (name.isascii() and name.isalnum() and len(name) <= LONGEST_ID):  # it names a folder
            raise ValueError(name)
        f"{learner.name}{learner.unit}{learner.aim}".encode()  # half a character could not be saved again
    return learners, str(stored["current"]), bool(stored.get("first_run", False))


def _new_id() -> str:
    import uuid  # only where there is someone new

    return uuid.uuid4().hex


def _refuse_graded(*texts: str) -> None:
    from app.domain.confidentiality import refuse_graded  # not needed to open the records

    refuse_graded(*texts)
