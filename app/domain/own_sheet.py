"""A page of one's own as it is projected: "own/3", and "own/3/2" where it goes on."""

from dataclasses import replace

from app.domain.deck import DeckPage
from app.domain.line_breaks import line_count
from app.domain.own_page import OwnKind, OwnPage
from app.domain.page_group import Face, pages_of_group
from app.domain.question_pages import Asked, question_faces
from app.domain.sheet import Block, Media, Picture, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged
from app.domain.sheet_height import block_height, body_room
from app.domain.sheet_measure import TITLE, TITLE_LINES, WIDTH

OWN = "own/"
KINDS = {
    OwnKind.TEXT: SheetKind.TEXT,
    OwnKind.QUESTION: SheetKind.QUESTION,
    OwnKind.PICTURE: SheetKind.PICTURE,
    OwnKind.MEDIA: SheetKind.MEDIA,
}


def own_key(page_id: str) -> str:
    """own/3/2 → own/3: the page of one's own that a projected page belongs to; other ids stay as they are."""
    return "/".join(page_id.split("/")[:2]) if page_id.startswith(OWN) else page_id


def own_pages(page: OwnPage) -> tuple[DeckPage, ...]:
    """At least one; ``source`` is empty, because no content stands behind them."""
    name = page.title or page.kind.value
    built = pages_of_group(page.id, name, _faces(page), page.notes)
    seconds = page.seconds // len(built) if page.seconds else 0
    return tuple(
        replace(one, id=page.id if number == 1 else one.id, source="", seconds=seconds or one.seconds)
        for number, one in enumerate(built, 1)
    )


def _faces(page: OwnPage) -> tuple[Face, ...]:
    kind = KINDS[page.kind]
    if page.kind is OwnKind.QUESTION:
        asked = Asked(page.text, page.options, page.answer, page.text_after)
        return question_faces(asked, page.title, False, kind)
    title, blocks = headed(page.title, tuple(Text(line) for line in page.text.split("\n") if line.strip()))
    if page.kind is OwnKind.TEXT:
        return tuple(Face(Sheet(kind, "", title, part, False)) for part in paged(blocks, title))
    caption = " ".join(line.strip() for line in page.text.split("\n") if line.strip())
    made = Picture if page.kind is OwnKind.PICTURE else Media
    shown = made(page.file, caption)
    if title != page.title or block_height(shown) > body_room(title):  # a long caption has a page of its own after it
        shown = made(page.file)
        after = tuple(Face(Sheet(SheetKind.TEXT, "", title, part, False)) for part in paged(blocks, title))
        return (Face(Sheet(kind, "", title, (shown,), False)), *after)
    return (Face(Sheet(kind, "", title, (shown,), False)),)


def headed(title: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """A title that is too long for the head of a page becomes its first paragraph."""
    if line_count(title, WIDTH / TITLE) <= TITLE_LINES:
        return title, blocks
    return "", (Text(title, strong=True), *blocks)
