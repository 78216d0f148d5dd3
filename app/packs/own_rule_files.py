"""Where the unit's own rules lie (``<data folder>/ledger/rules``), and whether they have changed: asked at start."""

import hashlib
import os
from pathlib import Path

ENDING = ".md"
MOST = 2_000


def rule_paths(folder: Path | None) -> list[Path]:
    """Sorted; none where the folder is missing or cannot be listed."""
    if folder is None:
        return []
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if name.endswith(ENDING)][:MOST]
    except OSError:
        return []


def rules_mark(folder: Path | None) -> str:
    """Changes when a rule is added, set aside, resized or touched; empty where there is none."""
    paths = rule_paths(folder)
    if not paths:
        return ""
    digest = hashlib.sha256()
    for path in paths:
        try:
            status = path.stat()
            state = f"{status.st_size}|{status.st_mtime_ns}"
        except OSError as error:
            state = f"unreadable|{error.errno}"
        digest.update(os.fsencode(path.name) + f"|{state}\n".encode())
    return digest.hexdigest()[:16]
