"""The files of a ledger that is read in: each is whole on disk before it has its name, nothing is written over."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.domain.errors import UserError
from app.domain.ledger.evidence import MB, ROOM_MB
from app.domain.ledger.whole_ledger import EVIDENCE, EXEMPLARS, ID, RULES, LedgerMember
from app.packs.whole_ledger_file import WholeLedgerFile
from app.services.evidence_files import digest_of
from app.services.whole_ledger_reading import ReadLedger
from app.storage.file_steps import sync_folder

TAKEN = "本机已有同名而内容不同的文件 {path}，没有读回。请先把它移到别处，再读回一次。"
NOT_COPIED = "没有读回：不能把文件写到 {folder}。请检查磁盘空间和权限，再试一次。"
VOID = ".void"
"""Behind the name of what the library does not read any more."""
NO_ROOM = "磁盘剩余空间不够：需要 {need} MB。请先清理 {folder} 所在的磁盘，再读回。"


class WholeLedgerFiles:
    """``with`` it: unless `keep` was called, what it has copied is gone again at the end."""

    def __init__(self, folder: Path, read: ReadLedger, replaces: bool) -> None:
        """``folder`` is that of the ledger's files here. With ``replaces`` a file of the unit's rules and exemplars
        that is another one here is set aside: it was written on elsewhere."""
        self._folder, self._read, self._replaces = folder, read, replaces
        self._made: list[Path] = []
        self._aside: list[tuple[Path, Path]] = []

    def __enter__(self) -> "WholeLedgerFiles":
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
                path.parent.rmdir()
        for old, name in reversed(self._aside):
            with suppress(OSError):
                os.replace(old, name)

    def keep(self) -> None:
        self._made, self._aside = [], []

    def copy(self, told: Callable[[int], None]) -> None:
        """Raises UserError; ``told`` hears the bytes of each block."""
        need = sum(member.size for member, _ in self._wanted())
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self._folder).free < need + ROOM_MB * MB:
                raise UserError(NO_ROOM.format(need=need // MB + ROOM_MB, folder=self._folder))
            with WholeLedgerFile(self._read.path) as file:
                if file.manifest != self._read.manifest:
                    raise UserError("文件在核对之后变了，没有读回。请重新选择文件。")
                if self._replaces:
                    self._withdraw()
                for member, target in self._wanted():
                    self._copy(file, member, target, told)
        except OSError as error:
            raise UserError(NOT_COPIED.format(folder=self._folder)) from error

    def _wanted(self) -> Iterator[tuple[LedgerMember, Path]]:
        for member in self._read.manifest.members:
            kind, _, name = member.name.partition("/")
            if kind == EVIDENCE:
                one = self._read.evidence[name]
                if not (ID.fullmatch(one.campaign) and ID.fullmatch(one.issue)):
                    raise UserError("佐证的编号不对，没有读回。请在原来的电脑上重新“整本导出”。")
                yield member, self._folder / one.campaign / one.issue / one.file
            elif kind in (RULES, EXEMPLARS):
                yield member, self._folder / kind / name

    def _withdraw(self) -> None:
        """What was taken out of the library elsewhere leaves it here too."""
        names = {member.name for member in self._read.manifest.members}
        for name in names:
            live = name.removesuffix(VOID)
            if live != name and live not in names and (self._folder / live).exists():
                self._set_aside(self._folder / live)

    def _copy(self, file: WholeLedgerFile, member: LedgerMember, target: Path, told: Callable[[int], None]) -> None:
        if target.exists():
            if target.stat().st_size == member.size and digest_of(target) == member.sha256:
                told(member.size)
                return  # of a read-in that was cut off, or of before
            self._set_aside(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        try:
            with part.open("wb") as copy:
                for block in file.blocks(member.name):
                    copy.write(block)
                    told(len(block))
                copy.flush()
                os.fsync(copy.fileno())
            os.replace(part, target)
            self._made.append(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        sync_folder(target.parent)

    def _set_aside(self, target: Path) -> None:
        if not self._replaces:
            raise UserError(TAKEN.format(path=target))
        old = target.with_name(f"{target.name}{VOID}")
        while old.exists():
            old = old.with_name(f"{old.name}{VOID}")
        os.replace(target, old)
        self._aside.append((old, target))
