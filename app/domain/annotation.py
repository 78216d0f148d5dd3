"""Highlights, notes, bookmarks and reflections, anchored by the words they belong to."""

from dataclasses import dataclass
from enum import StrEnum


class AnnotationKind(StrEnum):
    HIGHLIGHT = "划重点"
    NOTE = "笔记"
    BOOKMARK = "收藏"
    REFLECTION = "反思"
    PLEDGE = "承诺"


@dataclass(frozen=True, slots=True)
class Annotation:
    """``quote`` with its context ``before`` and ``after`` finds the place again after the text was edited."""

    id: int
    object_id: str
    kind: AnnotationKind
    section: str
    quote: str
    before: str
    after: str
    body: str
    made_at: str
    changed_at: str


def locate(annotation: Annotation, text: str) -> int | None:
    """Where the quote stands in ``text`` (a section's plain text): the occurrence whose context fits best.

    None where it no longer occurs: such notes are shown as 原文已改, never dropped.
    """
    best, best_fit = None, -1
    start = text.find(annotation.quote) if annotation.quote else -1
    while start >= 0:
        before = text[max(0, start - len(annotation.before)) : start]
        end = start + len(annotation.quote)
        after = text[end : end + len(annotation.after)]
        fit = _common_suffix(before, annotation.before) + _common_prefix(after, annotation.after)
        if fit > best_fit:
            best, best_fit = start, fit
        start = text.find(annotation.quote, start + 1)
    return best


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
