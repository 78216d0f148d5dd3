"""Reading the file that holds a whole ledger. Nothing in it is believed: names, numbers and sizes have limits, and
every member must be, byte for byte, what the manifest says."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self

from app.domain.errors import UserError
from app.domain.ledger.whole_ledger import MANIFEST, VERSION, LedgerMember, WholeLedger

MB = 1024 * 1024
MOST_MEMBERS, MOST_MANIFEST = 60_000, 16 * MB
MOST_TEXT, MOST_FILE = 256 * MB, 512 * MB
"""Of one member: a table or the log, which is read into memory; a piece of evidence, which is copied."""
MOST_LINES, MOST_LINE, MOST_RATIO = 1_000_000, 4 * MB, 200
BLOCK = MB
AGAIN = "请在原来的电脑上重新“整本导出”，核对文件大小后再拷贝一次。"
NO_LEDGER = "“{name}”不是整本导出的台账（.jjledger）：可能选错了文件。请选择用“整本导出”生成的文件。"
DAMAGED = "“{name}”不完整，或在拷贝时损坏（{where}）。本机没有任何改动。" + AGAIN
NEWER = "“{name}”是用更新版本的程序导出的，本机的版本读不了。请先把本机的程序升级，再读回。"
UNREADABLE = "“{name}”读不了：{why}。请检查 U 盘是否拔出、文件是否正被别的程序占用，再试一次。"
ERRORS = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What a text that is not what it should be makes its reader raise."""
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, *ERRORS)
"""What a zip that is none, or not as it was packed, makes its reader raise."""


class WholeLedgerFile:
    """``with`` it. Everything raises UserError with a sentence where the file is not what it should be."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise UserError(UNREADABLE.format(name=self.name, why=error.strerror or "打不开")) from error
        try:
            self._zip = self._opened()
            self.manifest = self._manifest()
        except BaseException:
            self._file.close()
            raise
        self._members = {one.name: one for one in self.manifest.members}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._zip.close()
        self._file.close()

    def digest(self, told: Callable[[int], object]) -> str:
        """SHA-256 of the whole file, in hex; ``told`` hears the bytes of each block."""
        digest = hashlib.sha256()
        try:
            self._file.seek(0)
            while block := self._file.read(BLOCK):
                told(len(block))
                digest.update(block)
        except OSError as error:
            raise UserError(UNREADABLE.format(name=self.name, why=error.strerror or "读取出错")) from error
        return digest.hexdigest()

    def lines(self, name: str) -> list[Any]:
        """What the lines of a member say, once all of it is what it should be."""
        if name not in self._members:
            self._refuse(f"缺少 {name}")
        size = self._members[name].size
        if size > MOST_TEXT or size > MB + MOST_RATIO * self._zip.getinfo(name).compress_size:
            self._refuse(f"{name} 过大")
        lines = b"".join(self.blocks(name)).split(b"\n", MOST_LINES)
        if lines.pop() or any(len(line) > MOST_LINE for line in lines):
            self._refuse(f"{name} 过大，或没有写完")
        try:
            return [json.loads(line, parse_constant=_no_constant) for line in lines]
        except ERRORS as error:
            raise UserError(DAMAGED.format(name=self.name, where=f"{name} 的内容读不懂")) from error

    def blocks(self, name: str) -> Iterator[bytes]:
        """The bytes of a member. Only when they have all come is it said whether they are the right ones."""
        member = self._members[name]
        if member.size > MOST_FILE:
            self._refuse(f"{name} 过大")
        digest, size = hashlib.sha256(), 0
        for block in self._unpacked(name):
            size += len(block)
            if size > member.size:
                break
            digest.update(block)
            yield block
        if LedgerMember(name, size, digest.hexdigest()) != member:
            self._refuse(f"{name} 与清单不符")

    def _opened(self) -> zipfile.ZipFile:
        if self._file.read(4) != b"PK\x03\x04":
            raise UserError(NO_LEDGER.format(name=self.name))
        try:
            return zipfile.ZipFile(self._file)
        except (OSError, *UNPACKING) as error:
            raise UserError(DAMAGED.format(name=self.name, where="打不开")) from error

    def _manifest(self) -> WholeLedger:
        parts = self._zip.infolist()
        names = [part.filename for part in parts]
        if MANIFEST not in names:
            raise UserError(NO_LEDGER.format(name=self.name))
        if len(parts) > MOST_MEMBERS or len(set(names)) < len(names):
            self._refuse("其中的文件太多或有重名")
        for part in parts:
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or part.flag_bits & 1:
                self._refuse("用了别的压缩方式或有密码")
        try:
            manifest = WholeLedger.read(self._short(MANIFEST))
        except ERRORS as error:
            raise UserError(DAMAGED.format(name=self.name, where="清单读不懂")) from error
        if manifest.version > VERSION:
            raise UserError(NEWER.format(name=self.name))
        if sorted(names) != sorted([MANIFEST, *(one.name for one in manifest.members)]):
            self._refuse("其中的文件与清单不符")
        return manifest

    def _short(self, name: str) -> bytes:
        data = b""
        for block in self._unpacked(name):
            data += block
            if len(data) > MOST_MANIFEST:
                self._refuse("清单过大")
        return data

    def _unpacked(self, name: str) -> Iterator[bytes]:
        """What the zip says of a size proves nothing: whoever reads counts."""
        try:
            with self._zip.open(name) as unpacked:
                while block := unpacked.read(BLOCK):
                    yield block
        except OSError as error:
            raise UserError(UNREADABLE.format(name=self.name, why=error.strerror or "读取出错")) from error
        except UNPACKING as error:
            raise UserError(DAMAGED.format(name=self.name, where=name)) from error

    def _refuse(self, where: str) -> NoReturn:
        raise UserError(DAMAGED.format(name=self.name, where=where))


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(constant)
