"""The content compiled once, here, so that an installed program opens it read-only and compiles nothing."""

import hashlib
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

from app.packs.content_folder import read_content
from app.packs.content_sources import source_paths
from app.storage.content_compiler import build
from app.storage.content_files import FORMAT_VERSION, PREFIX
from release.errors import BuildError
from release.facts import ROOT

PAGE = 16_384
"""Bytes. The texts are long: with SQLite's own 4,096 a third of the file is air, and reading takes longer."""


def compile_index(folder: Path, today: date) -> Path:
    """``folder/content-<fingerprint of the texts>.db``. Raises BuildError where the content has errors."""
    content = read_content(ROOT / "content", today)
    errors = [one for one in content.problems if one.severity == "error"]
    if errors:
        first = errors[0]
        raise BuildError(f"the content has {len(errors)} errors; the first: {first.file}:{first.line} {first.message}")
    target = folder / f"{PREFIX}{_fingerprint(ROOT / 'content')}.db"
    build(content, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as index:
        index.execute(f"PRAGMA page_size = {PAGE}")
        index.execute("VACUUM")
    return target


def pack_texts(target: Path) -> None:
    """The texts themselves, for the day when the index is damaged: in one file, a third of the size of the many."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in source_paths(ROOT / "content"):
            entry = zipfile.ZipInfo(path.relative_to(ROOT / "content").as_posix())
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            entry.create_system = 3  # the same on every system
            packed.writestr(entry, path.read_bytes())


def _fingerprint(root: Path) -> str:
    """Of the texts themselves, not of the files' times as while working on them: the same for the same sources."""
    digest = hashlib.sha256(str(FORMAT_VERSION).encode())
    for path in source_paths(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
