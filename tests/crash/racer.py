"""A program that is started at the same moment as others on one data folder, as often as it is told to.

    python -m tests.crash.racer

Reads lines: "open FOLDER" → "W" where it may write (one event is on disk by then), "B" where another one is running,
else "? what happened"; "close" → "C". Whoever writes holds the folder until it is told to close, or is killed.
"""

import sys
from pathlib import Path

from app.bootstrap import open_app
from app.domain.errors import BusyDataError
from app.paths import find_paths
from app.services.services import Services
from tests.unit.fakes import FakeClock

TITLE = "争着打开"


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    services: Services | None = None
    for line in sys.stdin:
        verb, _, folder = line.strip().partition(" ")
        if verb == "close":
            if services is not None:
                services.close()
            services = None
            say("C")
            continue
        try:
            services = open_app(find_paths(Path(folder)), clock=FakeClock(), seed=1)
            if services.trouble:
                raise RuntimeError(services.trouble)
            with services._unit_journal.record("race.won", TITLE, {}):
                pass
            say("W")
        except BusyDataError:
            say("B")
        except Exception as error:
            say(f"? {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
