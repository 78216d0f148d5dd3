"""The wrong-answer book, sorted into groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class GroupBy(StrEnum):
    ARTICLE = "按条文"
    CASE = "按案例"
    TOPIC = "按专题"


@dataclass(frozen=True, slots=True)
class BookEntry:
    """``case`` is a slug or "", ``articles`` are bases (条例@2023/124)."""

    question_id: str
    topic: str
    case: str
    articles: tuple[str, ...]

    def keys(self, by: GroupBy) -> tuple[str, ...]:
        """The groups that it belongs to; "" where it has none."""
        match by:
            case GroupBy.ARTICLE:
                return tuple(dict.fromkeys(self.articles)) or ("",)
            case GroupBy.CASE:
                return (self.case,)
            case _:
                return (self.topic,)


@dataclass(frozen=True, slots=True)
class BookGroup:
    key: str
    question_ids: tuple[str, ...]


def grouped(entries: Iterable[BookEntry], by: GroupBy) -> list[BookGroup]:
    """The largest group first, what belongs to none at the end. By article a question stands under each it cites."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        for key in entry.keys(by):
            found.setdefault(key, []).append(entry.question_id)
    ordered = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return [BookGroup(key, tuple(names)) for key, names in ordered]
