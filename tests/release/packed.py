"""The packed program, started as on a PC where nothing of this checkout is, and what it said."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist" / "jingjian"
NOBODY = 65534
LONGEST = 90


@dataclass(frozen=True)
class Start:
    """``page``: which one stood in the window, "" for none; ``refused``: whether a box said that there is no window."""

    status: int
    page: str
    refused: bool
    said: str
    stderr: str


def copy_of(bundle: Path, folder: Path) -> Path:
    """A copy that may be damaged: files are links to the same ones, so take one away before writing another."""

    def link(source: str, target: str) -> str:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
        return target

    shutil.copytree(bundle, folder, symlinks=True, copy_function=link)
    return folder


def environment(home: Path) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin:/usr/sbin", "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def command(bundle: Path, data: Path | None, out: Path, *arguments: str) -> list[str]:
    where = ["--data-dir", str(data)] if data else []
    return [str(bundle / "jingjian"), *where, "--watch-start", str(out), *arguments]


def start(
    bundle: Path, data: Path | None, out: Path, *arguments: str, ordinary: bool = False, before: tuple[str, ...] = ()
) -> Start:
    """Start it, look on until the page stands and nothing new is said, close it.

    ``ordinary``: as a user who may not do everything. ``before``: a command that the program is an argument of.
    """
    out.mkdir(parents=True, exist_ok=True)
    out.chmod(0o777)
    way = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if ordinary and os.geteuid() == 0 else {}
    done = subprocess.run(
        [*before, *command(bundle, data, out, *arguments)],
        cwd=out,
        env=environment(out),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LONGEST,
        **way,  # type: ignore[call-overload]
    )
    return result(out, done.returncode, done.stderr.decode("utf-8", "replace"))


def result(out: Path, status: int, stderr: str = "") -> Start:
    file = out / "start.json"
    if not file.exists():
        return Start(status, "", True, "", stderr)
    seen = json.loads(file.read_text("utf-8"))
    return Start(status, seen["page"], seen["refused"], "\n".join(seen["said"]), stderr)
