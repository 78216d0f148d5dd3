"""A content file as text, read defensively: what cannot be read becomes a problem, never an exception."""

from dataclasses import dataclass
from pathlib import Path

from app.packs import strict_yaml
from app.packs.problem_list import ProblemList

MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class SourceFile:
    """``name`` is relative to the content folder, with forward slashes."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path, root: Path, problems: ProblemList) -> "SourceFile | None":
        try:
            if path.stat().st_size > MAX_BYTES:
                problems.error(0, "文件超过 1 MB", "内容文件应是短文本，请检查是否放错了文件")
                return None
            raw = path.read_bytes()
        except OSError as error:
            problems.error(0, f"文件打不开：{error.strerror or error}", "检查文件是否存在、是否有读取权限")
            return None
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.error(0, "文件不是 UTF-8 编码", "用记事本打开，另存为时编码选 UTF-8")
            return None
        if "\0" in text:
            problems.error(text[: text.index("\0")].count("\n") + 1, "文件中有空字符，可能没有写完", "从原稿重新复制")
            return None
        return cls(path.relative_to(root).as_posix(), text.replace("\r\n", "\n").replace("\r", "\n"))

    def front_matter(self, problems: ProblemList) -> tuple[strict_yaml.Mapping, list[tuple[int, str]]] | None:
        """The YAML head between ``---`` lines and the rest as (line number, text)."""
        lines = self.text.split("\n")
        if not lines or lines[0].strip() != "---":
            problems.error(1, "文件开头缺少档案（第一行应是 ---）", "照 docs/content-format.md 的样子补上文首档案")
            return None
        end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
        if end is None:
            problems.error(1, "文首档案没有结束（缺第二个 ---），文件可能没有写完", "在档案末尾另起一行写 ---")
            return None
        try:
            head = strict_yaml.load("\n".join(lines[1:end]), first_line=2)
        except strict_yaml.YamlError as error:
            problems.error(error.line, error.message, error.advice)
            return None
        if not isinstance(head, strict_yaml.Mapping):
            problems.error(2, "文首档案应是“键: 值”", "照 docs/content-format.md 的样子改")
            return None
        return head, [(number + 1, line) for number, line in enumerate(lines[end + 1 :], end + 1)]
