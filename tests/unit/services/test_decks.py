"""A leader's own decks: saved at once, never deleted, and told apart from what the content has changed since."""

import os
from dataclasses import replace

import pytest

from app.domain import events
from app.domain.deck_file import FileKind
from app.domain.errors import UserError
from app.domain.own_page import OwnKind, OwnPage
from tests.unit.fakes import FakeClock
from tests.unit.house import House

CASE = "builtin/case/di-bao"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
MP4 = b"\x00\x00\x00\x20ftypisom" + bytes(300)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path / "data", FakeClock())


@pytest.fixture
def services(house):
    services = house.open()
    services.profiles.describe("周明", "市民政局", "")
    yield services
    services.close()


def ids(deck):
    return [page.id for page in deck.pages]


def test_a_case_is_ready_to_be_projected_without_saving_anything(services):
    deck = services.decks.of_case(CASE)
    assert deck.title == "低保绿色通道"
    assert len(deck.pages) > 2
    assert all(name.startswith("di-bao/") for name in ids(deck))
    assert services.decks.all() == []


def test_decks_of_the_same_moment_are_listed_last_first(services):
    made = [services.decks.make(CASE, f"第{number}份").id for number in range(12)]
    assert [deck.id for deck in services.decks.all()] == made[::-1]


def test_a_deck_of_a_case_keeps_what_the_leader_changed(services, house):
    decks = services.decks
    deck = decks.make(CASE)
    assert decks.deck(deck.id) == decks.of_case(CASE)
    first, second, *_ = decks.built(deck.id).pages
    plan = deck.plan.skipping(second.id).noted(first, (("停", "先等一等"),)).timed(first, 200)
    plan = plan.with_own(OwnPage("", OwnKind.TEXT, "本局情况", "三季度抽查 12 户。"))
    decks.save(deck.id, plan)
    services.close()

    services = house.open()
    kept = services.decks.deck(deck.id)
    assert (kept.pages[0].notes, kept.pages[0].seconds) == ((("停", "先等一等"),), 200)
    assert second.id not in ids(kept)
    assert "own/1" in ids(kept)
    assert not services.decks.changes(deck.id)
    assert services.decks.get(deck.id).owner_name == "周明"
    services.close()


def test_each_change_is_an_event_that_holds_only_what_changed(services):
    kept = []
    services.bus.subscribe(events.DeckChanged, kept.append)
    deck = services.decks.make(CASE)
    page = services.decks.built(deck.id).pages[1].id
    services.decks.save(deck.id, deck.plan.skipping(page))
    services.decks.save(deck.id, deck.plan.skipping(page))  # nothing new
    found = [(kind, payload) for _, _, kind, _, payload in services._unit_journal.events(object_id=deck.id)]
    assert [kind for kind, _ in found] == ["deck.made", "deck.saved"]
    assert found[1][1] == {"changed": {"skipped": [page]}, "by": "周明"}
    assert [fact.deck_id for fact in kept] == [deck.id, deck.id]


def test_an_update_of_the_content_is_told_until_the_leader_has_seen_it(services):
    deck = services.decks.make(CASE)
    first = services.decks.built(deck.id).pages[0]
    older = tuple((name, words, "older" if name == first.id else source) for name, words, source in deck.plan.seen)
    services.decks.save(deck.id, replace(deck.plan, seen=older))
    assert [one.id for one in services.decks.changes(deck.id).changed] == [first.id]
    services.decks.accept_changes(deck.id)
    assert not services.decks.changes(deck.id)


def test_an_empty_deck_is_filled_with_pages_of_ones_own(services):
    deck = services.decks.make(title="中心组学习")
    assert services.decks.deck(deck.id).pages == ()
    services.decks.save(deck.id, deck.plan.with_own(OwnPage("", OwnKind.TEXT, "一", "学习原文。")))
    assert ids(services.decks.deck(deck.id)) == ["own/1"]


def test_decks_belong_to_their_leader_and_can_be_copied_by_another(services, house):
    deck = services.decks.make(CASE)
    other = services.profiles.add("李华")
    services.profiles.switch(other.id)
    services.close()
    services = house.open()
    assert services.decks.all() == []
    assert [one.id for one in services.decks.all(everyone=True)] == [deck.id]
    copy = services.decks.copy(deck.id)
    assert (copy.owner_name, copy.title) == ("李华", "低保绿色通道（副本）")
    assert services.decks.deck(copy.id).pages == services.decks.deck(deck.id).pages
    services.close()


def test_renamed_retired_and_taken_back(services):
    decks = services.decks
    deck = decks.make(CASE)
    assert decks.rename(deck.id, "  十一月  党课 ").title == "十一月 党课"
    assert decks.deck(deck.id).title == "十一月 党课"
    with pytest.raises(UserError, match="不能空着"):
        decks.rename(deck.id, " ")
    assert decks.retire(deck.id, "用不上了").retired
    with pytest.raises(UserError, match="已停用"):
        decks.save(deck.id, deck.plan)
    assert decks.all()[0].reason == "用不上了"
    assert not decks.restore(deck.id).retired


def test_a_grading_mark_is_refused_in_notes_and_pages(services):
    deck = services.decks.make(title="学习")
    with pytest.raises(UserError, match="密级标志"):
        services.decks.save(deck.id, deck.plan.with_own(OwnPage("", OwnKind.TEXT, "一", "机密★ 某件")))


def test_a_deck_that_there_is_not_says_so(services):
    with pytest.raises(UserError, match="找不到这份课件"):
        services.decks.deck("fort")


@pytest.mark.parametrize(("data", "kind", "ending"), [(PNG, FileKind.PICTURE, "png"), (MP4, FileKind.VIDEO, "mp4")])
def test_a_file_is_copied_in_under_a_name_of_its_content(services, house, tmp_path, data, kind, ending):
    source = tmp_path / "现场照片.dat"  # its name says nothing
    source.write_bytes(data)
    deck = services.decks.make(title="学习")
    file = services.decks.add_file(deck.id, source)
    source.unlink()
    assert (file.kind, file.title, file.size) == (kind, "现场照片.dat", len(data))
    assert file.name.endswith(f".{ending}")
    assert services.decks.files_of(deck.id) == [file]
    path = services.decks.files.path(file.name)
    assert path.read_bytes() == data
    assert [one.name for one in path.parent.iterdir()] == [file.name]


def test_the_same_file_twice_is_one_and_a_copied_deck_shows_it_too(services, tmp_path):
    source = tmp_path / "a.png"
    source.write_bytes(PNG)
    deck = services.decks.make(title="学习")
    file = services.decks.add_file(deck.id, source)
    assert services.decks.add_file(deck.id, source) == file
    copy = services.decks.copy(deck.id)
    assert services.decks.files_of(copy.id) == [file]
    assert services.decks.files.path(file.name).is_file()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"MZ\x90\x00 a program named like a picture", "只支持"), (b"", "只支持"), (PNG[:8], ""), (None, "读不了")],
)
def test_what_is_nothing_to_show_is_refused(services, tmp_path, data, words):
    source = tmp_path / "a.png"
    if data is not None:
        source.write_bytes(data)
    deck = services.decks.make(title="学习")
    if not words:
        services.decks.add_file(deck.id, source)
        return
    with pytest.raises(UserError, match=words):
        services.decks.add_file(deck.id, source)
    assert services.decks.files_of(deck.id) == []


def test_a_picture_of_more_than_twenty_megabytes_is_refused_before_it_is_copied(services, house, tmp_path):
    source = tmp_path / "a.png"
    with source.open("wb") as file:
        file.write(PNG)
        os.truncate(file.fileno(), 21 * 1024 * 1024)
    deck = services.decks.make(title="学习")
    with pytest.raises(UserError, match="最大 20 MB"):
        services.decks.add_file(deck.id, source)
    assert not list((house.paths.data / "decks").rglob("*"))


def test_a_name_from_outside_never_becomes_a_path(services, tmp_path):
    (tmp_path / "secret.png").write_bytes(PNG)
    assert services.decks.files.path("../secret.png") is None
