"""Search over all content and one's own notes, with the hit shown in the original words."""

from dataclasses import dataclass

from app.domain.annotation import AnnotationKind
from app.domain.normalised_text import normalise, normalise_with_map
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService

KINDS = {"case": "案例", "article": "条文", "question": "题目", "note": "笔记"}
EXCERPT = 70


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
    def __init__(self, library: LibraryService, annotations: AnnotationService) -> None:
        self._library, self._annotations = library, annotations

    def search(self, query: str, limit: int = 50, kind: str = "") -> Results:
        """Best first. ``kind`` restricts to one of `KINDS`; an empty query finds nothing."""
        notes = self._note_hits(query)
        counts = self._library.index.search_counts(query) | ({"note": len(notes)} if notes else {})
        hits = list(notes) if kind in ("", "note") else []
        if kind != "note":
            hits = find(self._library, query, limit, kind) + hits
        return Results(tuple(hits[:limit]), counts)

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
        return Hit(kind, ref, title, body[:EXCERPT].replace("\n", " "), (), "")
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
    excerpt = ("…" if start else "") + body[start:end].replace("\n", " ") + ("…" if end < len(body) else "")
    return Hit(kind, ref, title, excerpt, tuple(sorted(marks)), needle)
