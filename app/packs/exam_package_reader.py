"""Opening an exam package: whatever the file holds, either all of it is right or one sentence says what to do."""

import json
from typing import NoReturn

from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.package_header import MOST_BYTES, MOST_HEADER, PackageHeader
from app.domain.question import Question
from app.domain.unit_exam import UnitExam

NO_PACKAGE = "这不是完整的统考文件：可能选错了文件，或文件在拷贝时损坏。请重新拷贝后再打开。"
TOO_LARGE = "这个文件超过 32 MB，不会是统考文件。请检查是否选错了文件。"
OTHER_VERSION = "这份统考文件是用另一个版本的程序生成的，本机打不开。请把各台电脑升级到同一个版本。"
LOCKED = (
    "打不开：开启口令不对，或者文件被改动过。请核对口令（注意大小写和多余的字），"
    "仍然打不开就请考试组织人员重新拷贝文件。"
)
NOT_SOUND = "统考文件的内容不完整，不能开考。请考试组织人员重新生成。"
_TAG = 16
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, StopIteration, ArithmeticError, RecursionError)


def read_header(data: bytes) -> PackageHeader:
    """What the file says in clear, which nothing vouches for before it is opened. Raises UserError."""
    return _split(data)[0]


def open_package(data: bytes, password: str) -> ExamPackage:
    """Raises UserError; a wrong password and a changed file end in the same sentence, after the same work."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header, line, sealed = _split(data)
    try:
        body = AESGCM(header.key(password)).decrypt(bytes.fromhex(header.nonce), sealed, line)
    except InvalidTag as error:
        raise UserError(LOCKED) from error
    package = read_body(body)
    salt, nonce = bytes.fromhex(header.salt), bytes.fromhex(header.nonce)
    if PackageHeader.of(package, salt, nonce) != header:
        raise UserError(NOT_SOUND)
    return package


def read_body(body: bytes | str) -> ExamPackage:
    """Of the JSON that was encrypted. Raises UserError where it is no exam that can be sat."""
    try:
        plain = json.loads(body, parse_constant=_refuse)
        package = ExamPackage(
            from_plain(UnitExam, plain["exam"]),
            from_plain(tuple[Question, ...], plain["questions"]),
            from_plain(str, plain["content"]),
        )
        faults = [*package.exam.faults()]
        if faults or not package.consistent() or package.thin():
            raise UserError(f"{NOT_SOUND}{faults[0] if faults else ''}")
    except _UNREADABLE as error:
        raise UserError(NOT_SOUND) from error
    return package


def _split(data: bytes) -> tuple[PackageHeader, bytes, bytes]:
    if len(data) > MOST_BYTES:
        raise UserError(TOO_LARGE)
    end = data.find(b"\n", 0, MOST_HEADER) + 1
    line, sealed = data[:end], data[end:]
    try:
        header = PackageHeader.read(line)
    except ValueError as error:
        raise UserError(NO_PACKAGE) from error
    if not header.usable:
        raise UserError(OTHER_VERSION)
    if len(sealed) <= _TAG:
        raise UserError(NO_PACKAGE)
    return header, line, sealed


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
