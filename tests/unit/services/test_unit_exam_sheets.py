"""What an organiser hands out and checks again: 学习情况记录单 of collected results, with the marks as they count."""

import io
from dataclasses import replace

import docx
import pytest

from app.domain.errors import UserError
from app.domain.exam_record_lines import record_lines
from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks
from app.domain.result_decision import Decision
from app.services.unit_exam_sheets import sheet_name
from app.text_verbs import verify
from tests.unit.exam_hall import SHORT, closed, hall_of, marked_on_the_pc
from tests.unit.sat_by_many import answer_of, hand_over
from tests.unit.seated import PEOPLE, window

UNIT = "某县民政局"
REST = 10 * (SHORT - 1)


def rightly(place, one):
    return answer_of(99, place, one, "")


def without_short(place, one):
    return () if one.points else rightly(place, one)


@pytest.fixture
def hall(tmp_path):
    """周明 has written a 简答, 李华 has not, 王芳 did not come; all is over."""
    made = hall_of(PEOPLE, tmp_path)
    made.sit("1001", rightly)
    made.sit("1002", without_short)
    made.collect()
    made.wait_until_over()
    yield made
    closed(made)


def sheets(hall):
    return hall.organiser.unit_exams.sheets


def mark_all(hall, ticks=(True, False)):
    desk = hall.organiser.unit_exams.marking
    for asked in desk.questions(hall.package):
        for one in asked.answers:
            desk.mark(hall.package, one, ticks, "王组长")


def told(caught):
    return str(caught.value)


# the sheet


def test_a_sheet_says_what_the_one_of_the_candidates_pc_says(hall):
    """Where nothing is left to be marked by hand both can be had."""
    done = next(one for one in hall.pc.exam_seats.sat() if one.candidate == "李华")
    own = hall.pc.exam_records.sheet(done, f"{UNIT}　办公室")
    made = sheets(hall).sheet(hall.exam.id, "1002", UNIT)
    assert made.started_at[:19] == own.started_at[:19]
    assert replace(made, started_at=own.started_at) == own and made.code == done_code(hall, "1002")


def done_code(hall, person):
    return next(one.code for one in hall.organiser.unit_exams.results(hall.exam.id) if one.person == person)


def test_after_marking_the_sheet_has_the_marks_as_they_count(hall):
    with pytest.raises(UserError, match="还有 1 道简答没有阅"):
        sheets(hall).sheet(hall.exam.id, "1001", UNIT)
    mark_all(hall)
    made = sheets(hall).sheet(hall.exam.id, "1001", UNIT)
    assert made.score == REST + 6 and sum(got for _, got, _ in made.topics) == REST + 6
    assert sum(possible for *_, possible in made.topics) == made.full == REST + 10
    assert "简答由王组长阅卷，分数已计入成绩" in made.recorded and made.unit == "某县民政局　社会救助科"
    assert made.code == done_code(hall, "1001")


def test_everybody_with_a_result_gets_one_and_whoever_cannot_is_named(hall):
    made, refused = sheets(hall).every_sheet(hall.exam.id, UNIT)
    assert [one.name for one, _ in made] == ["李华"]
    assert [(one.name, words) for one, words in refused] == [("周明", "周明还有 1 道简答没有阅，阅完再出记录单。")]
    mark_all(hall)
    made, refused = sheets(hall).every_sheet(hall.exam.id, UNIT)
    assert [one.name for one, _ in made] == ["周明", "李华"] and not refused


def test_who_has_no_result_or_one_from_paper_gets_none(hall):
    with pytest.raises(UserError) as caught:
        sheets(hall).sheet(hall.exam.id, PEOPLE[2].key, UNIT)
    assert "王芳还没有" in told(caught)
    full = tuple(float(one.full) for one in hall.package.sections())
    hall.organiser.unit_exams.put_marks(hall.exam.id, [PaperMarks(PEOPLE[2].key, ExamSession.MAIN, full)])
    with pytest.raises(UserError, match="纸质卷成绩"):
        sheets(hall).sheet(hall.exam.id, PEOPLE[2].key, UNIT)


def test_the_sheet_is_of_the_result_that_was_decided_for(hall):
    result = next(one for one in hall.organiser.unit_exams.results(hall.exam.id) if one.person == "1002")
    hall.organiser.unit_exams.decide(hall.exam.id, result, Decision.VOID, "王局长", "他人代考")
    with pytest.raises(UserError, match="李华还没有"):
        sheets(hall).sheet(hall.exam.id, "1002", UNIT)


def test_while_others_may_still_sit_it_gives_no_shares_by_topic_and_a_secret_score_stays_one(tmp_path):
    hall = hall_of(PEOPLE, tmp_path, window(48, 2))
    hall.sit("1002", without_short)
    hall.collect()
    made = sheets(hall).sheet(hall.exam.id, "1002", UNIT)
    assert made.topics == () and "以后再出的记录单上才有" in made.later and made.score == REST
    secret = replace(hall.package, exam=replace(hall.exam, score_shown=False, id="other"))
    hall.organiser.unit_exams.adopt(secret)
    with pytest.raises(UserError, match="以后才公布"):
        sheets(hall).sheet("other", "1002", UNIT)
    closed(hall)


def test_a_result_that_was_kept_without_its_answers_is_to_be_collected_again(hall):
    store = hall.organiser.unit_exams._store
    result = next(one for one in store.results(hall.exam.id) if one.person == "1002")
    store.put_result(hall.exam.id, replace(result, answers=""), "")
    with pytest.raises(UserError, match="再收一次"):
        sheets(hall).sheet(hall.exam.id, "1002", UNIT)


def test_files_of_people_of_one_name_have_names_of_their_own():
    names = {sheet_name(replace(PEOPLE[0], number=number)) for number in ("1", "2")}
    assert len(names) == 2 and all(name.endswith(".pdf") for name in names)
    assert len(sheet_name(replace(PEOPLE[0], name="长" * 40, number="数" * 30)).encode()) < 255


# checking it again


def file_of(hall, name):
    return next(one for one in hall.folder.iterdir() if one.name.startswith(name))


def check(hall, code, path):
    found = sheets(hall).check(hall.exam.id, code, path)
    return found.fits, found.words


def test_the_code_and_the_result_file_fit_and_the_books_score_is_told(hall):
    code = done_code(hall, "1001")
    fits, words = check(hall, code.lower().replace("-", " "), file_of(hall, "周明"))
    assert fits and f"文件里的成绩 {REST} 分（简答另由组织单位阅卷）" in words and "1 题待阅" in words
    mark_all(hall)
    fits, words = check(hall, code, file_of(hall, "周明"))
    assert fits and f"成绩册里这一份是 {REST + 6} 分，合格，简答由王组长阅卷。" in words


def test_the_record_of_the_candidates_pc_fits_too_and_its_own_marks_do_not_count(hall, tmp_path, capsys):
    done = next(one for one in hall.pc.exam_seats.sat() if one.candidate == "周明")
    marked = marked_on_the_pc(hall.pc, done, SHORT, (True, True), "王局长")
    hand_over(hall.pc, marked, hall.folder)
    hall.collect()
    path = tmp_path / "核验文件.jsonl"
    path.write_text(record_lines(hall.pc.exam_records.as_stored(marked)), encoding="utf-8")
    fits, words = check(hall, done_code(hall, "1001"), path)
    assert fits and f"文件里的成绩 {REST} 分" in words
    assert verify(done_code(hall, "1001"), path) == 0
    assert "其中 10 分是考生电脑上评的，单位统考不计" in capsys.readouterr().out


def test_another_code_another_file_and_a_changed_file_are_told(hall, tmp_path):
    code = done_code(hall, "1001")
    fits, words = check(hall, done_code(hall, "1002"), file_of(hall, "周明"))
    assert not fits and "核验码不是这个文件的" in words and code in words
    changed = tmp_path / "改过.jjresult"
    changed.write_text(file_of(hall, "周明").read_text("utf-8").replace("本人交卷", "他人交卷"), "utf-8")
    fits, words = check(hall, code, changed)
    assert not fits and words.startswith("不一致：")


def test_a_file_that_was_not_collected_is_told(hall, tmp_path):
    other = hall_of(PEOPLE, tmp_path / "other")
    other.organiser.unit_exams.adopt(hall.package)
    found = other.organiser.unit_exams.sheets.check(hall.exam.id, done_code(hall, "1001"), file_of(hall, "周明"))
    assert not found.fits and "成绩册里没有这一份成绩" in found.words
    foreign = other.organiser.unit_exams.sheets.check(other.exam.id, done_code(hall, "1001"), file_of(hall, "周明"))
    assert not foreign.fits and "另一次统考" in foreign.words
    closed(other)


@pytest.mark.parametrize("code", ["", "ABCD", "ABCD-EFGH-IJKL-MN!P"])
def test_what_cannot_be_a_code_is_refused(hall, code):
    with pytest.raises(UserError, match="四组"):
        check(hall, code, file_of(hall, "周明"))


@pytest.mark.parametrize("content", [b"", b"x", b"{}\n", b"\xff\xfe", b'{"format": "jingjian-result"}\n', b"[" * 9_999])
def test_what_is_neither_file_is_refused(hall, tmp_path, content):
    path = tmp_path / "a.jjresult"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"不是完整的结果文件.*请重新索取"):
        check(hall, done_code(hall, "1001"), path)


def test_a_file_that_is_not_there_is_refused(hall, tmp_path):
    with pytest.raises(UserError, match="读不了"):
        check(hall, done_code(hall, "1001"), tmp_path / "nirgends.jjresult")


# a make-up that was not foreseen, and an exam out of use


def test_a_make_up_begins_with_those_who_missed_it_or_did_not_pass(hall):
    make_up = hall.organiser.unit_exams.make_up_draft
    with pytest.raises(UserError, match="还有 1 题待阅"):
        make_up(hall.exam.id)
    mark_all(hall)
    draft = make_up(hall.exam.id)
    assert (draft.title, draft.people, draft.paper) == ("党纪统考（补考）", PEOPLE[2:], hall.exam.paper)
    result = hall.organiser.unit_exams.results(hall.exam.id)[0]
    hall.organiser.unit_exams.decide(hall.exam.id, result, Decision.VOID, "王局长", "他人代考")
    assert len(make_up(hall.exam.id).people) == 2


def test_no_make_up_is_arranged_while_somebody_may_sit_the_exam_or_where_nobody_needs_one(tmp_path):
    hall = hall_of(PEOPLE[:1], tmp_path, window(48, 2))
    hall.sit("1001", without_short)
    hall.collect()
    with pytest.raises(UserError, match="还没有全部结束"):
        hall.organiser.unit_exams.make_up_draft(hall.exam.id)
    hall.wait_until_over()
    with pytest.raises(UserError, match="没有人缺考"):
        hall.organiser.unit_exams.make_up_draft(hall.exam.id)
    closed(hall)


def test_an_exam_that_was_taken_out_of_use_collects_nothing_and_keeps_everything(hall, tmp_path):
    exams = hall.organiser.unit_exams
    exams.decisions.retire(hall.exam.id, "王局长", "试卷选错了")
    assert [one[1] for one in exams.exams()] == ["党纪统考（已停用）"]
    with pytest.raises(UserError, match="已停用（王局长：试卷选错了）"):
        hall.collect()
    with pytest.raises(UserError, match="已停用"):
        exams.write_package(hall.exam.id, "Kmt-7wq-h4z", "Kmt-7wq-h4z", tmp_path / "a.jjexam")
    assert "已停用" in exams.grade_book(hall.exam.id).lines[-1] and len(exams.results(hall.exam.id)) == 2
    exams.decisions.restore(hall.exam.id, "王局长")
    assert [one[1] for one in exams.exams()] == ["党纪统考"] and hall.collect().known == 2


@pytest.mark.parametrize(("by", "why"), [("", "错了"), ("王局长", " "), ("王局长", "长" * 101)])
def test_nothing_is_taken_out_of_use_without_a_name_and_a_reason(hall, by, why):
    with pytest.raises(UserError):
        hall.organiser.unit_exams.decisions.retire(hall.exam.id, by, why)
    assert hall.organiser.unit_exams.decisions.retired() == {}


# the book as a Word document


def test_the_word_document_says_what_the_book_says(hall, tmp_path):
    mark_all(hall)
    full = tuple(float(one.full) for one in hall.package.sections())
    hall.organiser.unit_exams.put_marks(hall.exam.id, [PaperMarks("1001", ExamSession.MAIN, full)])
    path = tmp_path / "成绩册.docx"
    hall.organiser.unit_exams.write_grade_book_document(hall.exam.id, path)
    document = docx.Document(io.BytesIO(path.read_bytes()))
    book = hall.organiser.unit_exams.grade_book(hall.exam.id)
    texts = "\n".join(one.text for one in document.paragraphs)
    assert book.title in texts and all(line in texts for line in book.lines)
    table, besides = document.tables[:2]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[1] for row in cells] == ["姓名", "周明", "李华", "王芳"]
    assert cells[1][5] == str(REST + 6) and cells[3][4] == "缺考" and cells[1][12] == done_code(hall, "1001")
    assert [cell.text for cell in besides.rows[1].cells][:4] == ["周明", "社会救助科", "1001", str(REST + 10)]
    assert document.sections[0].page_width > document.sections[0].page_height
