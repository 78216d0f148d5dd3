"""Which files are the content, and whether they have changed: asked at every start, without the readers."""

import hashlib
import os
from pathlib import Path

MAX_FILES = 20_000
FOLDERS = (
    ("cases", ".md"),
    ("regulations", ".md"),
    ("regulations/numbers", ".yaml"),
    ("quizzes", ".yaml"),
    ("quizzes/papers", ".yaml"),
)


def source_paths(root: Path) -> list[Path]:
    """Whatever has the name of a content file, sorted; a folder that cannot be listed gives none."""
    found: list[Path] = []
    for folder, ending in FOLDERS:
        try:
            found.extend(path for path in (root / folder).iterdir() if path.suffix == ending)
        except OSError:
            continue  # the reader says why
    return sorted(found)[:MAX_FILES]


def fingerprint(root: Path, format_version: int) -> str:
    """Changes when a file is added, removed, resized or touched, or when the index format changes."""
    digest = hashlib.sha256(str(format_version).encode())
    for path in source_paths(root):
        try:
            status = path.stat()
            state = f"{status.st_size}|{status.st_mtime_ns}"
        except OSError as error:
            state = f"unreadable|{error.errno}"
        digest.update(os.fsencode(path.relative_to(root)) + f"|{state}\n".encode())
    return digest.hexdigest()[:16]
