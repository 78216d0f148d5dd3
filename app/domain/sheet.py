"""What a projected page shows and nothing else: no note, no name and no answer that was not revealed."""

from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """How the page is laid out; the Chinese word names it in lists."""

    COVER = "封面"
    AGENDA = "议程"
    PART = "议程环节"
    FACTS = "案情"
    QUESTION = "现场作答"
    OUTCOME = "处理结果"
    CLAUSE = "条文"
    OPINIONS = "分歧与评析"
    CAUSES = "原因"
    GAPS = "控制缺口"
    BRAKE = "刹车点"
    LESSONS = "警示"
    DISCUSSION = "讨论"
    SELF_CHECK = "对照检视"
    TEXT = "文字"
    PICTURE = "图片"
    MEDIA = "视频音频"
    CLOSING = "结束"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``strong`` is set in bold, ``source`` is a small line under it (where it is from)."""

    text: str
    strong: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list; ``mark`` stands before it ("1", "【2】", "个人"), ``tag`` after it in a box."""

    text: str
    mark: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated fact on the time line; ``date`` as shown ("2026年7月6日")."""

    date: str
    text: str
    mark: str


class Mark(StrEnum):
    """What a revealed page says of an option."""

    NONE = ""
    RIGHT = "对"
    WRONG = "错"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option; ``mark`` is NONE until revealed."""

    key: str
    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a law or a party rule, verbatim; ``source`` is name, version and article with the date in force;
    ``excerpt`` is True where the article goes on."""

    text: str
    source: str
    excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One of two or three columns side by side."""

    title: str
    subtitle: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; the first row of a page is its header."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Hands counted: per option key, the first vote and, once there is one, the second. Always numbers and bars."""

    keys: tuple[str, ...]
    first: tuple[int, ...]
    second: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """``file`` is the name inside the deck's own folder."""

    file: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A film or a sound; ``file`` is the name inside the deck's own folder, or "" where only the title is shown."""

    file: str
    caption: str = ""


Block = Text | Item | Moment | Choice | Quotation | Column | Row | Bars | Picture | Media


@dataclass(frozen=True, slots=True)
class Sheet:
    """``kicker`` is the small line above the title; ``composite`` pages carry the disclaimer in the foot."""

    kind: SheetKind
    kicker: str
    title: str
    blocks: tuple[Block, ...] = ()
    composite: bool = True
