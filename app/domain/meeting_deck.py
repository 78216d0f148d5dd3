"""The pages of a whole meeting: its agenda, and part by part what is shown."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.article_lookup import ArticleLookup
from app.domain.article_pages import article_sheets, cited_articles
from app.domain.chinese_numbers import to_chinese
from app.domain.deck import Deck, DeckPage
from app.domain.meeting import Meeting, MeetingPart, PartKind
from app.domain.own_sheet import headed
from app.domain.page_group import Face, pages_of_group
from app.domain.sheet import Block, Item, Media, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged
from app.domain.sheet_height import fits

PartPages = Callable[[MeetingPart], tuple[DeckPage, ...]]
"""The pages of a part's case or of its saved deck (with what the leader changed applied); none where it has neither."""

WORDS = {
    PartKind.TALK: "结合本职工作谈体会：看到了什么，本科室有没有，打算怎么改。",
    PartKind.SPEECH: "请认真听讲，做好记录。",
    PartKind.OWN: "",
}


def deck_of_meeting(meeting: Meeting, pages_of: PartPages, article_of: ArticleLookup) -> Deck:
    """Ids of a part's pages begin with the part's id, so that the same case may stand in two parts."""
    pages = [*_agenda(meeting)]
    for number, part in enumerate(meeting.parts, 1):
        own = _timed(part, (*_part_page(part, number), *_part_pages(part, pages_of, article_of)))
        pages += (replace(page, id=f"{part.id}/{page.id}", part=part.id) for page in own)
    return Deck(meeting.title or meeting.kind.value, (*pages, *_closing()))


def _timed(part: MeetingPart, pages: tuple[DeckPage, ...]) -> tuple[DeckPage, ...]:
    """The part's minutes shared out in the proportion that its pages would take: the plan of the console is the one
    that the room reads in the agenda. A film and a speech take what they take."""
    if part.kind is PartKind.FILM or not (part.case or part.deck or part.articles):
        return pages
    wanted, natural = part.minutes * 60, sum(page.seconds for page in pages)
    if not wanted or not natural:
        return pages
    timed, spent, given = [], 0, 0
    for page in pages:
        spent += page.seconds
        until = round(wanted * spent / natural)
        timed.append(replace(page, seconds=until - given))
        given = until
    return tuple(timed)


def _agenda(meeting: Meeting) -> tuple[DeckPage, ...]:
    """Titles as the organiser wrote them; nothing of what the cases come to."""
    title, blocks = headed(meeting.title or meeting.kind.value, ())
    items = tuple(
        Item(_agenda_line(part), to_chinese(number), f"{part.minutes} 分钟" if part.minutes else "")
        for number, part in enumerate(meeting.parts, 1)
    )
    pages = paged((*blocks, *items), title)
    kicker = f"{meeting.kind.value} · 议程"
    faces = tuple(Face(Sheet(SheetKind.AGENDA, kicker, title, page, False)) for page in pages)
    return pages_of_group("agenda", "议程", faces)


def _agenda_line(part: MeetingPart) -> str:
    said = part.kind.value if part.title in ("", part.kind.value) else f"{part.kind.value}：{part.title}"
    return f"{said}（{part.speaker}）" if part.speaker else said


def _part_page(part: MeetingPart, number: int) -> tuple[DeckPage, ...]:
    title = part.title or part.kind.value
    kicker = f"第{to_chinese(number)}项 · {part.kind.value}"
    facts = [f"主讲：{part.speaker}" if part.speaker else "", f"约 {part.minutes} 分钟" if part.minutes else ""]
    blocks: tuple[Block, ...] = tuple(Text(fact) for fact in facts if fact)
    sheet = Sheet(SheetKind.PART, kicker, title, blocks, False)
    if fits(sheet):
        faces: tuple[Face, ...] = (Face(sheet),)
    else:
        head, words = headed(title, blocks)
        faces = tuple(Face(Sheet(SheetKind.TEXT, kicker, head, page, False)) for page in paged(words, head))
    return tuple(replace(page, seconds=30) for page in pages_of_group("part", part.kind.value, faces))


def _part_pages(part: MeetingPart, pages_of: PartPages, article_of: ArticleLookup) -> tuple[DeckPage, ...]:
    pages: list[DeckPage] = []
    if part.kind is PartKind.FILM:
        title = headed(part.title, ())[0] or part.kind.value  # a very long one stands in full on the page before
        face = Face(Sheet(SheetKind.MEDIA, part.kind.value, title, (Media(part.file),), False))
        film = pages_of_group("film", "影片", (face,))
        pages += (replace(page, seconds=part.minutes * 60 or page.seconds) for page in film)
    if part.case or part.deck:
        pages += pages_of(part)
    if part.articles:
        pages += _article_pages(part, article_of)
    if part.kind in WORDS and not pages:
        pages += _speech(part)
    return tuple(pages)


def _article_pages(part: MeetingPart, article_of: ArticleLookup) -> tuple[DeckPage, ...]:
    pages: list[DeckPage] = []
    for number, cited in enumerate(cited_articles(part.articles, article_of), 1):
        sheets = article_sheets(cited, f"{part.kind.value} · {number}")
        pages += pages_of_group(f"article-{cited.base}", cited.title, tuple(map(Face, sheets)))
    return tuple(pages)


def _speech(part: MeetingPart) -> tuple[DeckPage, ...]:
    """What stands on the wall while somebody speaks."""
    title, blocks = headed(part.title or part.kind.value, ())
    blocks = (*blocks, *(Text(words) for words in (part.speaker, WORDS[part.kind]) if words))
    faces = tuple(Face(Sheet(SheetKind.TEXT, part.kind.value, title, page, False)) for page in paged(blocks, title))
    pages = pages_of_group("speech", part.kind.value, faces)
    return tuple(replace(page, seconds=part.minutes * 60 // len(pages) or page.seconds) for page in pages)


def _closing() -> tuple[DeckPage, ...]:
    blocks = (
        Text("会后：各科室对照检视，存在的问题记入整改台账，定责任人和期限。"),
        Text("会议记录、签到表由记录人整理，请与会人员核对本人发言。"),
    )
    sheet = Sheet(SheetKind.CLOSING, "", "会议到此结束", blocks, False)
    return pages_of_group("closing", "结束", (Face(sheet),))
