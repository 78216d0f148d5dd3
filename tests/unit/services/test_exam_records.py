"""The record of an exam: an honest one passes anywhere, a changed one nowhere."""

import json
import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli import main
from app.domain.drawing import DrawnQuestion, draw_ids
from app.domain.errors import UserError
from app.domain.exam import FinishReason
from app.domain.exam_record import ExamRecord, ForeignEvents
from app.domain.exam_record_lines import read_record, record_lines
from app.domain.exam_replay import replay
from app.domain.exam_verification import verify
from app.domain.paper import FixedQuestion
from app.domain.question import KeyPoint
from app.domain.recorded_event import RecordedEvent
from app.services.exam_record_check import check_record, read_file
from app.services.exam_record_service import SELF_TEST
from tests.unit.fakes import FakeClock
from tests.unit.house import House, case
from tests.unit.occasions import OCCASION, start_in_occasion


def sat(services, clock, right=6, breaks=True, occasion=OCCASION):
    """An exam with a break in which a case was read, and one answer that was thought better of."""
    exam = start_in_occasion(services, services.exams.papers()[0], occasion)
    exam = services.exams.resume(exam)
    for item in exam.items:
        clock.sleep(5)
        if item.place == 4 and breaks:
            exam = services.exams.pause(exam)
            services.study.open(case())
            services.practice.star("q01", True)
            exam = services.exams.resume(exam)
        if item.place == 2:
            exam = services.exams.answer(exam, 2, ("D",))
        wrong = ("错",) if item.question.kind.value == "判断" else ("不知道",)
        answer = tuple(text.split("|")[0] for text in item.question.answer) if item.place <= right else wrong
        exam = services.exams.answer(exam, item.place, answer)
    exam = services.exams.left(services.exams.left(exam))
    return services.exams.submit(exam)


@pytest.fixture
def exam(services, clock):
    return sat(services, clock)


@cache
def honest() -> ExamRecord:
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        opened = House(Path(folder) / "data", clock).open()
        record = opened.exam_records.record(sat(opened, clock))
        opened.close()
    return record


def found(lines: list[str], code: str) -> bool:
    """Whether the verb would refuse: what cannot be read is refused, too."""
    try:
        record = read_record("".join(line + "\n" for line in lines))
    except ValueError:
        return True
    return bool(verify(record, code).problems)


def lines_of(record: ExamRecord) -> list[str]:
    return record_lines(record).splitlines()


# what passes


def test_an_honest_file_passes_and_names_the_person_the_paper_and_the_score(services, exam, tmp_path, capsys):
    code, file = services.exam_records.sheet(exam, "某县民政局").code, tmp_path / "核验.jsonl"
    services.exam_records.export(exam, file)
    assert main(["verify", code, str(file)]) == 0
    said = capsys.readouterr().out
    assert said == f"核验一致：周明，《{exam.paper.title}》，{exam.total} 分（满分 100 分），合格。\n"


def test_the_code_may_be_typed_as_people_type(services, exam, tmp_path):
    file = tmp_path / "核验.jsonl"
    services.exam_records.export(exam, file)
    code = services.exam_records.sheet(exam, "").code
    assert len(code) == 19 and code.count("-") == 3
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), code.translate({79: "0", 73: "1"})):
        assert not check_record(typed, file).problems


def test_what_was_done_in_a_break_is_in_the_file_as_a_hash_only(services, exam):
    record = services.exam_records.record(exam)
    foreign = [event for event in record.events if isinstance(event, ForeignEvents)]
    assert len(foreign) == 1 and foreign[0].last > foreign[0].seq
    assert "case.opened" not in record_lines(record) and "question.starred" not in record_lines(record)
    assert not verify(record, record.code).problems


def test_the_code_stays_the_same_as_long_as_nothing_changes(services, exam, house):
    code = services.exam_records.sheet(exam, "某县民政局").code
    services.study.open(case())
    assert services.exam_records.sheet(exam, "另一个单位").code == code
    services.close()
    again = house.open()
    assert again.exam_records.sheet(again.exams.result(exam.id), "").code == code
    again.close()


def test_a_file_reads_back_as_what_was_written():
    assert read_record(record_lines(honest())) == honest()


def test_an_exam_that_was_marked_after_its_time_passes(house, clock):
    services = house.open()
    exam = start_in_occasion(services, services.exams.papers()[1])
    exam = services.exams.answer(exam, 1, exam.item(1).question.answer)
    services.close()
    clock.reboot(3 * 3600)
    again = house.open()
    done = again.exams.result(exam.id)
    assert done.finish_reason == FinishReason.OVERDUE.value
    record = again.exam_records.record(done)
    assert not verify(record, record.code).problems
    assert record.finished_at == done.finished_at
    again.close()


def test_the_paper_is_drawn_again_from_what_its_record_says(services):
    """Seed and content alone make another paper where the draw kept off what was asked lately."""
    bank, other = services.library.question_bank(), 0
    for _ in range(4):
        done = services.exams.submit(services.exams.start(services.exams.papers()[0], "周明"))
        record = services.exam_records.as_stored(done)
        sat = replay(record)
        assert not verify(record).problems and sat.content == services.library.fingerprint
        ids = [item.question.id for item in done.items]
        assert [name for name, _ in draw_ids(sat.paper, bank, sat.seed, sat.avoided)] == ids
        other += [name for name, _ in draw_ids(sat.paper, bank, sat.seed)] != ids
    assert other


@pytest.mark.parametrize("avoided", ["q01", [1], {"q01": 1}, None])
def test_what_the_draw_kept_off_must_be_ids(avoided):
    record = honest()
    events = [said(record.events[0], avoided=avoided), *record.events[1:]]
    forged = rechained(record, events)
    assert any("不能重新计分" in problem for problem in verify(forged, forged.code).problems)


def test_a_record_from_before_draws_kept_off_anything_still_passes():
    record = honest()
    old = json.loads(record.events[0].payload)
    del old["avoided"]
    plain = json.dumps(old, ensure_ascii=False, separators=(",", ":"))
    forged = rechained(record, [record.events[0]._replace(payload=plain), *record.events[1:]])
    assert not verify(forged, forged.code).problems and replay(forged).avoided == frozenset()


# what is refused before there is a sheet


def test_a_self_test_gets_no_sheet_and_no_file(services, clock, tmp_path):
    own = sat(services, clock, occasion="")
    with pytest.raises(UserError) as refused:
        services.exam_records.sheet(own, "")
    assert str(refused.value) == SELF_TEST
    with pytest.raises(UserError):
        services.exam_records.export(own, tmp_path / "核验.jsonl")
    assert list(tmp_path.glob("*.jsonl*")) == []


def test_an_unfinished_exam_gets_none(services):
    running = start_in_occasion(services, services.exams.papers()[0])
    with pytest.raises(UserError, match="还没有交卷"):
        services.exam_records.sheet(running, "")


def test_a_score_changed_in_the_tables_is_seen_against_the_log(services, exam):
    item = next(item for item in exam.items if item.points(exam.paper) == 0)
    better = replace(
        exam, items=tuple(one.answered_with(one.question.answer) if one is item else one for one in exam.items)
    )
    with pytest.raises(UserError, match="作答不同；成绩不同"):
        services.exam_records.sheet(better, "")


def test_a_log_changed_in_the_database_gives_no_sheet(services, exam, house):
    services.close()
    database = sqlite3.connect(house.profile)
    database.execute(
        "UPDATE event SET payload = replace(payload, '\"score\":60', '\"score\":90') WHERE kind = 'exam.finished'"
    )
    database.commit()
    database.close()
    again = house.open()
    with pytest.raises(UserError, match="（交卷）的内容被改动"):
        again.exam_records.sheet(again.exams.result(exam.id), "")
    again.close()


# what is on the sheet


def test_the_sheet_says_who_what_when_and_how_much(services, exam):
    sheet = services.exam_records.sheet(exam, "某县民政局")
    assert (sheet.name, sheet.unit, sheet.occasion) == ("周明", "某县民政局", OCCASION)
    assert (sheet.score, sheet.full, sheet.passed) == (exam.total, 100, True)
    assert sheet.number == f"{exam.seed:06}-{exam.content_version[:16]}"
    assert sum(got for _, got, _ in sheet.topics) == exam.total
    assert "中断后继续作答 1 次" in sheet.recorded


@pytest.mark.parametrize("shown", [True, False])
def test_leaving_the_window_is_told_only_where_the_paper_says_so(services, exam, shown):
    told = services.exam_records.sheet(replace(exam, paper=replace(exam.paper, show_leaves=shown)), "").recorded
    assert ("离开考试窗口 2 次" in told) is shown


def test_a_clock_that_was_set_is_told(services, clock):
    exam = start_in_occasion(services, services.exams.papers()[0])
    clock.jump(-7200)
    exam = services.exams.submit(services.exams.beat(exam, 1))
    assert "系统时间被调整 1 次" in services.exam_records.sheet(exam, "").recorded


# the six kinds of tampering: whoever knows the format, and computes the hashes anew where that helps


def rechained(record: ExamRecord, events: list[RecordedEvent | ForeignEvents]) -> ExamRecord:
    """The forger's: every hash anew."""
    before, made = record.previous, []
    for event in events:
        if isinstance(event, RecordedEvent):
            event = event._replace(payload_hash=event.inner())
            event = event._replace(hash=event.follows(before, record.chain))
        before = event.hash
        made.append(event)
    return replace(record, events=tuple(made))


def edited(event: RecordedEvent, chance: random.Random) -> RecordedEvent:
    """Another answer, another score, another name: whatever the event holds."""
    said = json.loads(event.payload)
    name = chance.choice(sorted(said)) if said else "extra"
    old = said.get(name)
    said[name] = old + 1 if isinstance(old, int) else [*old, "A"] if isinstance(old, list) else f"{old}改"
    return event._replace(payload=json.dumps(said, ensure_ascii=False, separators=(",", ":")))


def tampered(kind: str, chance: random.Random) -> list[str]:
    record = honest()
    own = [at for at, event in enumerate(record.events) if isinstance(event, RecordedEvent)]
    events, at = list(record.events), chance.choice(own)
    lines = lines_of(record)
    first = len(lines) - len(events)
    match kind:
        case "edit":
            events[at] = edited(events[at], chance)
            return lines_of(replace(record, events=tuple(events)))
        case "delete":
            del lines[chance.randrange(len(lines) - 1)]
            return lines
        case "insert":
            lines.insert(chance.randrange(1, len(lines)), lines[first + chance.randrange(len(events))])
            return lines
        case "swap":
            one, other = chance.sample(range(len(lines)), 2)
            lines[one], lines[other] = lines[other], lines[one]
            return lines
        case "cut":
            return lines[: -chance.randrange(1, len(lines))]
    events[at] = edited(events[at], chance)
    if chance.random() < 0.5:  # and cut the tail: what follows is made up anew, with the end left in place
        keep = chance.randrange(at, len(events))
        events = events[: keep + 1] + ([events[-1]] if keep < len(events) - 1 else [])
        events = [
            event._replace(seq=number) if isinstance(event, RecordedEvent) else event
            for number, event in enumerate(events, events[0].seq)
        ]
    return lines_of(rechained(record, events))


@pytest.mark.parametrize("kind", ["edit", "delete", "insert", "swap", "cut", "recompute"])
def test_every_kind_of_tampering_is_found_wherever_it_is_done(kind):
    code, chance = honest().code, random.Random(11)
    missed = [number for number in range(300) if not found(tampered(kind, chance), code)]
    assert missed == []


def test_without_tampering_nothing_is_found():
    assert not found(lines_of(honest()), honest().code)


def test_a_record_recomputed_with_skill_follows_from_itself_and_only_the_code_tells():
    """What the check code is for: the forger changed an answer, the score and every hash."""
    record = honest()
    events, place = list(record.events), 7  # answered wrongly
    item = replay(record).items[place - 1]
    at = max(
        at
        for at, event in enumerate(events)
        if isinstance(event, RecordedEvent)
        and event.kind == "exam.answered"
        and json.loads(event.payload)["place"] == place
    )
    right = [text.split("|")[0] for text in item.question.answer]
    events[at] = said(events[at], answer=right)
    events[-1] = said(events[-1], score=replay(record).score + item.score)
    forged = rechained(record, events)
    assert verify(forged).problems == ()
    assert verify(forged, forged.code).exam.score == replay(record).score + item.score
    (problem,) = verify(forged, record.code).problems
    assert "核验码" in problem and "整个改写" in problem


def said(event: RecordedEvent, **changes: object) -> RecordedEvent:
    payload = json.loads(event.payload) | changes
    return event._replace(payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_change_of_any_field_of_any_line_is_found(data):
    lines = lines_of(honest())
    at = data.draw(st.integers(0, len(lines) - 1))
    line = json.loads(lines[at])
    name = data.draw(st.sampled_from(sorted(line)))
    old = line[name]
    if isinstance(old, int):
        line[name] = old + data.draw(st.integers(1, 9))
    elif old is None:
        line[name] = "00" * 16
    else:
        place = data.draw(st.integers(0, len(old)))
        letter = data.draw(st.sampled_from("0a改\x00"))
        line[name] = old[:place] + letter + old[place + 1 :]
    if line[name] != old:
        lines[at] = json.dumps(line, ensure_ascii=False)
        assert found(lines, honest().code)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 200), st.integers(1, 255))
def test_the_code_changes_with_every_payload(at, flip):
    record = honest()
    places = [place for place, event in enumerate(record.events) if isinstance(event, RecordedEvent)]
    place = places[at % len(places)]
    event = record.events[place]
    changed = event._replace(salt=bytes([event.salt[0] ^ flip]) + event.salt[1:])
    spaced = event._replace(payload=event.payload + " ")
    for other in (changed, spaced):
        events = [*record.events]
        events[place] = other
        assert replace(record, events=tuple(events)).code != record.code
        assert rechained(record, events).code != record.code


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_code_changes_with_the_order_of_events(chance):
    record = honest()
    own = [place for place, event in enumerate(record.events) if isinstance(event, RecordedEvent)]
    one, other = chance.sample(own, 2)
    events = list(record.events)
    events[one], events[other] = events[other], events[one]
    assert replace(record, events=tuple(events)).code != record.code


def test_the_code_changes_with_the_score_the_end_the_occasion_and_the_paper():
    record = honest()
    better = rechained(record, [*record.events[:-1], said(record.events[-1], score=100)])
    others = [
        better,
        replace(record, finished_at=datetime(2026, 1, 1, tzinfo=UTC).isoformat()),
        rechained(record, [said(record.events[0], occasion="另一次统考"), *record.events[1:]]),
        replace(record, jumps=record.jumps + 1),
        replace(record, paper=record.paper.replace('"pass_score": 60', '"pass_score": 50')),
        replace(record, chain="0" * 32),
    ]
    assert len({one.code for one in [record, *others]}) == len(others) + 1


# what the verb says


def refusal(record: ExamRecord, code: str = "") -> str:
    return "；".join(verify(record, code or honest().code).problems)


def test_it_says_what_does_not_fit():
    record = honest()
    at = next(
        at
        for at, event in enumerate(record.events)
        if isinstance(event, RecordedEvent) and event.kind == "exam.answered"
    )
    events = list(record.events)
    events[at] = said(events[at], answer=["C"])
    assert f"第 {events[at].seq} 条记录（作答）的内容被改动" in refusal(replace(record, events=tuple(events)))
    assert "文件被截短" in refusal(replace(record, events=record.events[:-1]))
    lying = rechained(record, [*record.events[:-1], said(record.events[-1], score=99)])
    assert "按作答重新计分是" in refusal(lying) and "记录的成绩是 99 分" in refusal(lying)
    assert "接不上" in refusal(replace(record, events=(*record.events[:5], *record.events[6:])))
    body = record.questions[0].replace("低保", "特困")
    assert "原题有 1 道缺失或被改动" in refusal(replace(record, questions=(body, *record.questions[1:])))
    assert "核验码抄错了" in refusal(record, "AAAA-AAAA-AAAA-AAAA")


def test_an_erased_payload_cannot_be_checked_and_that_is_said():
    record = honest()
    events = [
        event._replace(payload=None, salt=None)
        if isinstance(event, RecordedEvent) and event.kind == "exam.left"
        else event
        for event in record.events
    ]
    erased = replace(record, events=tuple(events))
    assert erased.code == record.code
    assert "已被清除，无法复核" in refusal(read_record(record_lines(erased)))


def test_what_does_not_fit_ends_with_1_and_what_cannot_be_read_with_2(tmp_path, capsys):
    file, code = tmp_path / "核验.jsonl", honest().code
    file.write_text(record_lines(honest()), "utf-8")
    assert main(["verify", "AAAA-BBBB-CCCC-DDDD", str(file)]) == 1
    assert capsys.readouterr().out.startswith("不一致：核验码")
    assert main(["verify", "ABC", str(file)]) == 2
    assert "四组" in capsys.readouterr().err
    assert main(["verify", code, str(tmp_path / "没有.jsonl")]) == 2
    assert "读不了" in capsys.readouterr().err
    file.write_text(record_lines(honest())[:-5], "utf-8")
    assert main(["verify", code, str(file)]) == 2
    assert "不是完整的核验文件" in capsys.readouterr().err


HOSTILE = {
    "empty": lambda text: "",
    "blank": lambda text: "\n",
    "a list": lambda text: "[]\n",
    "a number": lambda text: "1\n",
    "deep": lambda text: "[" * 100_000 + "\n",
    "a head without its fields": lambda text: '{"format": "jingjian-exam-record"}\n',
    "a name twice": lambda text: '{"a": 1, "a": 2}\n',
    "newer": lambda text: text.replace('"version": 1', '"version": 2'),
    "another type": lambda text: text.replace('"jumps": 0', '"jumps": true'),
    "half a character": lambda text: text.replace('"finished_at": "', '"finished_at": "\\ud800'),
    "an endless number": lambda text: text.replace('"jumps": 0', '"jumps": ' + "9" * 5000),
    "one field more": lambda text: text.replace('"offset"', '"unknown": 1, "offset"'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_that_are_no_record_are_refused_in_words(name, tmp_path):
    file, text = tmp_path / "x.jsonl", record_lines(honest())
    file.write_text(HOSTILE[name](text), "utf-8")
    with pytest.raises(UserError, match="不是完整的核验文件"):
        read_file(file)


def test_a_file_that_is_no_text_is_refused_in_words(tmp_path):
    file = tmp_path / "x.jsonl"
    file.write_bytes(b"\xff\xfe{}\n")
    with pytest.raises(UserError, match="不是完整的核验文件"):
        read_file(file)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_forged_content_of_any_shape_is_refused_and_never_an_error(data):
    """Payloads, paper and questions hold JSON of their own."""
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    )
    record = honest()
    text = json.dumps(data.draw(anything), ensure_ascii=True)
    which = data.draw(st.sampled_from(["payload", "paper", "question", "field"]))
    if which == "paper":
        forged = replace(record, paper=text)
    elif which == "question":
        forged = replace(record, questions=(text, *record.questions[1:]))
    else:
        events = list(record.events)
        at = data.draw(st.integers(0, len(events) - 1))
        event = events[at]
        if isinstance(event, RecordedEvent):
            if which == "field":
                inner = json.loads(event.payload)
                name = data.draw(st.sampled_from(sorted(inner) or ["x"]))
                text = json.dumps(inner | {name: json.loads(text)}, ensure_ascii=True)
            events[at] = event._replace(payload=text)
        forged = rechained(record, events)
    problems = verify(forged, record.code).problems
    assert problems or forged == record


# what a person marks


def with_written(clock, services):
    """One 简答 of two key points, answered and handed in."""
    short = replace(
        services.library.questions(["q17"])[0],
        points=(KeyPoint("核对", ("核对",), 4), KeyPoint("公示", ("公示",), 6)),
    )
    paper = replace(services.exams.papers()[0], rules=(), fixed=(FixedQuestion("q17", 10),), pass_score=6)
    exam = services.exams.start_drawn(paper, (DrawnQuestion(short, 10, ()),), 7, "周明", OCCASION)
    return services.exams.submit(services.exams.answer(exam, 1, ("先核对，再公示。",)))


def test_there_is_no_sheet_before_everything_is_marked(services, clock):
    with pytest.raises(UserError, match="还有 1 道题没有阅卷"):
        services.exam_records.sheet(with_written(clock, services), "")


def test_a_marking_counts_and_another_one_changes_the_code(services, clock, tmp_path):
    exam = services.exams.mark(with_written(clock, services), 1, (True, False), "乙")
    first = services.exam_records.sheet(exam, "")
    file = tmp_path / "核验.jsonl"
    services.exam_records.export(exam, file)
    assert (first.score, check_record(first.code, file).exam.score) == (4, 4)
    again = services.exams.mark(exam, 1, (True, True), "乙")
    second = services.exam_records.sheet(again, "")
    assert (second.score, second.passed) == (10, True) and second.code != first.code
    assert check_record(second.code, file).problems


def test_a_marking_changed_in_the_tables_is_seen_against_the_log(services, clock):
    exam = services.exams.mark(with_written(clock, services), 1, (False, False), "乙")
    better = replace(exam, items=(replace(exam.items[0], ticks=(True, True)),))
    with pytest.raises(UserError, match="阅卷不同；成绩不同"):
        services.exam_records.sheet(better, "")
