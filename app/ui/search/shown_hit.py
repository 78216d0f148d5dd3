"""A hit as it may be shown: a question's hit never gives its answer away."""

from dataclasses import dataclass

from app.domain.normalised_text import normalise, normalise_with_map
from app.services.search_service import Hit

HIDDEN = "命中在选项或解析里，作答后可见。"
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ShownHit:
    hit: Hit
    title: str
    title_marks: Marks
    excerpt: str
    excerpt_marks: Marks


def as_shown(hit: Hit, query: str) -> ShownHit:
    """Titles are marked too; of a question only the stem is shown, since the rest may hold the answer."""
    title = hit.title.replace("\n", " ")
    marks = marks_in(title, query)
    if hit.kind == "question":
        return ShownHit(hit, title, marks, "" if marks else HIDDEN, ())
    return ShownHit(hit, title, marks, hit.excerpt, hit.marks)


def marks_in(text: str, query: str) -> Marks:
    """Where the terms of a query stand in a text, normalised as the search does."""
    mapped = normalise_with_map(text)
    found = []
    for term in filter(None, (normalise(part) for part in query.split())):
        at = mapped.text.find(term)
        while at >= 0:
            found.append(mapped.original_span(at, len(term)))
            at = mapped.text.find(term, at + len(term))
    return tuple(sorted(found))
