"""A 单位统考 from its making over the candidates' PCs to the 成绩册."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from app.domain.errors import UserError
from app.domain.exam import FinishReason
from app.domain.exam_result_lines import read_result, result_lines
from app.domain.exam_session import ExamSession
from app.domain.grade_book import COLUMNS
from app.domain.paper_marks import PaperMarks
from app.domain.result_decision import Decision
from app.domain.roster_extra_time import with_extra_time
from app.domain.roster_person import RosterPerson
from app.domain.standing import Attendance
from app.domain.unit_exam import BookRule
from app.services.unit_exam_decisions import DECIDED
from tests.unit.house import House
from tests.unit.seated import PASSWORD, PEOPLE, window

MAIN, MAKE_UP = ExamSession.MAIN, ExamSession.MAKE_UP
HOUR = timedelta(hours=1)
AT = {title: place for place, (title, _) in enumerate(COLUMNS)}


@pytest.fixture
def exam(services):
    paper = services.exams.papers()[0]
    return services.unit_exams.make("2026年度党纪法规统考", paper, window(0, 2), window(48, 2), BookRule.CLOSED, PEOPLE)


@pytest.fixture
def package_file(services, exam, tmp_path):
    path = tmp_path / "统考.jjexam"
    services.unit_exams.write_package(exam.id, PASSWORD, PASSWORD, path)
    return path


class Desk:
    """A candidate's own PC."""

    def __init__(self, folder, clock):
        self.house = House(folder / "data", clock)
        self.services = self.house.open()

    def open(self, package_file):
        data, _ = self.services.exam_seats.read(package_file)
        return self.services.exam_seats.open(data, PASSWORD)

    def sit(self, package_file, person, right=99):
        """Answers so many questions rightly and hands in."""
        exams = self.services.exams
        exam = self.services.exam_seats.start(self.open(package_file), person)
        for item in exam.items[:right]:
            exam = exams.answer(exam, item.place, tuple(one.split("|")[0] for one in item.question.answer))
        return exams.submit(exam)

    def hand_over(self, exam, folder):
        path = folder / self.services.exam_seats.result_name(exam)
        self.services.exam_seats.save_result(exam, path)
        return path


@pytest.fixture
def desks(tmp_path, clock):
    made = []

    def new():
        made.append(Desk(tmp_path / f"pc{len(made)}", clock))
        return made[-1]

    yield new
    for desk in made:
        desk.services.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "结果"
    made.mkdir()
    return made


def test_a_candidate_sits_his_own_paper_from_the_file_and_not_from_the_library(desks, package_file, exam):
    desk = desks()
    started = desk.services.exam_seats.start(desk.open(package_file), "1001")
    assert (started.candidate, started.occasion, started.seed) == ("周明", exam.title, exam.seed(MAIN, "1001"))
    drawn = desk.open(package_file).drawn(MAIN, "1001")
    assert [(item.question, item.shown) for item in started.items] == [(one.question, one.order) for one in drawn]


def test_it_starts_without_any_content_of_its_own_kind(tmp_path, package_file, clock):
    """The questions come with the file: a PC with other content gives the same paper."""
    desk = Desk(tmp_path / "leer", clock)
    desk.services.library._index = None  # type: ignore[attr-defined]
    data, _ = desk.services.exam_seats.read(package_file)
    package = desk.services.exam_seats.open(data, PASSWORD)
    assert len(package.drawn(MAIN, "1002")) == 10
    desk.services.close()


def test_two_candidates_have_different_papers(desks, package_file):
    package = desks().open(package_file)
    one, other = (package.drawn(MAIN, person) for person in ("1001", "1002"))
    assert [(item.question.id, item.order) for item in one] != [(item.question.id, item.order) for item in other]


def test_it_goes_on_after_a_crash_as_any_exam_does(desks, package_file):
    desk = desks()
    started = desk.services.exam_seats.start(desk.open(package_file), "1001")
    answered = desk.services.exams.answer(started, 1, ("B",))
    desk.services.close()
    desk.services = desk.house.open()
    unfinished = desk.services.exams.unfinished()
    assert unfinished is not None
    assert (unfinished.items, unfinished.seat, unfinished.occasion) == (answered.items, started.seat, started.occasion)


def test_nobody_sits_the_same_session_twice_on_one_pc(desks, package_file):
    desk = desks()
    desk.sit(package_file, "1001")
    with pytest.raises(UserError, match="周明在这台电脑上参加过这次正考，已经交卷"):
        desk.services.exam_seats.start(desk.open(package_file), "1001")


@pytest.mark.parametrize(("hours", "words"), [(-1, "还没有到开考时间"), (3, "补考时段是"), (60, "补考时段（")])
def test_outside_the_times_nothing_starts(desks, package_file, clock, hours, words):
    desk = desks()
    package = desk.open(package_file)
    clock.jump(hours * 3600)
    with pytest.raises(UserError, match=words):
        desk.services.exam_seats.start(package, "1001")
    assert words in desk.services.exam_seats.closed_words(package)


def test_a_stranger_is_turned_away(desks, package_file):
    desk = desks()
    with pytest.raises(UserError, match="名单里没有这个人"):
        desk.services.exam_seats.start(desk.open(package_file), "9999")


def test_results_are_collected_into_the_standings(services, exam, desks, package_file, folder, clock):
    for person, right in (("1001", 99), ("1002", 3)):
        desk = desks()
        desk.hand_over(desk.sit(package_file, person, right), folder)
    got = services.unit_exams.collect(exam.id, folder)
    assert (got.taken, got.known, got.refused) == (2, 0, ())
    clock.sleep(3 * 3600)
    first, second, third = services.unit_exams.standings(exam.id)
    assert [one.state for one in (first, second, third)] == [Attendance.SAT, Attendance.SAT, Attendance.ABSENT]
    assert (first.counted.score, second.counted.score) == (100, 30)
    assert first.counted.passed and not second.counted.passed


def test_the_same_file_twice_changes_nothing(services, exam, desks, package_file, folder):
    desk = desks()
    desk.hand_over(desk.sit(package_file, "1001"), folder)
    services.unit_exams.collect(exam.id, folder)
    before = services.unit_exams.standings(exam.id)
    events = list(services.unit_exams._journal.events())
    got = services.unit_exams.collect(exam.id, folder)
    assert (got.taken, got.known) == (0, 1)
    assert services.unit_exams.standings(exam.id) == before
    assert list(services.unit_exams._journal.events()) == events


def test_of_two_sittings_both_are_shown_and_the_first_counts(services, exam, desks, package_file, folder, clock):
    for right in (2, 99):
        desk = desks()
        desk.hand_over(desk.sit(package_file, "1001", right), folder)
        clock.sleep(600)
    services.unit_exams.collect(exam.id, folder)
    first = services.unit_exams.standings(exam.id)[0]
    assert first.counted.score == 20 and [one.score for one in first.besides] == [100]
    book = services.unit_exams.grade_book(exam.id)
    assert book.columns[-3][0] == "第2份成绩" and book.rows[0][-3] == 100
    assert "共有 2 份成绩，请核实" in book.rows[0][AT["备注"]]


def test_a_make_up_is_another_paper_and_is_marked_so(services, exam, desks, package_file, folder, clock):
    clock.sleep(48 * 3600 + 60)
    desk = desks()
    sat = desk.sit(package_file, "1001")
    assert sat.seed == exam.seed(MAKE_UP, "1001") != exam.seed(MAIN, "1001")
    desk.hand_over(sat, folder)
    services.unit_exams.collect(exam.id, folder)
    assert [one.state for one in services.unit_exams.standings(exam.id)] == [
        Attendance.MADE_UP,
        Attendance.ABSENT,
        Attendance.ABSENT,
    ]


def test_a_result_file_tells_no_question_and_no_key(desks, package_file, folder):
    desk = desks()
    text = desk.hand_over(desk.sit(package_file, "1001", 0), folder).read_text(encoding="utf-8")
    assert "低保审核确认" not in text and "做法" not in text and '"answer"' not in text


def test_an_unfinished_exam_and_a_self_test_hand_nothing_over(desks, package_file, folder):
    desk = desks()
    own = desk.services.exams.submit(desk.services.exams.start(desk.services.exams.papers()[0], "周明"))
    with pytest.raises(UserError, match="自测不用交"):
        desk.services.exam_seats.save_result(own, folder / "a.jjresult")
    running = desk.services.exam_seats.start(desk.open(package_file), "1001")
    with pytest.raises(UserError, match="还没有交卷"):
        desk.services.exam_seats.save_result(running, folder / "a.jjresult")
    assert not list(folder.iterdir()) and not desk.services.exam_seats.sat()


def refusal(services, exam, folder):
    got = services.unit_exams.collect(exam.id, folder)
    assert (got.taken, got.known) == (0, 0)
    ((_, reason),) = got.refused
    return reason


@pytest.fixture
def handed(desks, package_file, folder):
    desk = desks()
    return desk.hand_over(desk.sit(package_file, "1001", 3), folder)


def rewrite(path, change):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def better_answer(lines):
    event = next(line for line in lines if line.get("kind") == "exam.answered")
    payload = json.loads(event["payload"])
    event["payload"] = json.dumps(payload | {"answer": ["A"]}, ensure_ascii=False, separators=(",", ":"))


def better_score(lines):
    event = next(line for line in lines if line.get("kind") == "exam.finished")
    event["payload"] = event["payload"].replace('"score":30', '"score":90')


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (better_answer, "的内容被改动"),
        (better_score, "的内容被改动"),
        (lambda lines: lines.pop(4), "记录被增删或调换"),
        (lambda lines: lines.pop(), "被截短"),
        (lambda lines: lines[0].update(seat=lines[0]["seat"].replace("1001", "1002")), "另一个人的"),
        (lambda lines: lines[0].update(seat=lines[0]["seat"].replace("1001", "7777")), "不在这次统考的名单上"),
        (lambda lines: lines[0].update(seat="别的/正考/1001"), "另一次统考"),
        (lambda lines: lines[0].update(seat=lines[0]["seat"].replace("正考", "补考")), "另一个人的"),
        (lambda lines: lines[0].update(code="AAAA-BBBB-CCCC-DDDD"), "核验码与文件内容不符"),
        (lambda lines: lines[1].update(jumps=3), "核验码与文件内容不符"),
        (lambda lines: lines[1].update(paper=lines[1]["paper"].replace('"pass_score": 60', '"pass_score": 1')), "不符"),
        (lambda lines: lines.insert(2, {"question": "{}"}), "不是完整的结果文件"),
        (lambda lines: lines[0].update(version=2), "不是完整的结果文件"),
    ],
)
def test_a_changed_file_is_refused_with_its_reason(services, exam, folder, handed, change, words):
    rewrite(handed, change)
    assert words in refusal(services, exam, folder)
    assert services.unit_exams.standings(exam.id)[0].counted is None


@pytest.mark.parametrize("finished", ["", "gestern", "2026-03-02T10:00:00"])
def test_a_time_of_handing_in_that_is_none_is_refused_though_the_file_follows_from_itself(
    services, exam, folder, handed, finished
):
    file = read_result(handed.read_text(encoding="utf-8"))
    handed.write_text(result_lines(file.seat, replace(file.record, finished_at=finished)), encoding="utf-8")
    assert "周明的结果文件有问题" in refusal(services, exam, folder)


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"[" * 50_000, b"\xff", b"1" * 5_000])
def test_what_is_no_result_file_is_refused(services, exam, folder, content):
    (folder / "a.jjresult").write_bytes(content)
    assert "不是完整的结果文件" in refusal(services, exam, folder)


def test_an_exam_on_ones_own_easier_questions_is_refused(services, exam, desks, package_file, folder):
    """Everything follows from itself, and yet it is not the paper that this person was to sit."""
    desk = desks()
    seat = f"{exam.id}/正考/1001"
    package = desk.open(package_file)
    for drawn, seed in ((package.drawn(MAIN, "1002"), exam.seed(MAIN, "1001")), (package.drawn(MAIN, "1001"), 5)):
        started = desk.services.exams.start_drawn(exam.paper, drawn, seed, "周明", exam.title, seat=seat)
        done = desk.services.exams.submit(started, FinishReason.SUBMITTED)
        path = desk.hand_over(done, folder)
        assert "不是统考文件给这个人抽的那一份" in refusal(services, exam, folder)
        path.unlink()


def test_an_exam_begun_outside_its_window_is_refused(services, exam, desks, package_file, folder, clock):
    desk = desks()
    package = desk.open(package_file)
    clock.sleep(10 * 3600)
    started = desk.services.exams.start_drawn(
        exam.paper,
        package.drawn(MAIN, "1001"),
        exam.seed(MAIN, "1001"),
        "周明",
        exam.title,
        seat=f"{exam.id}/正考/1001",
    )
    desk.hand_over(desk.services.exams.submit(started), folder)
    assert "不在正考时段内" in refusal(services, exam, folder)


def test_a_self_test_dressed_up_as_a_result_is_refused(services, exam, desks, handed, folder):
    desk = desks()
    own = desk.services.exams.submit(desk.services.exams.start(desk.services.exams.papers()[0], "周明"))
    seat = read_result(handed.read_text(encoding="utf-8")).seat
    handed.write_text(result_lines(seat, desk.services.exam_records.as_stored(own)), encoding="utf-8")
    assert "另一次考试的" in refusal(services, exam, folder)


def test_a_file_whose_ending_was_changed_on_the_way_is_taken(services, exam, desks, package_file, folder):
    for person, name in (("1001", "大写.JJRESULT"), ("1002", "微信下载.jjresult.txt")):
        desk = desks()
        desk.hand_over(desk.sit(package_file, person), folder).rename(folder / name)
    spoken = folder / "微信下载.jjresult.txt"
    spoken.write_bytes(b"\xef\xbb\xbf" + spoken.read_bytes().replace(b"\n", b"\r\n"))  # saved by Notepad
    assert services.unit_exams.collect(exam.id, folder).taken == 2


def test_what_was_not_looked_at_is_named(services, exam, folder, handed):
    for name in ("打包.zip", "成绩册.xlsx", ".DS_Store", "Thumbs.db", "~$成绩册.xlsx"):
        (folder / name).write_bytes(b"x")
    got = services.unit_exams.collect(exam.id, folder)
    assert got.taken == 1 and got.others == ("成绩册.xlsx", "打包.zip")
    assert "另有 2 个别的文件没有看，其中有压缩包，请先解压，再收一次" in got.words


# deciding


@pytest.fixture
def twice(services, exam, desks, package_file, folder, clock):
    """Somebody has handed in two sittings, 20 and 100 points."""
    for right in (2, 99):
        desk = desks()
        desk.hand_over(desk.sit(package_file, "1001", right), folder)
        clock.sleep(600)
    services.unit_exams.collect(exam.id, folder)
    return services.unit_exams.standings(exam.id)[0]


def scored(services, exam):
    return [one.counted.score if one.counted else None for one in services.unit_exams.standings(exam.id)]


def test_the_organiser_decides_which_result_counts_and_can_undo_it(services, exam, twice):
    other, decide = twice.besides[0], services.unit_exams.decide
    decide(exam.id, other, Decision.COUNTS, "王局长")
    assert scored(services, exam)[0] == 100
    assert "核定以 100 分的一份为准（王局长）" in services.unit_exams.grade_book(exam.id).rows[0][AT["备注"]]
    decide(exam.id, other, Decision.VOID, "王局长", "他人代考")
    assert scored(services, exam)[0] == 20
    decide(exam.id, other, Decision.UNDONE, "王局长")
    assert scored(services, exam)[0] == 20 and services.unit_exams.decisions.standing(exam.id) == {}
    assert [said["what"] for *_, said in services.unit_exams._journal.events(DECIDED)] == ["counts", "void", "undone"]


def test_marks_from_paper_are_decided_on_as_a_file_is(services, exam, twice):
    services.unit_exams.put_marks(exam.id, [PaperMarks("1001", MAIN, (50, 10.5, 10, 0))])
    typed = services.unit_exams.standings(exam.id)[0].besides[-1]
    services.unit_exams.decide(exam.id, typed, Decision.COUNTS, "王局长")
    assert scored(services, exam)[0] == 70.5


def test_a_decision_is_there_after_a_restart(house, tmp_path, clock):
    first = house.open()
    made = first.unit_exams.make("统考", first.exams.papers()[0], window(0, 2), None, BookRule.OPEN, PEOPLE)
    first.unit_exams.put_marks(made.id, [PaperMarks("1001", MAIN, (50, 10.5, 10, 0))])
    only = first.unit_exams.standings(made.id)[0].counted
    first.unit_exams.decide(made.id, only, Decision.VOID, "王局长", "登记错了人")
    first.close()
    again = house.open()
    assert again.unit_exams.standings(made.id)[0].counted is None and not again.unit_exams._journal.broken()
    again.close()


@pytest.mark.parametrize(
    ("what", "by", "why", "words"),
    [
        (Decision.COUNTS, " ", "", "谁决定"),
        (Decision.COUNTS, "长" * 41, "", "谁决定"),
        (Decision.COUNTS, "甲\x07", "", "谁决定"),
        (Decision.VOID, "王局长", " ", "写明作废的理由"),
        (Decision.VOID, "王局长", "长" * 101, "100 个字以内"),
        (Decision.VOID, "王局长", "机密★", "密级"),
        (Decision.UNDONE, "王局长", "", "不用撤销"),
    ],
)
def test_a_decision_without_a_name_or_a_reason_is_not_kept(services, exam, twice, what, by, why, words):
    with pytest.raises(UserError, match=words):
        services.unit_exams.decide(exam.id, twice.besides[0], what, by, why)
    assert not list(services.unit_exams._journal.events(DECIDED))


def test_nothing_is_decided_of_a_result_that_is_not_there(services, exam, twice):
    with pytest.raises(UserError, match="已经不在成绩册里"):
        services.unit_exams.decide(exam.id, replace(twice.counted, sitting="x"), Decision.COUNTS, "王局长")


def test_a_folder_without_results_is_said_to_have_none(services, exam, folder):
    assert "没有结果文件" in services.unit_exams.collect(exam.id, folder).words
    assert "没有结果文件" in services.unit_exams.collect(exam.id, folder / "nirgends").words


def test_the_organisers_pc_goes_on_after_a_restart(house, clock, tmp_path):
    first = house.open()
    made = first.unit_exams.make("统考", first.exams.papers()[0], window(0, 2), None, BookRule.OPEN, PEOPLE)
    first.close()
    again = house.open()
    assert [one[:2] for one in again.unit_exams.exams()] == [(made.id, "统考")]
    assert again.unit_exams.package(made.id).exam == made
    assert not again.unit_exams._journal.broken()
    again.close()


def test_another_pc_can_collect_once_it_has_opened_the_file(desks, exam, package_file, folder, handed):
    office = desks()
    package = office.open(package_file)
    office.services.unit_exams.adopt(package)
    office.services.unit_exams.adopt(package)
    assert office.services.unit_exams.collect(exam.id, folder).taken == 1
    assert len(office.services.unit_exams.exams()) == 1


def test_what_speaks_against_an_exam_is_said_before_anything_is_kept(services):
    paper = services.exams.papers()[0]
    too_much = replace(paper, rules=(replace(paper.rules[0], count=99),))
    make = services.unit_exams.make
    for arguments, words in (
        (("", paper, window(0, 2), None, BookRule.OPEN, PEOPLE), "考试名称"),
        (("统考", paper, window(0, 2), None, BookRule.OPEN, ()), "名单应有"),
        (("统考", paper, window(-5, 2), None, BookRule.OPEN, PEOPLE), "已经过去"),
        (("机密★统考", paper, window(0, 2), None, BookRule.OPEN, PEOPLE), "密级"),
        (
            ("统考", too_much, window(0, 2), None, BookRule.OPEN, PEOPLE),
            "组不成卷",
        ),
    ):
        with pytest.raises(UserError, match=words):
            make(*arguments)
    assert not services.unit_exams.exams()


def test_two_different_passwords_write_nothing(services, exam, tmp_path):
    with pytest.raises(UserError, match="不一样"):
        services.unit_exams.write_package(exam.id, PASSWORD, "另一个口令2026", tmp_path / "a.jjexam")
    assert not (tmp_path / "a.jjexam").exists()


def test_without_room_for_the_units_data_nothing_is_organised(tmp_path, clock):
    house = House(tmp_path / "data", clock)
    house.paths.data.mkdir()
    house.paths.unit_database.write_bytes(b"")
    opened = house.open()
    with pytest.raises(UserError, match="不能保存单位的数据"):
        opened.unit_exams.make("统考", opened.exams.papers()[0], window(0, 2), None, BookRule.OPEN, PEOPLE)
    opened.close()


def book_of(services, exam, tmp_path):
    path = tmp_path / "成绩册.xlsx"
    services.unit_exams.write_grade_book(exam.id, path)
    return openpyxl.load_workbook(path).active


def test_the_book_has_typed_cells_filters_and_a_foot(services, exam, desks, package_file, folder, tmp_path, clock):
    desk = desks()
    desk.hand_over(desk.sit(package_file, "1001", 7), folder)
    services.unit_exams.collect(exam.id, folder)
    clock.sleep(3 * 3600)
    sheet = book_of(services, exam, tmp_path)
    head = [cell.value for cell in sheet[5]]
    assert head[:8] == ["序号", "姓名", "科室", "工号", "状态", "正考成绩", "补考成绩", "结果"]
    row = {title: sheet[6][at] for at, title in enumerate(head)}
    assert (row["正考成绩"].value, row["正考成绩"].data_type) == (70, "n")
    assert (row["工号"].value, row["工号"].data_type) == ("1001", "s")
    assert row["开考时间"].is_date and row["核验码"].value.count("-") == 3
    assert [sheet.cell(at, 5).value for at in (6, 7, 8)] == ["已考", "缺考", "缺考"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C6", "A5:N8", "$5:$5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert round(sheet.page_margins.left * 25.4) == 25
    foot = "".join(cell.value or "" for cell in sheet[9])
    assert all(word in foot for word in ("填报单位（盖章）", "填报人", "审核人", "填报日期"))
    assert "应考 3 人" in sheet.cell(3, 1).value and "缺考 2 人" in sheet.cell(3, 1).value


@pytest.mark.parametrize("text", ["=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "#N/A", "\t=1", "x\x07y", "'=1"])
def test_a_text_never_becomes_a_formula(services, text, tmp_path):
    made = services.unit_exams.make(
        f"统考{text.strip().replace(chr(7), '')}",
        services.exams.papers()[0],
        window(0, 2),
        None,
        BookRule.OPEN,
        (RosterPerson("周明", text.replace("\t", "").replace("\x07", "")),),
    )
    sheet = book_of(services, made, tmp_path)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}
    path = tmp_path / "成绩册.xlsx"
    import zipfile

    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_marks_of_a_paper_exam_go_into_the_book_once_they_are_complete(services, exam):
    sections = services.unit_exams.package(exam.id).sections()
    assert [(one.title, one.full) for one in sections] == [("单选", 60), ("多选", 20), ("判断", 10), ("填空", 10)]
    half = PaperMarks("1001", MAIN, (50, 10.5, None, None))
    services.unit_exams.put_marks(exam.id, [half])
    assert services.unit_exams.standings(exam.id)[0].counted is None
    services.unit_exams.put_marks(exam.id, [replace(half, points=(50, 10.5, 10, 0))])
    counted = services.unit_exams.standings(exam.id)[0].counted
    assert (counted.score, counted.passed, counted.source.value) == (70.5, True, "纸质卷")
    row = services.unit_exams.grade_book(exam.id).rows[0]
    assert row[5] == 70.5 and "纸质卷" in row[AT["备注"]]


def test_marks_that_were_emptied_are_gone_and_stay_in_the_log(services, exam):
    services.unit_exams.put_marks(exam.id, [PaperMarks("1001", MAIN, (1, 1, 1, 1))])
    services.unit_exams.put_marks(exam.id, [PaperMarks("1001", MAIN, (None, None, None, None))])
    assert services.unit_exams.marks(exam.id) == []
    assert len(list(services.unit_exams._journal.events("unit_exam.marked"))) == 2


@pytest.mark.parametrize("points", [(61, 0, 0, 0), (-1, 0, 0, 0), (0.3, 0, 0, 0), (1, 1), ()])
def test_points_that_cannot_be_are_not_kept(services, exam, points):
    with pytest.raises(UserError, match="没有保存"):
        services.unit_exams.put_marks(exam.id, [PaperMarks("1001", MAIN, points)])
    assert services.unit_exams.marks(exam.id) == []


def test_a_self_test_gets_no_record_sheet_and_a_unit_exam_does(desks, package_file, exam):
    desk = desks()
    own = desk.services.exams.submit(desk.services.exams.start(desk.services.exams.papers()[0], "周明"))
    with pytest.raises(UserError, match="自测不出"):
        desk.services.exam_records.sheet(own, "")
    sat = desk.sit(package_file, "1001")
    sheet = desk.services.exam_records.sheet(sat, "某县民政局")
    assert (sheet.occasion, sheet.name) == (exam.title, "周明")


def test_while_others_may_still_sit_a_sheet_gives_no_shares_by_topic(desks, package_file, clock):
    desk = desks()
    sat = desk.sit(package_file, "1001")
    held = desk.services.exam_records.sheet(sat, "某县民政局")
    assert held.topics == () and held.score == sat.total and "以后再出的记录单上才有" in held.later
    with pytest.raises(UserError, match="核验文件里有试题和答案"):
        desk.services.exam_records.record(sat)
    clock.jump(60 * 3600)
    after = desk.services.exam_records.sheet(sat, "某县民政局")
    assert len(after.topics) == len(sat.by_topic()) and after.later == "" and after.code == held.code
    assert desk.services.exam_records.record(sat).code == held.code


def test_while_even_the_score_is_kept_there_is_no_sheet(services, desks, tmp_path, clock):
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, window(0, 2), None, BookRule.CLOSED, PEOPLE, score_shown=False)
    path = tmp_path / "a.jjexam"
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
    desk = desks()
    sat = desk.sit(path, "1001")
    with pytest.raises(UserError, match="成绩、答案、解析和各题对错"):
        desk.services.exam_records.sheet(sat, "")
    clock.jump(60 * 3600)
    assert desk.services.exam_records.sheet(sat, "").topics


@pytest.fixture
def longer(services, tmp_path):
    """周明 has half as much time again."""
    people = with_extra_time(PEOPLE, "周明 1.5")
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, window(0, 2), None, BookRule.CLOSED, people)
    path = tmp_path / "longer.jjexam"
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
    return made, path


def test_extra_time_goes_with_the_file_to_the_seat_and_is_a_remark_in_the_book(services, longer, desks, folder):
    exam, path = longer
    for person in ("1001", "1002"):
        desk = desks()
        sat = desk.sit(path, person)
        assert sat.limit_ms == exam.paper.minutes * 60_000 * (1.5 if person == "1001" else 1)
        assert ("按 1.5 倍用时作答" in desk.services.exam_records.sheet(sat, "").recorded) == (person == "1001")
        desk.hand_over(sat, folder)
    assert services.unit_exams.collect(exam.id, folder).refused == ()
    remarks = [row[AT["备注"]] for row in services.unit_exams.grade_book(exam.id).rows]
    assert remarks == ["按 1.5 倍用时作答", "", ""]


def test_time_that_the_package_does_not_give_is_refused(services, longer, desks, folder, tmp_path):
    """Somebody gives himself the longer time."""
    exam, path = longer
    desk = desks()
    package = desk.open(path)
    changed = tuple(replace(one, factor=125) for one in exam.roster)
    bolder = replace(package, exam=replace(exam, roster=changed))
    sat = desk.services.exams.submit(desk.services.exam_seats.start(bolder, "1002"))
    desk.hand_over(sat, folder)
    ((_, reason),) = services.unit_exams.collect(exam.id, folder).refused
    assert "时长与统考文件不同" in reason


def test_the_code_on_the_sheet_is_the_one_in_the_book(services, exam, desks, package_file, folder):
    desk = desks()
    sat = desk.sit(package_file, "1001")
    desk.hand_over(sat, folder)
    services.unit_exams.collect(exam.id, folder)
    assert (
        services.unit_exams.grade_book(exam.id).rows[0][AT["核验码"]] == desk.services.exam_records.sheet(sat, "").code
    )


def test_a_clock_that_was_set_shows_in_the_remarks(services, exam, desks, package_file, folder, clock):
    desk = desks()
    started = desk.services.exam_seats.start(desk.open(package_file), "1001")
    clock.jump(-1800)
    desk.hand_over(desk.services.exams.submit(desk.services.exams.answer(started, 1, ("A",))), folder)
    services.unit_exams.collect(exam.id, folder)
    assert "系统时间异常 1 次" in services.unit_exams.grade_book(exam.id).rows[0][AT["备注"]]


def test_what_happened_around_a_sitting_shows_in_the_remarks(services, exam, desks, package_file, folder):
    """Sleeps and further starts always; leaving and looking up only where the paper says so."""
    desk = desks()
    incidents = desk.services.exams.incidents
    started = desk.services.exam_seats.start(desk.open(package_file), "1001")
    incidents.slept(started, 240_000)
    incidents.slept(started, 61_000)
    incidents.started_again(started)
    incidents.looked_up(started)
    desk.hand_over(desk.services.exams.submit(started), folder)
    services.unit_exams.collect(exam.id, folder)
    remarks = services.unit_exams.grade_book(exam.id).rows[0][AT["备注"]]
    assert "电脑休眠 2 次，共约 5 分钟" in remarks and "又打开程序 1 次" in remarks
    assert ("查阅法规库 1 次" in remarks) is exam.paper.show_leaves


def test_wrong_answers_enter_the_review_only_when_it_is_over_everywhere(services, exam, package_file, desks, clock):
    pc = desks().services
    pc.profiles.describe(PEOPLE[0].name, "", "自己学")
    started = pc.exam_seats.start(pc.exam_seats.open(package_file.read_bytes(), PASSWORD), PEOPLE[0].key)
    item = started.item(1)
    wrong = next(one for one in item.question.letters if one not in item.question.answer)
    done = pc.exams.submit(pc.exams.answer(started, 1, (wrong,)))
    assert done.missed and pc.item_analysis.papers() == []
    pc.exams.releases.catch_up()
    assert pc.review.book() == []
    clock.sleep((exam.release.opening - clock.now()).total_seconds())
    for _ in range(2):
        pc.exams.releases.catch_up()
        assert [entry.question_id for entry in pc.review.book()] == [item.question.id]
    assert [one.attempts for one in pc.item_analysis.papers()] == [1]


def test_a_short_answer_is_not_marked_where_its_key_points_are_held_back(services, exam, package_file, desks, clock):
    pc = desks()
    done = pc.sit(package_file, PEOPLE[0].key)
    with pytest.raises(UserError, match="由组织单位统一阅卷"):
        pc.services.exams.mark(done, 1, (True,), "周明")


def test_an_exam_overtaken_by_the_end_of_everything_is_shown_at_once(services, exam, package_file, desks, clock):
    pc = desks()
    started = pc.services.exam_seats.start(pc.open(package_file), PEOPLE[0].key)
    clock.sleep((exam.release.opening - clock.now()).total_seconds())
    done = pc.services.exams.submit(started)
    assert done.release == "" and pc.services.exams.releases.all_withheld() == {}


def test_where_the_organiser_keeps_the_score_no_list_tells_it(services, desks, clock, tmp_path):
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, window(0, 2), None, BookRule.CLOSED, PEOPLE, score_shown=False)
    path = tmp_path / "a.jjexam"
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
    pc = desks()
    pc.services.profiles.describe(PEOPLE[0].name, "", "自己学")
    done = pc.sit(path, PEOPLE[0].key)
    assert not pc.services.exam_seats.score_shown(done)
    assert pc.services.exams.releases.scoreless() == {done.id}
    clock.sleep((made.release.opening - clock.now()).total_seconds())
    assert pc.services.exam_seats.score_shown(done) and pc.services.exams.releases.scoreless() == set()
