"""The people of this PC: each has a folder of records; ``device.json`` lists them and who was last."""

import json
import uuid
from dataclasses import replace
from pathlib import Path

from app.domain.codec import from_plain, to_plain
from app.domain.learner import Learner
from app.services.appearance_file import write_beside


class ProfileService:
    def __init__(self, data_dir: Path) -> None:
        self._file, self._profiles_dir = data_dir / "device.json", data_dir / "profiles"
        self._learners, self._current, self._first_run = self._load()

    @property
    def current(self) -> Learner:
        return self._learners[self._current]

    @property
    def first_run(self) -> bool:
        """Whether nobody has been through the first start on this PC."""
        return self._first_run

    def all(self) -> list[Learner]:
        return list(self._learners.values())

    def database_path(self, learner: Learner) -> Path:
        return self._profiles_dir / learner.id / "profile.db"

    def describe(self, name: str, unit: str, aim: str) -> Learner:
        """Change what is known of the current person; ends the first run."""
        learner = replace(self.current, name=name.strip()[:40], unit=unit.strip()[:60], aim=aim)
        self._learners[learner.id] = learner
        self._first_run = False
        self._save()
        return learner

    def add(self, name: str, unit: str = "") -> Learner:
        learner = Learner(uuid.uuid4().hex, name.strip()[:40], unit.strip()[:60])
        self._learners[learner.id] = learner
        self._save()
        return learner

    def switch(self, learner_id: str) -> Learner:
        self._current = learner_id
        self._save()
        return self.current

    def _load(self) -> tuple[dict[str, Learner], str, bool]:
        """A damaged list is rebuilt from the folders: nobody's records are lost with it."""
        learners: dict[str, Learner] = {}
        current, first_run = "", True
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            learners = {entry["id"]: from_plain(Learner, entry) for entry in stored["learners"]}
            current, first_run = str(stored["current"]), bool(stored.get("first_run", False))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        try:
            folders = sorted(path.name for path in self._profiles_dir.iterdir() if (path / "profile.db").exists())
        except OSError:
            folders = []
        for name in folders:
            if name not in learners:
                learners[name] = Learner(name, f"记录 {name[:4]}" if learners else "")
                first_run = False
        if not learners:
            fresh = Learner(uuid.uuid4().hex)
            learners[fresh.id] = fresh
        return learners, current if current in learners else next(iter(learners)), first_run

    def _save(self) -> None:
        stored = {
            "learners": [to_plain(learner) for learner in self._learners.values()],
            "current": self._current,
            "first_run": self._first_run,
        }
        write_beside(self._file, json.dumps(stored, ensure_ascii=False, indent=1))
