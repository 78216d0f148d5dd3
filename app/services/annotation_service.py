"""Highlights, notes, bookmarks and reflections of one person."""

from dataclasses import replace

from app.domain.annotation import Annotation, AnnotationKind
from app.domain.clock import Clock
from app.domain.confidentiality import refuse_graded
from app.domain.events import AnnotationChanged
from app.services.bus import EventBus
from app.storage.annotation_store import AnnotationStore
from app.storage.journal import Journal

CONTEXT = 24


class AnnotationService:
    def __init__(self, journal: Journal, annotations: AnnotationStore, bus: EventBus, clock: Clock) -> None:
        self._journal, self._annotations = journal, annotations
        self._bus, self._clock = bus, clock

    def of(self, object_id: str) -> list[Annotation]:
        return self._annotations.of(object_id)

    def all(self) -> list[Annotation]:
        """The latest first."""
        return self._annotations.all()

    def bookmarked(self, object_id: str) -> bool:
        return any(note.kind is AnnotationKind.BOOKMARK for note in self._annotations.of(object_id))

    def add(
        self,
        object_id: str,
        kind: AnnotationKind,
        section: str,
        text: str = "",
        start: int = 0,
        end: int = 0,
        body: str = "",
    ) -> Annotation:
        """Anchor at ``text[start:end]``, ``text`` being the plain text of the section.

        Raises UserError where the words must not be stored, or were not saved.
        """
        refuse_graded(body)
        now = self._clock.now().isoformat(timespec="seconds")
        draft = Annotation(
            0,
            object_id,
            kind,
            section,
            text[start:end],
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
            body,
            now,
            now,
        )
        payload = {
            "kind": kind.value,
            "section": section,
            "quote": draft.quote,
            "before": draft.before,
            "after": draft.after,
            "body": body,
        }
        with self._journal.record("annotation.added", object_id, payload) as (seq, _):
            annotation = replace(draft, id=seq)
            self._annotations.put(annotation)
        self._bus.publish(AnnotationChanged(object_id, annotation.id))
        return annotation

    def rewrite(self, annotation: Annotation, body: str) -> Annotation:
        refuse_graded(body)
        changed = replace(annotation, body=body, changed_at=self._clock.now().isoformat(timespec="seconds"))
        with self._journal.record("annotation.changed", annotation.object_id, {"id": annotation.id, "body": body}):
            self._annotations.put(changed)
        self._bus.publish(AnnotationChanged(annotation.object_id, annotation.id))
        return changed

    def remove(self, annotation: Annotation) -> None:
        with self._journal.record("annotation.removed", annotation.object_id, {"id": annotation.id}):
            self._annotations.remove(annotation.id)
        self._bus.publish(AnnotationChanged(annotation.object_id, annotation.id))

    def put_back(self, annotation: Annotation) -> None:
        """Undo a removal."""
        with self._journal.record("annotation.restored", annotation.object_id, {"id": annotation.id}):
            self._annotations.put(annotation)
        self._bus.publish(AnnotationChanged(annotation.object_id, annotation.id))

    def toggle_bookmark(self, object_id: str) -> bool:
        """Returns whether it is bookmarked now."""
        for note in self._annotations.of(object_id):
            if note.kind is AnnotationKind.BOOKMARK:
                self.remove(note)
                return False
        self.add(object_id, AnnotationKind.BOOKMARK, "")
        return True
