"""A whole 警示教育大会 as one deck: agenda, a page before each part, its pages, the end."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.case_deck import pages_of_case
from app.domain.deck import DeckPage
from app.domain.meeting import Meeting, MeetingKind, MeetingPart, PartKind
from app.domain.meeting_deck import deck_of_meeting
from app.domain.sheet import Item, Media, Quotation, SheetKind
from app.domain.sheet_height import fits
from app.domain.sheet_text import sheet_text
from tests.unit.domain.delivered import article_of, cases

PARTS = (
    MeetingPart("p1", PartKind.FILM, "《镜鉴》", 15, file="film.mp4"),
    MeetingPart("p2", PartKind.REPORT, cases()[0].title, 20, "张主任", case=cases()[0].id),
    MeetingPart("p3", PartKind.ANALYSIS, cases()[0].title, 30, case=cases()[0].id),
    MeetingPart("p4", PartKind.RULES, "学一条", 10, articles=("条例@2023/124", "条例@2023/126", "条例@2023/124.1")),
    MeetingPart("p5", PartKind.TALK, "救助科发言", 10, "李科长"),
    MeetingPart("p6", PartKind.SPEECH, "", 15, "王书记"),
)
MEETING = Meeting("m1", MeetingKind.WARNING, "2026年警示教育大会", parts=PARTS)


def case_pages(part: MeetingPart) -> tuple[DeckPage, ...]:
    case = next((one for one in cases() if one.id == part.case), None)
    return pages_of_case(case, article_of) if case else ()


DECK = deck_of_meeting(MEETING, case_pages, article_of)


def pages_of(part: str) -> list[DeckPage]:
    return [page for page in DECK.pages if page.part == part]


def test_it_opens_with_the_agenda_and_ends_with_a_closing_page() -> None:
    assert DECK.title == MEETING.title
    assert DECK.pages[0].sheet.kind is SheetKind.AGENDA
    assert DECK.pages[-1].sheet.kind is SheetKind.CLOSING
    items = [block for block in DECK.pages[0].sheet.blocks if isinstance(block, Item)]
    assert [(item.mark, item.tag) for item in items[:2]] == [("一", "15 分钟"), ("二", "20 分钟")]
    assert "张主任" in items[1].text


def test_a_page_before_each_part_says_kind_title_speaker_and_minutes() -> None:
    for part in PARTS:
        first = pages_of(part.id)[0]
        assert first.sheet.kind is SheetKind.PART
        words = sheet_text(first.sheet)
        assert part.kind.value in words
        assert all(word in words for word in (part.title, part.speaker, f"{part.minutes} 分钟"))


def test_the_same_case_may_stand_in_two_parts() -> None:
    ids = [page.id for page in DECK.pages]
    assert len(set(ids)) == len(ids)
    assert f"p2/{cases()[0].slug}/facts/1" in ids
    assert f"p3/{cases()[0].slug}/facts/1" in ids
    assert all(page.id.startswith(f"{page.part}/") for page in DECK.pages if page.part)


def test_a_film_takes_the_time_of_its_part() -> None:
    film = pages_of("p1")[1]
    assert film.sheet.blocks == (Media("film.mp4"),)
    assert film.seconds == 15 * 60


def test_the_pages_of_a_case_share_the_minutes_that_the_agenda_gives_it() -> None:
    for part in MEETING.parts:
        if part.case or part.articles:
            assert sum(page.seconds for page in pages_of(part.id)) == part.minutes * 60
            assert all(page.seconds > 0 for page in pages_of(part.id))


def test_articles_are_quoted_once_with_their_source() -> None:
    quoted = [block for page in pages_of("p4") for block in page.sheet.blocks if isinstance(block, Quotation)]
    assert len({block.source for block in quoted}) == 2
    assert not any(page.sheet.composite for page in pages_of("p4"))


def test_something_stands_on_the_wall_while_somebody_speaks() -> None:
    assert [page.sheet.kind for page in pages_of("p5")] == [SheetKind.PART, SheetKind.TEXT]
    assert pages_of("p6")[1].seconds == 15 * 60


def test_nothing_of_a_case_is_on_the_agenda_but_what_the_organiser_wrote() -> None:
    assert not any(cases()[0].subtitle in sheet_text(page.sheet) for page in DECK.pages if not page.part)


@given(st.text(max_size=200), st.lists(st.text(max_size=150), max_size=8))
def test_whatever_the_organiser_writes_fits(title: str, titles: list[str]) -> None:
    parts = tuple(MeetingPart(f"p{number}", PartKind.OWN, one, 10, one[:40]) for number, one in enumerate(titles))
    deck = deck_of_meeting(Meeting("m", MeetingKind.LECTURE, title, parts=parts), lambda part: (), article_of)
    assert [page.sheet for page in deck.pages if not fits(page.sheet)] == []


def test_every_page_of_the_meeting_fits() -> None:
    assert all(fits(page.sheet) for page in DECK.pages)
