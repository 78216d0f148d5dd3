"""Where everything is: installed, from source, or portable (a marker beside the program)."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PORTABLE = "portable", "portable.txt"
"""Windows hides endings: who makes an empty text file there and calls it portable has made the second."""


@dataclass(frozen=True)
class AppPaths:
    data: Path
    content: Path
    """A folder with texts; of an installed program the one file that they are packed in."""
    resources: Path
    index: Path | None = None
    """The folder with the compiled index that an installed program brings along."""

    @property
    def build_facts(self) -> Path:
        """What the build noted: version and date. There is none when the program runs from source."""
        return self.resources.parent / "build.json"

    @property
    def guide(self) -> Path:
        """The user guide: beside the resources of a packed program, among the documents in the sources."""
        packed = self.resources.parent / "guide"
        return packed if packed.is_dir() else self.resources.parent / "docs" / "user-guide"

    @property
    def appearance(self) -> Path:
        return self.data / "appearance.json"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def own_content(self) -> Path:
        """Where the unit's own rules (``rules``) and exemplars (``exemplars``) are."""
        return self.data / "ledger"

    @property
    def unit_database(self) -> Path:
        return self.data / "unit.db"


def program_folder() -> Path:
    """The folder that holds content/ and resources/."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    return Path(__file__).resolve().parent.parent


def default_data_folder() -> Path:
    beside = Path(sys.executable).parent if getattr(sys, "frozen", False) else program_folder()
    if any((beside / name).exists() for name in PORTABLE):
        return beside / "data"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Jingjian"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "jingjian"


def find_paths(data: Path | None = None, content: Path | None = None) -> AppPaths:
    program, packed = program_folder(), getattr(sys, "frozen", False) and content is None
    return AppPaths(
        (data or default_data_folder()).absolute(),
        (content or program / ("content.zip" if packed else "content")).absolute(),
        program / "resources",
        program / "index" if packed else None,
    )
