"""The machine's own disk behind a VFS of SQLite that writes down what is asked of it, and can be made to fail."""

from collections.abc import Callable
from pathlib import Path

import apsw

from tests.crash.tape import CREATE, DELETE, SYNC, TRUNCATE, WRITE, Step, Tape

# SQLite syncs the folder with the first sync of these, if it has just made them (os_unix.c, unixOpen).
FOLDER_TOO = apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL


class RecordingFile(apsw.VFSFile):
    def __init__(self, disk: "RecordingDisk", name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._disk, self._name = disk, Path(path).name if path else ""
        self._folder_too = bool(flags[0] & FOLDER_TOO)
        new = bool(path) and not Path(path).exists()  # type: ignore[arg-type]
        if path and not new and self._name not in disk.seen:
            disk.tape.before[self._name] = Path(path).read_bytes()
        disk.seen.add(self._name)
        super().__init__("", name, flags)
        if new:
            self._keep(Step(CREATE, self._name))

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.before_step()
        super().xWrite(data, offset)
        self._keep(Step(WRITE, self._name, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        self._disk.before_step()
        super().xTruncate(size)
        self._keep(Step(TRUNCATE, self._name, size))

    def xSync(self, flags: int) -> None:
        self._disk.before_step()
        super().xSync(flags)
        self._keep(Step(SYNC, self._name, int(self._folder_too)))
        self._folder_too = False

    def excepthook(self, *error: object) -> bool:
        """SQLite went on without what failed here, and did not say so: neither do we."""
        return True

    def _keep(self, step: Step) -> None:
        if self._name:  # SQLite's own temporary files have none, and no crash brings them back
            self._disk.tape.steps.append(step)


class RecordingDisk(apsw.VFS):
    """``before_step`` is called before anything is changed; what it raises is what the disk answers."""

    def __init__(self, name: str) -> None:
        self.name, self.tape, self.seen = name, Tape(), set[str]()
        self.before_step: Callable[[], None] = lambda: None
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> RecordingFile:
        return RecordingFile(self, name, flags)

    def excepthook(self, *error: object) -> bool:
        return True

    def xDelete(self, name: str, sync_folder: bool) -> None:
        self.before_step()
        super().xDelete(name, sync_folder)
        self.tape.steps.append(Step(DELETE, Path(name).name, int(sync_folder)))
