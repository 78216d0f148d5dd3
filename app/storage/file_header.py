"""What a database file says of itself, read as bytes: SQLite must not touch a file that is not for us to open.

A file that was not closed in order has its newest header in the write-ahead log beside it, so that is read too.
"""

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
WAL_MAGIC = (0x377F0682, 0x377F0683)
WAL_HEADER, FRAME_HEADER = 32, 24


class FileHeader(NamedTuple):
    user_version: int
    application_id: int


def beside(path: Path, ending: str) -> Path:
    """SQLite's own companion of a database: ``-wal``, ``-journal``, ``-shm``."""
    return path.with_name(path.name + ending)


def read_header(path: Path) -> FileHeader | None:
    """None where the file is no SQLite database. Raises OSError."""
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        return None
    log = beside(path, "-wal")
    if log.exists():
        with log.open("rb") as file:
            header = _last_committed_header(file) or header
    return FileHeader(_number(header, 60), _number(header, 68))


def _last_committed_header(log: BinaryIO) -> bytes | None:
    """Page 1 as of the last commit in the log, None where the log does not hold it.

    Frames are told from left-overs of an earlier round by their salt; their checksums are SQLite's business.
    """
    start = log.read(WAL_HEADER)
    if len(start) < WAL_HEADER or _number(start, 0) not in WAL_MAGIC:
        return None
    page_size, salt = _number(start, 8), start[16:24]
    written: bytes | None = None
    committed: bytes | None = None
    while len(frame := log.read(FRAME_HEADER)) == FRAME_HEADER and frame[8:16] == salt:
        if _number(frame, 0) == 1:
            page = log.read(page_size)
            if len(page) < page_size:
                break
            written = page[:HEADER_BYTES]
        else:
            log.seek(page_size, os.SEEK_CUR)
        if _number(frame, 4):  # the size of the database after a commit; 0 in every other frame
            committed = written or committed
    return committed


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "big")
