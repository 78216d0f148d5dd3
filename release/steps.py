"""What a build tells while it works."""

import sys


def say(text: str) -> None:
    print(f"build: {text}", file=sys.stderr, flush=True)
