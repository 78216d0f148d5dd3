"""Writing the whole ledger into one file, member by member; the manifest, which vouches for the others, comes last."""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from app.domain.ledger.whole_ledger import MANIFEST, LedgerMember, WholeLedger

BLOCK = 1024 * 1024
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed(line: Any) -> bytes:
    """As it stands in the file."""
    return (_encode(line) + "\n").encode()


class WholeLedgerWriter:
    """Raises OSError where the disk does not take it."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self.members: list[LedgerMember] = []

    def add_lines(self, name: str, lines: Iterable[Any]) -> None:
        """Each as JSON."""
        self._add(name, map(packed, lines), ZIP_DEFLATED)

    def add_file(self, name: str, path: Path, told: Callable[[int], object]) -> str:
        """Its SHA-256; ``told`` hears how many bytes each block has. Photographs and scans are packed already."""

        def blocks() -> Iterable[bytes]:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    told(len(block))
                    yield block

        return self._add(name, blocks(), ZIP_STORED)

    def finish(self, manifest: WholeLedger) -> None:
        self._write(MANIFEST, [manifest.line], ZIP_DEFLATED)

    def _add(self, name: str, blocks: Iterable[bytes], packing: int) -> str:
        size, digest = self._write(name, blocks, packing)
        self.members.append(LedgerMember(name, size, digest))
        return digest

    def _write(self, name: str, blocks: Iterable[bytes], packing: int) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        info = ZipInfo(name)  # of 1980: the same ledger gives the same bytes
        info.compress_type = packing
        with self._file.open(info, "w", force_zip64=True) as member:
            for block in blocks:
                member.write(block)
                digest.update(block)
                size += len(block)
        return size, digest.hexdigest()
