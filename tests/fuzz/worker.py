"""One target in a process of its own, with a limit on its memory, on every single case and on where it may write."""

import contextlib
import faulthandler
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.fuzz.all_targets import TARGETS
from tests.fuzz.fence import Fence
from tests.fuzz.tally import Tally

MEMORY = 3 * 1024**3
"""Bytes of address space: what the files may grow to, openpyxl and SQLite's maps included."""
KEPT = Path(__file__).resolve().parents[2] / "build" / "fuzz"
LONGEST = 60
"""Seconds for one case, on a slow PC that has other things to do; then it is a hang."""
MOST_CRASHES = 5


def main(name: str, seed: int, seconds: float, only: int | None) -> None:
    """The tally as a line of JSON. A hang ends the process with the stack on stderr."""
    _limit_memory()
    found = Tally(name, seed)
    with tempfile.TemporaryDirectory(prefix="fuzz-", ignore_cleanup_errors=True) as place:
        root = Path(place)
        os.environ["TMPDIR"] = tempfile.tempdir = place
        folder = root / "一个 文件夹"
        folder.mkdir()
        os.chdir(folder)
        fence = Fence(root)
        target = TARGETS[name](folder)
        fence.broken.clear()
        until, number = time.monotonic() + seconds, only or 0
        while len(found.crashes) < MOST_CRASHES:
            faulthandler.dump_traceback_later(LONGEST, exit=True)
            crashes = len(found.crashes)
            found.try_case(target, number, fence)
            if len(found.crashes) > crashes:
                _keep(folder, f"{name}-{seed}-{number}", fence)
            faulthandler.cancel_dump_traceback_later()
            number += 1
            if only is not None or time.monotonic() > until:
                break
            if number % 50 == 0:
                print(f"{number}", file=sys.stderr, flush=True)  # where a hang happened
        with contextlib.suppress(Exception):
            target.close()
        fence.up = False
        os.chdir("/")
    print(json.dumps(asdict(found)), flush=True)


def _keep(folder: Path, name: str, fence: Fence) -> None:
    """What is on disk when it happened, in build/fuzz: ids and salts in a data folder are never the same again."""
    fence.up = False
    with contextlib.suppress(OSError):
        shutil.copytree(folder, KEPT / name, dirs_exist_ok=True)
    fence.up = True


def _limit_memory() -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    given = sys.argv[1:]
    main(given[0], int(given[1]), float(given[2]), int(given[3]) if len(given) > 3 else None)
