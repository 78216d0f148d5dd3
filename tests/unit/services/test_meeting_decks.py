"""A whole meeting of parts: what is projected is made from cases and saved decks, and stays as it was at the start."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from app.domain.meeting import MeetingKind, MeetingPart, PartKind
from app.domain.own_page import OwnKind, OwnPage
from app.domain.sheet import Media
from tests.unit.fakes import FakeClock
from tests.unit.house import House

CASE = "builtin/case/di-bao"
MP4 = b"\x00\x00\x00\x20ftypisom" + bytes(300)


@pytest.fixture
def services(tmp_path):
    services = House(tmp_path / "data", FakeClock()).open()
    yield services
    services.close()


def planned(services, *parts):
    meeting = services.meetings.plan(MeetingKind.WARNING, "警示教育大会")
    return services.meetings.save(replace(meeting, parts=parts))


def test_parts_are_made_of_cases_saved_decks_and_films(services, tmp_path):
    own = services.decks.make(CASE)
    services.decks.save(own.id, own.plan.with_own(OwnPage("", OwnKind.TEXT, "本局情况", "三季度抽查 12 户。")))
    film = tmp_path / "纪录片.mp4"
    film.write_bytes(MP4)
    meeting = planned(
        services,
        MeetingPart("p1", PartKind.FILM, "观看纪录片", 20),
        MeetingPart("p2", PartKind.ANALYSIS, "案例剖析", 30, case=CASE),
        MeetingPart("p3", PartKind.ANALYSIS, "再看一遍", 10, deck=own.id),
    )
    file = services.decks.add_file(meeting.id, film)
    first, *others = meeting.parts
    meeting = services.meetings.save(replace(meeting, parts=(replace(first, file=file.name), *others)))
    deck = services.meetings.deck(meeting.id)
    names = [page.id for page in deck.pages]
    assert len(set(names)) == len(names)
    assert any(name.startswith("p2/di-bao/") for name in names)
    assert "p3/own/1" in names
    shown = [block.file for page in deck.pages for block in page.sheet.blocks if isinstance(block, Media)]
    assert services.decks.files.path(shown[0]).read_bytes() == MP4
    live = services.meetings.start(meeting.id)
    assert live.presentation.deck == deck
    words = "案例《低保绿色通道》（第 1 版）"
    assert live.shown == (("p2/di-bao/", words), ("p3/di-bao/", words))


def test_minutes_name_only_the_cases_that_were_shown(services):
    meeting = planned(services, MeetingPart("p1", PartKind.ANALYSIS, "案例剖析", 30, case=CASE))
    live = services.meetings.start(meeting.id)
    assert services.meetings.stage.draft().shown == ()
    first = next(page.id for page in live.presentation.deck.pages if page.id.startswith("p1/di-bao/"))
    services.meetings.stage.show(live.presentation.go_to_id(first))
    assert services.meetings.stage.close().shown[0] == "案例《低保绿色通道》（第 1 版）"


def test_changing_a_saved_deck_during_a_session_changes_nothing_in_it(services):
    own = services.decks.make(CASE)
    meeting = planned(services, MeetingPart("p1", PartKind.ANALYSIS, "案例剖析", 30, deck=own.id))
    before = services.meetings.start(meeting.id).presentation.deck
    services.decks.save(own.id, own.plan.skipping(services.decks.built(own.id).pages[1].id))
    assert services.meetings.stage.live.presentation.deck == before
    assert services.meetings.unfinished().presentation.deck == before
    assert services.meetings.deck(meeting.id) != before


def test_parts_cannot_be_changed_while_they_are_projected(services):
    meeting = planned(services, MeetingPart("p1", PartKind.ANALYSIS, "案例剖析", 30, case=CASE))
    services.meetings.start(meeting.id)
    with pytest.raises(UserError, match="议程不能再改"):
        services.meetings.save(replace(meeting, parts=()))
    assert services.meetings.save(replace(meeting, chair="周明")).chair == "周明"
    assert services.meetings.stage.live.meeting.chair == "周明"
    assert services.meetings.stage.close().meeting.chair == "周明"


def test_a_case_that_is_gone_is_said_before_anything_begins(services):
    meeting = planned(services, MeetingPart("p1", PartKind.ANALYSIS, "案例剖析", 30, case="builtin/case/fort"))
    with pytest.raises(UserError, match="找不到这个案例"):
        services.meetings.start(meeting.id)
    assert services.meetings.unfinished() is None
