"""Reading, notes, practice and settings: what is saved, what is told, and what an error leaves."""

import sqlite3
from dataclasses import replace

import pytest

from app.domain.activity import ActivityKind
from app.domain.annotation import AnnotationKind, locate
from app.domain.errors import UserError
from app.domain.events import (
    AnnotationChanged,
    AnswerRecorded,
    CaseLearned,
    CaseProgressed,
    GateAnswered,
    SettingChanged,
)
from app.domain.marking import Verdict
from app.domain.practice import PracticeSource, SourceKind
from app.domain.practice_round import Booking
from app.domain.progress import ReadingState
from app.domain.question import QuestionKind
from app.domain.settings import Appearance
from app.services.appearance_file import load_appearance
from app.storage.content_compiler import build
from tests.unit.house import House, case, question, small_content

CASE = case()


@pytest.fixture
def full_disk(services):
    """From now on nothing can be written: the database may not grow, and has no room left."""

    def fill():
        connection = services.exams._journal._database.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    return fill


def test_reading_goes_on_where_it_stopped(house, services, heard):
    services.study.open(CASE)
    services.study.read(CASE.id, "案情", 0.25)
    services.study.read(CASE.id, "案情", 0.5)
    services.study.answer_gate(CASE, "B", "sure")
    services.close()
    again = house.open()
    found = again.study.progress(CASE.id)
    assert (found.state, found.section, found.position, found.read) == (ReadingState.READING, "案情", 0.5, ("案情",))
    assert (found.gate_answer, found.gate_confidence, found.gate_right) == ("B", "sure", True)
    assert [type(fact) for fact in heard] == [CaseProgressed, CaseProgressed, GateAnswered]
    assert again.study.all_progress() == {CASE.id: found}
    again.close()


def test_passing_the_gate_by_is_not_a_decision(services):
    assert services.study.pass_gate_by(CASE).gate_open
    assert not services.study.progress(CASE.id).gate_right


def test_a_passed_check_marks_the_case_learned_in_the_same_moment(services, heard):
    with pytest.raises(UserError, match="学后检测"):
        services.study.mark_learned(CASE)
    assert services.study.finish_check(CASE, 3, 5).state is ReadingState.NEW
    learned = services.study.finish_check(CASE, 5, 5)
    assert learned.state is ReadingState.LEARNED
    assert services.study.progress(CASE.id) == learned
    assert [fact for fact in heard if isinstance(fact, CaseLearned)] == [CaseLearned(CASE.id)]
    kinds = [activity.kind for activity in services.records.activities()]
    assert kinds == [ActivityKind.CASE, ActivityKind.CHECK, ActivityKind.CHECK]
    assert services.study.mark_learned(CASE) == learned
    assert services.records.year().cases == 1
    assert services.records.untouched()


def test_a_note_keeps_its_anchor_and_survives_editing_removal_and_undo(house, services, heard):
    text = "甲某没有公示。乙某也没有公示。"
    at = text.rindex("没有公示")
    note = services.annotations.add(CASE.id, AnnotationKind.NOTE, "案情", text, at, at + 4, "要公示")
    note = services.annotations.rewrite(note, "必须公示")
    services.annotations.remove(note)
    assert services.annotations.of(CASE.id) == []
    services.annotations.put_back(note)
    services.close()
    again = house.open()
    assert again.annotations.of(CASE.id) == again.annotations.all() == [note]
    assert locate(again.annotations.of(CASE.id)[0], "加了一句。" + text) == at + 5
    assert [type(fact) for fact in heard] == [AnnotationChanged] * 4
    assert "必须公示" in again.search.search("必须公示").hits[0].excerpt
    again.close()


def test_a_classified_note_is_refused_and_leaves_nothing(services):
    with pytest.raises(UserError, match="密级标志"):
        services.annotations.add(CASE.id, AnnotationKind.NOTE, "案情", body="机密★十年")
    assert services.annotations.all() == []
    assert services.records.untouched()


def test_a_bookmark_goes_on_and_off(services):
    assert services.annotations.toggle_bookmark(CASE.id)
    assert services.annotations.bookmarked(CASE.id)
    assert not services.annotations.toggle_bookmark(CASE.id)
    assert not services.annotations.bookmarked(CASE.id)


def test_a_practice_answer_is_in_every_table_at_once(services, heard):
    one = services.library.question("q01")
    outcome = services.practice.answer(one, ("B", "A", "C", "D"), ("A",), "sure")
    assert (outcome.verdict, outcome.state.in_wrong_book) == (Verdict.WRONG, True)
    assert services.practice.state("q01") == outcome.state
    assert [state.question_id for state in services.practice.wrong_book()] == ["q01"]
    assert services.practice.sure_but_wrong() == ["q01"]
    assert [(day.answered, day.correct) for day in services.records.daily(1)] == [(1, 0)]
    assert heard == [AnswerRecorded(outcome.seq, "q01", "练习", "wrong")]
    for _ in range(3):
        services.practice.answer(one, (), ("B",), "guess")
    assert services.practice.wrong_book() == []
    assert services.practice.lucky_guesses() == ["q01"]
    services.practice.rounds.book("练一练", 4, 3, Booking())
    assert services.records.activities()[0].minutes == 2


def test_a_short_answer_nobody_has_marked_is_neither_right_nor_wrong(services):
    short = services.library.question("q17")
    assert short.kind is QuestionKind.SHORT
    assert services.practice.answer(short, (), ("先核对",)).verdict is Verdict.UNMARKED
    assert services.practice.wrong_book() == []
    assert services.records.daily(1) == []
    assert services.practice.answer(short, (), ("先核对",), own_verdict=Verdict.WRONG).state.in_wrong_book


def test_the_wrong_book_and_the_stars_can_be_practised(services):
    services.practice.answer(services.library.question("q02"), (), ("A",))
    services.practice.star("q03", True)
    assert [one.id for one in services.practice.pick(PracticeSource(SourceKind.WRONG))] == ["q02"]
    assert [one.id for one in services.practice.pick(PracticeSource(SourceKind.STARRED))] == ["q03"]
    assert len(services.practice.pick(PracticeSource(SourceKind.RANDOM), number=5)) == 5
    assert services.practice.pick(PracticeSource(SourceKind.ARTICLE, "条例@2023/124"), number=2)
    assert services.practice.pick(PracticeSource(SourceKind.TOPIC, "资金管理"), [QuestionKind.MULTIPLE])
    assert services.practice.pick(PracticeSource(SourceKind.CASE, "nothing")) == []


@pytest.mark.parametrize(
    "source",
    [PracticeSource(SourceKind.CASE, "di-bao"), PracticeSource(SourceKind.ARTICLE, "条例@2023/124")],
    ids=["案例", "条文"],
)
def test_every_question_of_a_source_is_asked_within_a_few_rounds(services, source):
    asked = []
    for _ in range(4):
        for one in services.practice.pick(source, number=5):
            asked.append(one.id)
            right = tuple(entry.partition("|")[0] for entry in one.answer)
            services.practice.answer(one, (), right or ("先核对",))
    assert set(asked) == set(services.practice.available(source)) and len(set(asked[:15])) == 15


def test_sure_but_wrong_is_left_by_a_right_answer_only(services):
    one, several = services.library.question("q01"), services.library.question("q09")
    services.practice.answer(several, (), ("A",), "sure")
    assert services.practice.state("q09").last_verdict == "partial"
    services.practice.answer(one, (), ("A",), "sure")
    services.practice.answer(one, (), ("A",))
    services.practice.answer(several, (), ("A",), "guess")
    assert services.practice.sure_but_wrong() == ["q01", "q09"]
    services.practice.answer(one, (), ("B",), "unsure")
    assert services.practice.sure_but_wrong() == ["q09"]
    services.practice.answer(one, (), ("A",), "unsure")
    assert services.practice.sure_but_wrong() == ["q09"], "not sure this time"


def test_parts_of_a_case_study_are_practised_as_such_and_together(tmp_path):
    """The first cites the article, the others do not."""
    parts = [question(20 + part, group=f"g{part // 3}", scenario="情形", articles=()) for part in range(6)]
    parts[0] = replace(parts[0], articles=("条例@2023/26",))
    small = small_content()
    house = House(tmp_path / "data")
    build(replace(small, questions=(*small.questions, *parts)), house.index)
    services = house.open()
    pick, available = services.practice.pick, services.practice.available
    source, kinds = PracticeSource(SourceKind.RANDOM), [QuestionKind.CASE_STUDY]
    assert available(source, kinds) == [one.id for one in parts]
    assert not {one.id for one in parts} & set(available(source, [QuestionKind.SINGLE]))
    for number, wanted in ((1, 3), (3, 3), (5, 3), (6, 6), (20, 6)):
        picked = pick(source, kinds, number)
        assert len(picked) == wanted and all(one.scenario for one in picked)
        assert [one.id for one in picked[:3]] in ([one.id for one in parts[:3]], [one.id for one in parts[3:]])
    article = PracticeSource(SourceKind.ARTICLE, "条例@2023/26")
    assert [one.id for one in pick(article)] == [one.id for one in parts[:3]]
    assert len(pick(PracticeSource(SourceKind.RANDOM), number=5)) == 5
    services.close()


def test_an_answered_question_can_be_shown_again_after_it_left_the_content(services):
    gone = question(99, stem="已删除的题")
    services.practice.answer(gone, ("A", "B", "C", "D"), ("A",))
    connection = services.exams._journal._database.connection
    (digest,) = connection.execute("SELECT question_hash FROM attempt").fetchone()
    assert services.practice._questions.get(digest).stem == "已删除的题"
    with pytest.raises(UserError, match="原文缺失"):
        services.practice._questions.get("nothing")


def test_when_nothing_can_be_saved_memory_and_disk_still_agree(services, heard, full_disk):
    exam = services.exams.start(services.exams.papers()[0], "")
    one = services.library.question("q01")
    full_disk()
    heard.clear()
    body = "字" * 60_000
    with pytest.raises(UserError, match="空间不足"):
        services.annotations.add(CASE.id, AnnotationKind.NOTE, "案情", body=body)
    with pytest.raises(UserError, match="空间不足"):
        services.exams.answer(exam, 1, (body,))
    with pytest.raises(UserError, match="空间不足"):
        services.practice.answer(one, (), (body,))
    assert heard == []
    assert services.annotations.all() == []
    assert services.exams.reload(exam).answered == 0
    assert services.practice.state("q01").tries == 0
    services.exams._journal._database.connection.execute("PRAGMA max_page_count = 1000000")
    assert services.practice.answer(one, (), (body,)).state.tries == 1
    assert services.exams.answer(exam, 1, ("B",)).answered == 1
    assert services.records.untouched()


def test_a_listener_that_fails_does_not_make_a_saved_answer_look_unsaved(services, monkeypatch):
    reported, told = [], []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: reported.append(kind))
    services.bus.subscribe(AnswerRecorded, lambda fact: 1 / 0)
    services.bus.subscribe(AnswerRecorded, told.append)
    assert services.practice.answer(services.library.question("q01"), (), ("B",)).verdict is Verdict.RIGHT
    assert reported == [ZeroDivisionError]
    assert len(told) == 1


def test_the_log_of_a_busy_day_verifies_until_somebody_edits_it(house, services):
    for letter in "ABCD":
        services.practice.answer(services.library.question("q01"), (), (letter,))
    assert services.records.untouched()
    services.close()
    connection = sqlite3.connect(house.profile)
    connection.execute("""UPDATE event SET payload = replace(payload, '"wrong"', '"right"') WHERE seq = 3""")
    connection.commit()
    connection.close()
    again = house.open()
    assert not again.records.untouched()
    again.close()


def test_figures_of_days_and_years_come_from_what_was_completed(services, clock):
    services.study.finish_check(CASE, 5, 5)
    days = services.records.minutes_by_day(7)
    assert (len(days), days[services.records.today()]) == (7, 15)
    assert services.records.year().minutes == 15
    assert 0 <= services.records.hour() <= 23


def test_a_changed_appearance_is_told_and_found_again(house, services, heard):
    services.settings.change(Appearance(theme="dark", reading_size=99))
    assert heard == [SettingChanged("appearance", "")]
    assert load_appearance(house.paths.appearance) == services.settings.appearance
    assert services.settings.appearance.reading_size == 32


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"theme": 1',
        "[]",
        "7",
        '{"theme": ["dark"]}',
        '{"reading_size": NaN}',
        '{"reading_size": 1e999}',
        "[" * 100_000,
        "\x00" * 40,
        '{"scale": "1.0"}',
    ],
)
def test_a_half_written_appearance_means_the_defaults(tmp_path, text):
    file = tmp_path / "appearance.json"
    file.write_text(text, "utf-8")
    assert load_appearance(file) == Appearance()


def test_an_appearance_that_cannot_be_saved_holds_for_this_run_and_leaves_no_half_file(house, services):
    house.paths.appearance.mkdir()
    with pytest.raises(UserError, match="没有保存"):
        services.settings.change(Appearance(theme="dark"))
    assert services.settings.appearance.theme == "dark"
    assert list(house.paths.data.glob("*.part")) == []
