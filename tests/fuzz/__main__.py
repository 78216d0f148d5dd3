"""`dev.py fuzz [MINUTES] [--seed N] [--target NAME]… [--case N] [--sentences] [--list]`: every reader of foreign bytes.

Exit status 1 where anything but a refusal in words happened; the line to see it again is printed.
"""

import argparse
import json
import secrets
import subprocess
import sys
from typing import Any

from tests.fuzz.all_targets import TARGETS

MINUTES = 10.0
_LATE = 600


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    if options.list:
        for name, target in TARGETS.items():
            print(f"{name:18} {target.reads}")
        return 0
    names = options.target or list(TARGETS)
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    print(f"seed {seed}: {len(names)} readers in {options.minutes:g} minutes", flush=True)
    print(f"{'reader':18} {'tried':>7} {'accepted':>9} {'refused':>8} {'sentences':>10}", flush=True)
    failed = False
    for name in names:
        found = _run(name, seed, options.minutes * 60 / len(names), options.case)
        failed |= bool(found["crashes"])
        numbers = f"{found['tried']:>7,} {found['accepted']:>9,} {found['refused']:>8,} {len(found['sentences']):>10}"
        print(f"{name:18} {numbers}", flush=True)
        if options.sentences:
            for sentence in found["sentences"].values():
                print(f"    {sentence}", flush=True)
        for number, words in found["crashes"]:
            print(
                f"  FAILED; again with: dev.py fuzz --seed {seed} --target {name} --case {number}\n{words}", flush=True
            )
    return int(failed)


def _run(name: str, seed: int, seconds: float, case: int | None) -> dict[str, Any]:
    """The tally of a process of its own; one that died is told as a crash."""
    command = [sys.executable, "-m", "tests.fuzz.worker", name, str(seed), str(seconds)]
    command += [] if case is None else [str(case)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=seconds + _LATE)
    except subprocess.TimeoutExpired:
        return _dead(0, f"no answer {_LATE} seconds after its time was over")
    *_, last = done.stdout.splitlines() or [""]
    if done.returncode or not last.startswith("{"):
        reached = next((int(line) for line in reversed(done.stderr.splitlines()) if line.isdecimal()), 0)
        return _dead(reached, f"died (status {done.returncode}) after case {reached}:\n{done.stderr[-4_000:]}")
    return dict(json.loads(last))


def _dead(number: int, words: str) -> dict[str, Any]:
    return {"tried": number, "accepted": 0, "refused": 0, "sentences": {}, "crashes": [(number, words)]}


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py fuzz")
    parser.add_argument("minutes", nargs="?", type=float, default=MINUTES, help="for all readers together (10)")
    parser.add_argument("--seed", type=int, help="the same seed tries the same files")
    parser.add_argument("--target", action="append", choices=list(TARGETS), help="only this one (may be repeated)")
    parser.add_argument("--case", type=int, help="only this case, to see it again")
    parser.add_argument("--sentences", action="store_true", help="print one refusal of each kind")
    parser.add_argument("--list", action="store_true", help="what there is to read")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
