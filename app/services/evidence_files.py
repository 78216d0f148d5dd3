"""Files of evidence in the data folder: copied in whole, never run, never overwritten; deleted only by a wiping."""

import hashlib
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import UserError
from app.domain.ledger.evidence import MB, PROGRAMS, ROOM_MB, Evidence, EvidenceState
from app.storage.file_steps import sync_folder

BLOCK = 1024 * 1024
LONGEST_STEM, LONGEST_ENDING = 60, 10
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
NOT_SAVED = "现在不能保存单位的数据，所以不能添加佐证。请先按上方提示处理。"


class EvidenceFiles:
    """``folder``/<campaign>/<issue>/<file>."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder (the unit's data are in memory only) nothing can be added."""
        self._folder = folder

    def path(self, evidence: Evidence) -> Path | None:
        return self._folder / evidence.campaign / evidence.issue / evidence.file if self._folder else None

    def state(self, evidence: Evidence, whole: bool = True) -> EvidenceState:
        """Reads the whole file, or (not ``whole``) at its size only. One that cannot be read counts as missing."""
        if evidence.removed_on is not None:
            return EvidenceState.REMOVED
        path = self.path(evidence)
        try:
            if path is None or not path.is_file():
                return EvidenceState.MISSING
            if path.stat().st_size != evidence.size or (whole and digest_of(path) != evidence.sha256):
                return EvidenceState.ALTERED
        except OSError:
            return EvidenceState.MISSING
        return EvidenceState.INTACT

    def copy_in(
        self, source: Path, folder: tuple[str, str], evidence_id: str, most_mb: int, known: Mapping[str, str]
    ) -> tuple[str, int, str]:
        """(its name in the folder, bytes, SHA-256); on disk whole before it has its name.

        ``folder`` is (campaign, issue); ``known`` are the names of what the issue has, by SHA-256. Raises UserError
        where it is one of those, a program, too large, empty, cannot be read, or there is no room.
        """
        if self._folder is None:
            raise UserError(NOT_SAVED)
        name = source.name
        if name.rpartition(".")[2].lower() in PROGRAMS:
            raise UserError(f"“{name}”是程序或带宏的文件，不能作为佐证。请改用照片、扫描件或文档。")
        try:
            if not stat.S_ISREG(source.stat().st_mode):
                raise UserError(f"“{name}”不是文件。文件夹请先压缩成一个文件，或逐个添加。")
            with source.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                self._refuse_size(name, size, most_mb)
                target = self._folder.joinpath(*folder, safe_name(name, evidence_id))
                return target.name, *_copied(file, target, most_mb * MB, known)
        except OSError as error:
            words = "请检查它还在不在、是否正被别的程序占用，以及数据文件夹所在磁盘的空间和权限。"
            raise UserError(f"没有添加“{name}”：读不了，或不能复制到 {self._folder}。{words}") from error

    def _refuse_size(self, name: str, size: int, most_mb: int) -> None:
        assert self._folder is not None
        if size == 0:
            raise UserError(f"“{name}”是空文件。请重新拷贝。")
        if size > most_mb * MB:
            raise UserError(f"“{name}”有 {-(-size // MB)} MB，每份佐证最大 {most_mb} MB。请压缩或截取后再添加。")
        self._folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self._folder).free < size + ROOM_MB * MB:
            raise UserError(f"磁盘剩余空间不够：需要 {size // MB + ROOM_MB} MB。请先清理 {self._folder} 所在的磁盘。")


def safe_name(name: str, evidence_id: str) -> str:
    """A file name that every system takes and no folder can be left by; the id keeps two of one name apart."""
    plain = "".join(
        character if unicodedata.category(character)[0] in "LNPS" and character not in '<>:"/\\|?*' else "_"
        for character in unicodedata.normalize("NFC", name)
    )
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING or not re.fullmatch(r"\w+", ending):
        stem, ending = plain, ""
    stem = stem.strip(" ._")[:LONGEST_STEM].rstrip(" .") or "佐证"
    if stem.partition(".")[0].lower() in RESERVED:
        stem = f"_{stem}"
    return f"{stem}-{evidence_id[:8]}" + (f".{ending.lower()}" if ending else "")


def is_safe_name(file: str, evidence_id: str) -> bool:
    """Whether ``file`` may be the name of evidence that somebody sends: one that `safe_name` would have given."""
    stem, mark, ending = file.rpartition(f"-{evidence_id[:8]}")
    named = safe_name(f"{stem}{ending}", evidence_id) == file
    return bool(mark) and named and ending.removeprefix(".").lower() not in PROGRAMS


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copied(file: BinaryIO, target: Path, most: int, known: Mapping[str, str]) -> tuple[int, str]:
    """(bytes, SHA-256). A file that grows while it is read is cut off at ``most`` by refusing it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    part = target.with_name(target.name + ".part")
    try:
        with part.open("xb") as copy:
            while block := file.read(BLOCK):
                size += len(block)
                if size > most:
                    raise UserError("这个文件在复制时变大了。请等它写完再添加。")
                digest.update(block)
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        if twin := known.get(digest.hexdigest()):
            raise UserError(f"它与已添加的“{twin}”内容相同，没有再添加。请直接选用那一份。")
        os.replace(part, target)
        sync_folder(target.parent)
        return size, digest.hexdigest()
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
