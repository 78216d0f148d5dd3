"""Notices what Python opens for writing, makes, renames or removes outside of one folder, and whom it calls."""

import os
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ONE = (
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.chmod",
    "os.symlink",
    "shutil.rmtree",
    "sqlite3.connect",
)
_CALLS = (
    "socket.connect",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "webbrowser.open",
    "os.startfile",
)


class Fence:
    """One a process: an audit hook cannot be taken away again. ``broken`` is emptied by whoever reads it."""

    def __init__(self, folder: Path) -> None:
        self._inside = str(folder.resolve()) + os.sep
        self.up, self.broken = True, list[str]()
        sys.addaudithook(self._heard)

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.up:
            return
        if event == "open":
            path, mode, flags = args
            writes = any(letter in (mode or "r") for letter in "wxa+") if isinstance(mode, str) else flags & _WRITING
            if writes:
                self._check(event, path)
        elif event in _ONE:
            self._check(event, args[0])
        elif event == "os.rename":
            self._check(event, args[0])
            self._check(event, args[1])
        elif event in _CALLS:
            self.broken.append(f"{event} {args!r:.200}")

    def _check(self, event: str, path: Any) -> None:
        if isinstance(path, int) or path in (":memory:", b":memory:", ""):
            return
        name = os.path.abspath(os.fsdecode(path).removeprefix("file:").partition("?")[0])
        compiled = name.endswith(".pyc") or "__pycache__" in name
        if not f"{name}{os.sep}".startswith(self._inside) and name != os.devnull and not compiled:
            self.broken.append(f"{event} {name}")
