"""A speaker's notes as they are typed: a line each, 停：问：误： before those of a kind."""

from app.domain.page_edit import Notes

KINDS = ("停", "问", "误")


def note_text(notes: Notes) -> str:
    return "\n".join(f"{kind}：{text}" if kind else text for kind, text in notes)


def typed_notes(text: str) -> Notes:
    """Empty lines are left out; a colon of either width ends the mark."""
    found: list[tuple[str, str]] = []
    for line in text.split("\n"):
        plain = line.strip()
        kind = plain[:1] if plain[:1] in KINDS and plain[1:2] in ("：", ":") else ""
        words = plain[2:].strip() if kind else plain
        if words:
            found.append((kind, words))
    return tuple(found)
