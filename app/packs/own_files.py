"""Where the unit's own rules and exemplars lie (``<data folder>/ledger``), and whether they have changed."""

import os
from pathlib import Path

RULES, EXEMPLARS = "rules", "exemplars"
ENDING = ".md"
MOST = 2_000


def own_paths(folder: Path | None, kind: str) -> list[Path]:
    """Those of RULES or EXEMPLARS, sorted; none where the folder is missing or cannot be listed."""
    if folder is None:
        return []
    place = folder / kind
    try:
        return [place / name for name in sorted(os.listdir(place)) if name.endswith(ENDING)][:MOST]
    except OSError:
        return []


def own_mark(folder: Path | None) -> str:
    """Changes when a file is added, set aside, resized or touched; empty where there is none."""
    paths = [(kind, path) for kind in (RULES, EXEMPLARS) for path in own_paths(folder, kind)]
    if not paths:
        return ""
    import hashlib  # OpenSSL: not at the start of those who have written nothing

    digest = hashlib.sha256()
    for kind, path in paths:
        try:
            status = path.stat()
            state = f"{status.st_size}|{status.st_mtime_ns}"
        except OSError as error:
            state = f"unreadable|{error.errno}"
        digest.update(os.fsencode(f"{kind}/{path.name}") + f"|{state}\n".encode())
    return digest.hexdigest()[:16]
