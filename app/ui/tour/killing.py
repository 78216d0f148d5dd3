"""A sitting that is killed: by SIGKILL, on Windows by TerminateProcess, so that nothing of it can be tidied up."""

import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from app.ui.tour.stage import TourError

LONGEST = 90.0
"""Seconds until a sitter that says nothing is given up."""
Answers = dict[int, tuple[str, ...]]


def can_kill() -> bool:
    """A packed program has no interpreter to run the sitter with."""
    return not getattr(sys, "frozen", False)


def sit_and_be_killed(data: Path, days: int, answered: int) -> tuple[Answers, int]:
    """Kill the sitter once so many questions are acknowledged: the answers by place, and the place of the last one.

    Raises TourError where the sitter ended by itself or said nothing.
    """
    command = [sys.executable, "-m", "app.ui.tour.sitter", str(data), str(days)]
    acknowledged: Answers = {}
    last = 0
    with tempfile.TemporaryFile() as complaints:
        program = Path(__file__).parents[3]
        sitter = subprocess.Popen(command, cwd=program, stdout=subprocess.PIPE, stderr=complaints)
        assert sitter.stdout is not None
        too_long = threading.Timer(LONGEST, sitter.kill)
        too_long.start()
        try:
            for line in sitter.stdout:  # also what was said before the kill and not read yet
                last, answer = json.loads(line)
                acknowledged[last] = tuple(answer)
                if len(acknowledged) == answered:
                    sitter.kill()
        finally:
            too_long.cancel()
            sitter.kill()
            sitter.wait()
            sitter.stdout.close()
        if len(acknowledged) < answered:
            complaints.seek(0)
            words = complaints.read().decode("utf-8", "replace").strip().splitlines()
            raise TourError(f"另一个进程里的考试没有答完 {answered} 题：{words[-1] if words else '没有说明'}")
    return acknowledged, last
