"""Run by Python for Windows: asks Windows to open every file of ours in a folder, as a double click does."""

import os
import sys
import time
from pathlib import Path

APART = 6
"""Seconds from one to the next: each has its time in the window."""


def main(folder: Path) -> int:
    for file in sorted(folder.glob("*.jj*"), reverse=True):
        os.startfile(file.absolute())  # type: ignore[attr-defined,unused-ignore]
        time.sleep(APART)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
