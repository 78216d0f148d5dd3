"""Search over all content and one's own notes, with the hit shown in the original words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.annotation import AnnotationKind
from app.domain.content import GATE
from app.domain.normalised_text import normalise, normalise_with_map
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService

KINDS = {"case": "案例", "article": "条文", "question": "题目", "note": "笔记"}
EXCERPT = 70
WITHHELD = "命中在“停一停”之后，读到那里作出判断后可见。"


@dataclass(frozen=True, slots=True)
class Hit:
    """``marks`` are (start, end) in ``excerpt`` of what was searched for; ``needle`` finds the place when opened."""

    kind: str
    ref: str
    title: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    needle: str


@dataclass(frozen=True, slots=True)
class Results:
    hits: tuple[Hit, ...]
    counts: dict[str, int]


def find(library: LibraryService, query: str, limit: int, kind: str = "") -> list[Hit]:
    """Over the content alone, best first."""
    return [_hit(*row, query) for row in library.index.search(query, limit, kind)]


class SearchService:
    def __init__(
        self, library: LibraryService, annotations: AnnotationService, gate_open: Callable[[str], bool]
    ) -> None:
        """``gate_open`` tells of a case id whether what 停一停 withholds may be shown."""
        self._library, self._annotations, self._gate_open = library, annotations, gate_open

    def search(self, query: str, limit: int = 50, kind: str = "") -> Results:
        """Best first. ``kind`` restricts to one of `KINDS`; an empty query finds nothing."""
        notes = self._note_hits(query)
        counts = self._library.index.search_counts(query) | ({"note": len(notes)} if notes else {})
        hits = list(notes) if kind in ("", "note") else []
        if kind != "note":
            hits = self._content_hits(query, limit, kind) + hits
        return Results(tuple(hits[:limit]), counts)

    def _content_hits(self, query: str, limit: int, kind: str) -> list[Hit]:
        """An outcome is not told by an excerpt before the reader has decided; the hit itself may be opened."""
        hits = []
        for found_kind, ref, title, body in self._library.index.search(query, limit, kind):
            hit = _hit(found_kind, ref, title, body, query)
            if found_kind == "case" and not self._gate_open(ref):
                front = _hit(found_kind, ref, title, body.partition(GATE)[0], query)
                hit = front if front.needle or not hit.needle else replace(hit, excerpt=WITHHELD, marks=())
            hits.append(hit)
        return hits

    def _note_hits(self, query: str) -> list[Hit]:
        terms = [normalise(term) for term in query.split()]
        if not any(terms):
            return []
        titles = {case.id: case.title for case in self._library.cases()}
        found = []
        for note in self._annotations.all():
            text = f"{note.body} {note.quote}".strip()
            if note.kind is not AnnotationKind.BOOKMARK and all(term in normalise(text) for term in terms):
                found.append(_hit("note", note.object_id, titles.get(note.object_id, note.object_id), text, query))
        return found


def _hit(kind: str, ref: str, title: str, body: str, query: str) -> Hit:
    terms = [term for term in (normalise(part) for part in query.split()) if term]
    mapped = normalise_with_map(body)
    first = next((at for term in terms if (at := mapped.text.find(term)) >= 0), -1)
    if first < 0:
        return Hit(kind, ref, title, _one_line(body[:EXCERPT]), (), "")
    begin = mapped.original_span(first, 1)[0]
    start = max(0, begin - EXCERPT // 3)
    end = min(len(body), start + EXCERPT)
    marks = []
    for term in terms:
        at = mapped.text.find(term)
        while at >= 0:
            left, right = mapped.original_span(at, len(term))
            if start <= left and right <= end:
                marks.append((left - start + (start > 0), right - start + (start > 0)))
            at = mapped.text.find(term, at + len(term))
    needle = body[slice(*mapped.original_span(first, len(next(t for t in terms if mapped.text.find(t) == first))))]
    excerpt = ("…" if start else "") + _one_line(body[start:end]) + ("…" if end < len(body) else "")
    return Hit(kind, ref, title, excerpt, tuple(sorted(marks)), needle)


def _one_line(text: str) -> str:
    """As long as before, so that marks keep their places."""
    return text.replace("\n", " ").replace(GATE, " ")
