"""Checking an exam's record that came as a file, against the code on its 学习情况记录单. Opens no database."""

from pathlib import Path

from app.domain.check_code import read_code
from app.domain.errors import UserError
from app.domain.exam_record import ExamRecord
from app.domain.exam_record_lines import read_record
from app.domain.exam_verification import Verification, verify

LARGEST = 32 * 1024 * 1024


def check_record(code: str, path: Path) -> Verification:
    """Raises UserError where the code cannot be one, or the file cannot be read as an exam's record."""
    try:
        wanted = read_code(code)
    except ValueError as error:
        raise UserError("核验码应是四组，每组四个字母或数字。请对照记录单再输一次。") from error
    return verify(read_file(path), wanted)


def read_file(path: Path) -> ExamRecord:
    """Raises UserError where it is not there, too large, or no record of an exam."""
    content = read_bytes(path)
    try:
        return read_record(content.decode("utf-8"))
    except ValueError as error:
        raise UserError(f"{path} 不是完整的核验文件：可能选错了文件，或文件被改动、截断。请重新索取。") from error


def read_bytes(path: Path) -> bytes:
    """Raises UserError where it is not there, or larger than what an exam leaves behind."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(f"读不了 {path}。请检查文件名，以及有没有读取权限。") from error
    if len(content) > LARGEST:
        raise UserError(f"{path} 超过 32 MB，不会是一场考试的核验文件。请检查是否选错了文件。")
    return content
