"""What the builds say about the program, and where they put things."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from app import __version__

ROOT = Path(__file__).resolve().parent.parent
NAME = "jingjian"
SHOWN_NAME = "镜鉴"
DESCRIPTION = "警示教育与以案促改学习软件"
VERSION = __version__
LOCK = ROOT / "requirements.lock"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
BUNDLE = DIST / NAME


def moment() -> int:
    """The build's date in seconds since 1970, the same for the same sources: SOURCE_DATE_EPOCH, or the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    try:
        command = ["git", "log", "-1", "--format=%ct"]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return int(said)
    except (OSError, subprocess.CalledProcessError, ValueError):  # not a checkout: the newest text decides
        return int(max(path.stat().st_mtime for path in (ROOT / "content").rglob("*")))


def sources() -> str:
    """The commit that is built, and whether files differ from it; "" outside a checkout."""
    try:
        command = ["git", "describe", "--always", "--abbrev=12", "--dirty= and changes"]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
