"""Starting on whatever is found: the application opens, says what is wrong, and loses nothing."""

import io
import json
import os
import shutil

import pytest

from app.bootstrap import open_app
from app.domain.errors import BusyDataError, UserError
from app.domain.paper import BreakPolicy
from app.services.profile_service import ProfileService
from app.storage import content_compiler
from app.storage.content_index import ContentIndex
from tests.unit.house import House, case, paper, small_content

CASE = case()


def with_a_record(house):
    services = house.open()
    services.profiles.describe("王某", "民政局", "自己学")
    services.study.open(CASE)
    services.close()
    return house.profile


def reading_works(services):
    assert services.library.cases()
    assert services.study.open(CASE).opened_at
    assert services.practice.answer(services.library.question("q01"), (), ("B",)).seq
    assert services.search.search("绿色通道").hits


def test_a_damaged_record_costs_only_the_saving_and_can_be_set_aside(house):
    file = with_a_record(house)
    content = b"SQLite format 3\0" + os.urandom(8000)
    file.write_bytes(content)
    services = house.open()
    assert str(file) in services.trouble and "只留到关闭窗口" in services.trouble
    reading_works(services)
    with pytest.raises(UserError, match="不能开始考试"):
        services.exams.start(paper(BreakPolicy.FREE), "")
    assert services.profiles.damaged == (file,)
    kept = services.profiles.set_aside_damaged(file)
    assert kept.read_bytes() == content
    assert services.profiles.damaged == ()
    services.close()
    again = house.open()
    assert again.trouble == ""
    assert again.profiles.current.name == "王某"
    assert again.study.all_progress() == {}
    again.close()
    assert kept.read_bytes() == content


def test_a_sound_database_is_never_set_aside(house, services):
    with pytest.raises(UserError, match="没有损坏"):
        services.profiles.set_aside_damaged(house.profile)
    assert house.profile.exists()


def test_a_damaged_file_that_is_gone_by_now_is_in_nobodys_way(house):
    file = with_a_record(house)
    file.write_bytes(b"")
    services = house.open()
    shutil.rmtree(file.parent)
    services.profiles.set_aside_damaged(file)
    services.close()
    again = house.open()
    assert again.trouble == ""
    again.close()


def test_a_damaged_unit_database_leaves_the_persons_records_working(house):
    with_a_record(house)
    house.paths.unit_database.write_bytes(b"x" * 5000)
    services = house.open()
    assert "unit.db" in services.trouble and "照常保存" in services.trouble
    assert services.profiles.damaged == (house.paths.unit_database,)
    assert services.exams.start(paper(BreakPolicy.FREE), "").items
    services.close()
    assert house.paths.unit_database.read_bytes() == b"x" * 5000


def test_a_second_copy_is_refused_and_leaves_no_trace(house, services):
    before = sorted(path.name for path in house.paths.data.rglob("*"))
    with pytest.raises(BusyDataError, match="已经在运行"):
        open_app(house.paths, clock=house.clock)
    assert sorted(path.name for path in house.paths.data.rglob("*")) == before
    reading_works(services)


def test_a_refused_copy_gives_back_what_it_had_opened(house, services):
    for _ in range(3):
        with pytest.raises(BusyDataError):
            open_app(house.paths, clock=house.clock)
    services.close()
    again = house.open()
    assert again.trouble == ""
    again.close()


# ---- device.json ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"learners": []',
        '{"learners": 7}',
        '{"learners": [{"id": "../x"}], "current": ""}',
        '{"learners": [{"id": 3}], "current": ""}',
        '{"learners": [{"name": "x"}], "current": ""}',
        "[" * 100_000,
        '{"learners": [{"id": "%s"}], "current": ""}' % ("a" * 300),
        '{"learners": [{"id": "某"}], "current": ""}',
        '{"learners": [{"id": "abc", "name": "\\ud83d"}], "current": "abc"}',
    ],
)
def test_a_half_written_list_of_people_costs_nobody_their_records(house, text):
    with_a_record(house)
    device = house.paths.data / "device.json"
    device.write_text(text, "utf-8")
    services = house.open()
    assert "姓名和单位没有保住" in services.trouble
    assert services.study.progress(CASE.id).opened_at
    assert not services.profiles.first_run
    services.close()
    again = house.open()
    assert again.trouble == ""
    again.close()
    kept = [file for file in house.paths.data.iterdir() if file.name.startswith("device.json.damaged-")]
    assert [file.read_text("utf-8") for file in kept] == [text]
    assert json.loads(device.read_text("utf-8"))["learners"]


@pytest.mark.parametrize("which", ["unit", "profile"])
def test_records_that_have_vanished_are_missed_and_come_back(house, which):
    with_a_record(house)
    path = house.paths.unit_database if which == "unit" else house.profile
    away = house.paths.data.parent / "away.db"
    path.rename(away)
    services = house.open()
    assert f"{path} 不见了" in services.trouble and services.profiles.damaged == (path,)
    services.close()
    assert not path.exists(), "an empty one would hide it"
    away.rename(path)
    again = house.open()
    assert again.trouble == "" and again.study.progress(CASE.id).opened_at
    again.close()


def test_whoever_gives_vanished_records_up_starts_anew(house):
    with_a_record(house)
    path = house.profile
    path.unlink()
    services = house.open()
    services.profiles.set_aside_damaged(path)
    services.close()
    again = house.open()
    assert again.trouble == "" and again.study.all_progress() == {}
    again.close()


def test_whoever_wrote_last_is_current_when_the_list_is_lost(house):
    services = house.open()
    services.profiles.describe("王某", "", "")
    other = services.profiles.add("李某")
    services.profiles.switch(other.id)
    first = house.profile
    services.close()
    house.open().close()
    os.utime(first, (1, 1))
    (house.paths.data / "device.json").unlink()
    assert ProfileService(house.paths.data, house.clock).current.id == other.id


def test_a_first_start_that_was_cut_off_is_still_a_first_start(house):
    services = house.open()
    assert services.profiles.first_run
    person = services.profiles.current
    services.close()
    again = house.open()
    assert again.profiles.first_run
    assert again.profiles.current == person
    again.profiles.describe("王某", "民政局", "自己学")
    assert not again.profiles.first_run
    again.close()


def test_people_are_added_and_switched_only_once_that_is_on_disk(house, services):
    device = house.paths.data / "device.json"
    device.unlink()
    device.mkdir()
    before = services.profiles.all(), services.profiles.current
    with pytest.raises(UserError, match="没有保存"):
        services.profiles.add("李某")
    with pytest.raises(UserError, match="没有保存"):
        services.profiles.describe("张某", "", "")
    with pytest.raises(UserError, match="找不到"):
        services.profiles.switch("nobody")
    assert (services.profiles.all(), services.profiles.current) == before


def test_each_person_has_records_of_their_own(house):
    services = house.open()
    services.study.open(CASE)
    services.profiles.switch(services.profiles.add("李某", "民政局").id)
    services.close()
    again = house.open()
    assert again.profiles.current.name == "李某"
    assert again.study.all_progress() == {}
    again.close()


# ---- content -------------------------------------------------------------------------------------------------


@pytest.fixture
def real_content(house):
    """A content folder with nothing in it: what matters here is the index."""
    for folder in ("cases", "regulations", "quizzes/papers"):
        (house.paths.content / folder).mkdir(parents=True)
    return house.paths.content


def test_without_a_content_folder_what_was_compiled_still_serves(house, services):
    with pytest.raises(UserError, match="找不到内容文件夹"):
        services.library.prepare()
    reading_works(services)


def test_without_any_content_the_sentence_names_the_folder(house):
    services = open_app(house.paths, clock=house.clock)
    assert not services.library.open_newest()
    with pytest.raises(UserError, match="内容还没有准备好") as caught:
        services.library.cases()
    assert str(house.paths.content) in str(caught.value)
    services.close()


def test_a_cache_that_cannot_be_written_is_replaced_by_memory(house, real_content):
    house.paths.data.mkdir()
    house.paths.cache.write_text("a file is in the way")
    services = open_app(house.paths, clock=house.clock)
    services.library.adopt(services.library.prepare())
    assert services.library.ready
    assert services.library.cases() == []
    assert len(services.library.fingerprint) == 16
    services.close()


def test_in_memory_the_index_is_the_same(tmp_path):
    content = small_content()
    content_compiler.build(content, tmp_path / "content-1.db")
    on_disk, in_memory = ContentIndex(tmp_path / "content-1.db"), ContentIndex.in_memory(content, tmp_path / "x.db")
    for index in (on_disk, in_memory):
        assert index.question("q01") == content.questions[0]
        assert index.case(CASE.id) == content.cases[0]
        assert index.papers() == list(content.papers)
        assert index.citing("条例@2023/124", "question")
    assert on_disk.search("低保", 50) == in_memory.search("低保", 50)
    on_disk.close()
    in_memory.close()


@pytest.mark.parametrize("damage", ["empty", "cut", "noise"])
def test_a_damaged_index_is_built_again(house, real_content, damage):
    services = open_app(house.paths, clock=house.clock)
    path = services.library.prepare()
    content = path.read_bytes()
    path.write_bytes(
        {"empty": b"", "cut": content[: len(content) // 2], "noise": content[:4096] + b"\xff" * 40_960}[damage]
    )
    built = services.library.prepare()
    assert ContentIndex.sound(built)
    services.library.adopt(built)
    assert services.library.cases() == []
    services.close()


def test_an_index_that_goes_bad_in_use_is_told_in_words_and_replaced_under_another_name(house, real_content):
    content_compiler.build(small_content(), house.paths.cache / "placeholder.db")
    services = open_app(house.paths, clock=house.clock)
    path = services.library.prepare()
    shutil.copy(house.paths.cache / "placeholder.db", path)
    services.library.adopt(path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(UserError, match="自动重建"):
        services.library.bank()
    with pytest.raises(UserError, match="自动重建"):
        services.search.search("低保")
    built = services.library.prepare()
    assert built != path and services.library.fingerprint in built.name
    services.library.adopt(built)
    assert services.library.bank() == []
    services.library.sweep_old()
    assert list(house.paths.cache.glob("content-*")) == [built]
    services.close()


def test_an_index_found_damaged_is_not_opened_again(house):
    services = house.open()
    content_compiler.damage_mark(house.index).touch()
    services.close()
    again = open_app(house.paths, clock=house.clock)
    assert not again.library.open_newest()
    again.close()


def test_an_index_of_another_format_is_built_again(tmp_path):
    import sqlite3

    path = tmp_path / "content-1.db"
    content_compiler.build(small_content(), path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.commit()
    connection.close()
    with pytest.raises(UserError, match="旧的"):
        ContentIndex(path)
    assert not ContentIndex.sound(path)


# ---- room ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("free", "warned", "may_start"), [(10**10, False, True), (10**8, True, True), (10**7, True, False)]
)
def test_little_room_is_warned_of_and_too_little_starts_no_exam(house, monkeypatch, free, warned, may_start):
    monkeypatch.setattr("shutil.disk_usage", lambda path: shutil._ntuple_diskusage(free, 0, free))
    services = house.open()
    assert ("不足 200 MB" in services.trouble) == warned
    if may_start:
        services.exams.start(paper(BreakPolicy.FREE), "")
    else:
        with pytest.raises(UserError, match="不足 50 MB"):
            services.exams.start(paper(BreakPolicy.FREE), "")
    services.close()


def test_a_data_folder_that_was_pulled_out_is_no_reason_to_crash(house, services, monkeypatch):
    def gone(path):
        raise FileNotFoundError(path)

    monkeypatch.setattr("shutil.disk_usage", gone)
    with pytest.raises(UserError, match="不能开始考试"):
        services.exams.start(paper(BreakPolicy.FREE), "")


def test_a_new_data_folder_is_for_its_owner_only(tmp_path):
    house = House(tmp_path / "deep" / "data")
    house.open().close()
    if os.name == "posix":
        assert (tmp_path / "deep" / "data").stat().st_mode & 0o077 == 0


def test_a_start_with_unchanged_content_reads_no_source(house, real_content, monkeypatch):
    services = open_app(house.paths, clock=house.clock)
    built = services.library.prepare()
    services.close()
    read: list[str] = []
    opened = io.open

    def watched(file, *arguments, **named):
        read.append(str(file))
        return opened(file, *arguments, **named)

    monkeypatch.setattr("builtins.open", watched)
    monkeypatch.setattr("io.open", watched)  # what pathlib calls
    again = open_app(house.paths, clock=house.clock)
    assert again.library.prepare() == built
    assert not [name for name in read if name.startswith(str(house.paths.content))]
    again.close()
    (house.paths.content / "cases" / "neu.md").write_text("new", encoding="utf-8")
    changed = open_app(house.paths, clock=house.clock)
    assert changed.library.prepare() != built
    assert [name for name in read if name.startswith(str(house.paths.content))]  # the watch does see it
    changed.close()
