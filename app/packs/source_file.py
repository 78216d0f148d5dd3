"""A content file as text, read defensively: what cannot be read becomes a problem, never an exception."""

import errno
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from app.packs import strict_yaml
from app.packs.problem_list import ProblemList

MAX_BYTES = 1_000_000
MAX_CHARACTERS = 350_000  # more than a megabyte of Chinese holds
MAX_LINES = 20_000
MAX_LINE = 5_000  # characters; the longest 款 of a law has some 1,500
INVISIBLE = re.compile("[\u200b\u2060\ufeff]")  # what copying from a web page or from Word leaves behind
# Controls, turns of writing direction, and line breaks that editors do not count as such.
CONTROL = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000\ue001\ufffe\uffff]"
)


REASONS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOTDIR: "它不是文件夹",
    errno.EIO: "磁盘读取出错",
}


def reason(error: OSError) -> str:
    """Why a file or folder cannot be opened, in Chinese where it is one of the usual reasons."""
    return REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def shown_name(path: Path, root: Path) -> str:
    """Relative to ``root`` with forward slashes, printable whatever bytes the file's name has."""
    return path.relative_to(root).as_posix().encode("utf-8", "replace").decode()


@dataclass(frozen=True)
class SourceFile:
    """``name`` is relative to the content folder, with forward slashes; lines of ``text`` end with one ``\\n``."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path, root: Path, problems: ProblemList) -> "SourceFile | None":
        """None where nothing sensible can be read; ``problems`` then says why."""
        try:
            raw = _bytes(path, root, problems)
        except OSError as error:
            problems.error(0, f"文件打不开：{reason(error)}", "检查文件是否存在、是否有读取权限")
            return None
        text = _decoded(raw, problems) if raw is not None else None
        if text is None:
            return None
        text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        if not text.strip():
            problems.error(1, "文件是空的", "照 docs/content-format.md 的样子写，或从原稿重新复制")
            return None
        if too_much := _too_much(text):
            problems.error(*too_much)
            return None
        return cls(shown_name(path, root), _without_controls(text, problems))

    def front_matter(self, problems: ProblemList) -> tuple[strict_yaml.Mapping, list[tuple[int, str]]] | None:
        """The YAML head between ``---`` lines and the rest as (line number, text)."""
        lines = self.text.split("\n")
        if lines[0].strip() != "---":
            problems.error(1, "文件开头缺少档案（第一行应是 ---）", "照 docs/content-format.md 的样子补上文首档案")
            return None
        end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
        if end is None:
            problems.error(1, "文首档案没有结束（缺第二个 ---），文件可能没有写完", "在档案末尾另起一行写 ---")
            return None
        head = _mapping("\n".join(lines[1:end]), 2, "文首档案应是“键: 值”", problems)
        if head is None:
            return None
        return head, [(number + 1, line) for number, line in enumerate(lines[end + 1 :], end + 1)]

    def mapping(self, message: str, problems: ProblemList) -> strict_yaml.Mapping | None:
        """The whole file as YAML; ``message`` is said where it holds something else than keys and values."""
        return _mapping(self.text, 1, message, problems)


def _mapping(text: str, first_line: int, message: str, problems: ProblemList) -> strict_yaml.Mapping | None:
    try:
        data = strict_yaml.load(text, first_line)
    except strict_yaml.YamlError as error:
        problems.error(error.line, error.message, error.advice)
        return None
    if not isinstance(data, strict_yaml.Mapping):
        problems.error(first_line, message, "照 docs/content-format.md 的样子写")
        return None
    return data


def _bytes(path: Path, root: Path, problems: ProblemList) -> bytes | None:
    """Raises OSError. Nothing but a regular file inside the content folder is opened (a pipe would wait for ever)."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        problems.error(0, "这是一个文件夹，不是文件", "改掉文件夹的名字，或把它移到别处")
    elif not stat.S_ISREG(status.st_mode):
        problems.error(0, "这不是普通文件", "把它从内容文件夹移走")
    elif not path.resolve().is_relative_to(root.resolve()):
        problems.error(0, "这是指向内容文件夹之外的链接", "把文件本身复制进来")
    else:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) <= MAX_BYTES:
            return raw
        problems.error(0, "文件超过 1 MB", "内容文件应是短文本：拆成几个文件，或检查是否放错了文件")
    return None


def _too_much(text: str) -> tuple[int, str, str] | None:
    """(line, message, advice) where the text is larger than any that a person would write."""
    lines = text.split("\n")
    if len(text) > MAX_CHARACTERS or len(lines) > MAX_LINES:
        message = f"文件有 {len(text)} 个字符、{len(lines)} 行，超过 {MAX_CHARACTERS} 字符或 {MAX_LINES} 行"
        return 0, message, "拆成几个文件，或检查是否放错了文件"
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            return number, f"这一行有 {len(line)} 个字符，超过 {MAX_LINE}", "分成几段，或检查是否放错了文件"
    return None


def _decoded(raw: bytes, problems: ProblemList) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.error(0, "文件是 UTF-16 编码，不是 UTF-8", "用记事本打开，另存为时编码选 UTF-8")
        return None
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        problems.error(line, "文件中有空字符，可能没有写完", "从原稿重新复制")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        if error.reason == "unexpected end of data":
            problems.error(line, "文件末尾不完整，可能没有写完", "从原稿重新复制")
        else:
            problems.error(line, "文件不是 UTF-8 编码", "用记事本打开，另存为时编码选 UTF-8")
        return None


def _without_controls(text: str, problems: ProblemList) -> str:
    if not CONTROL.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if CONTROL.search(line):
            problems.error(number, "这一行有看不见的控制字符，已略去", "删掉这一行重新输入")
    return CONTROL.sub(" ", text)
