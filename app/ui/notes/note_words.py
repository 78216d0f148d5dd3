"""Notes as plain text, to paste into a document."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from app.domain.annotation import Annotation, AnnotationKind

ICONS = {
    AnnotationKind.HIGHLIGHT: "highlight",
    AnnotationKind.NOTE: "note",
    AnnotationKind.BOOKMARK: "bookmark",
    AnnotationKind.REFLECTION: "comment",
    AnnotationKind.PLEDGE: "flag",
}


def moment_words(utc: str) -> str:
    """An ISO moment as local 2026年11月21日 14:05."""
    moment = datetime.fromisoformat(utc).astimezone()
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"


def as_text(groups: Mapping[str, Iterable[Annotation]]) -> str:
    """``groups`` maps a title to its notes; one empty line between titles."""
    parts = []
    for title, notes in groups.items():
        lines = [f"《{title}》"]
        for note in notes:
            place = f"（{note.section}）" if note.section else ""
            said = "；".join(part for part in (note.quote and f"“{note.quote}”", note.body) if part)
            day = moment_words(note.changed_at).split()[0]
            lines.append(f"·{note.kind.value}{place}{'：' if said else ''}{said}　{day}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
