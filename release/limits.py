"""How large what is handed out may be: an office copies it by USB stick, often through a gateway that asks."""

from pathlib import Path

from release.check import size
from release.errors import BuildError

LARGEST = {"bundle": 220, "bundle for Windows": 120, "installer": 45, "deb": 75}
"""Megabytes (10⁶ bytes)."""


def hold(what: str, path: Path) -> None:
    """Raises BuildError where the file or folder is larger than ``LARGEST[what]``."""
    megabytes = (size(path) if path.is_dir() else path.stat().st_size) / 1e6
    if megabytes > LARGEST[what]:
        raise BuildError(
            f"{path} has {megabytes:.1f} MB, {what}s may have {LARGEST[what]}: see release/trim.py for what can go"
        )
