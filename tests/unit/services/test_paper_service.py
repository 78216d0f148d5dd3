"""A paper put into a folder: six files or none, and every refusal says why."""

import os
import shutil
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from app.domain.errors import UserError
from app.domain.paper import BreakPolicy
from app.domain.paper_heading import PaperHeading
from app.domain.unit_exam import BookRule
from app.services.document_folder import safe_name, write_together
from tests.unit.house import paper
from tests.unit.seated import PEOPLE, window

KINDS = ("试卷", "答题卡", "答案与解析")
NOBODY = 65534


def text(file):
    return "\n".join(one.text for one in Document(BytesIO(file.read_bytes())).paragraphs)


@pytest.fixture
def chosen():
    return paper(BreakPolicy.FREE)


def test_six_files_bear_the_title_and_the_number_of_the_paper(services, chosen, tmp_path):
    written = services.papers.write_papers(chosen, 123456, tmp_path / "考务")
    names = [f"试卷（中断不计时）（{letter}-123456）{kind}.docx" for letter in "AB" for kind in KINDS]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in (tmp_path / "考务").iterdir()) == sorted(names)


def test_the_same_seed_prints_the_same_paper_again(services, chosen, tmp_path):
    first = [text(file) for file in services.papers.write_papers(chosen, 42, tmp_path / "一")]
    again = [text(file) for file in services.papers.write_papers(chosen, 42, tmp_path / "二")]
    other = [text(file) for file in services.papers.write_papers(chosen, 43, tmp_path / "二")]
    assert first == again and first != other


def test_the_exams_name_and_time_stand_at_its_top_and_the_papers_own_at_its_foot(services, chosen, tmp_path):
    heading = PaperHeading("第四季度统考", "2026年11月27日 9:00 至 11:00")
    written = services.papers.write_papers(chosen, 42, tmp_path, heading)
    assert [path.name for path in written][:1] == ["第四季度统考（A-000042）试卷.docx"]
    for file in written[:3]:
        assert "第四季度统考" in text(file) and chosen.title not in text(file)
        foot = Document(BytesIO(file.read_bytes())).sections[0].footer
        assert f"试卷《{chosen.title}》" in [one.text for one in foot.paragraphs]
    assert all("考试时间：2026年11月27日 9:00 至 11:00" in text(file) for file in written[:2])


def test_a_graded_name_is_on_no_paper(services, chosen, tmp_path):
    with pytest.raises(UserError):
        services.papers.write_papers(chosen, 42, tmp_path / "考务", PaperHeading("统考 机密★"))
    assert not (tmp_path / "考务").exists()


def test_a_unit_exam_is_printed_from_its_own_questions(services, chosen, tmp_path):
    made = services.unit_exams.make("统考", chosen, window(0, 2), None, BookRule.CLOSED, PEOPLE)
    package = services.unit_exams.package(made.id)
    before = [text(file) for file in services.papers.write_papers(chosen, 42, tmp_path / "一", package=package)]
    assert before == [text(file) for file in services.papers.write_papers(chosen, 42, tmp_path / "二")]
    fewer = replace(package, questions=package.questions[:1], content="f" * 40)
    with pytest.raises(UserError):
        services.papers.write_papers(chosen, 42, tmp_path / "三", package=fewer)
    assert services.papers.content(fewer) == "ffffffff"


def test_printing_leaves_no_trace_in_the_persons_records(services, chosen, heard, tmp_path):
    services.papers.write_papers(chosen, 1, tmp_path / "考务")
    assert heard == [] and services.exams.history() == []


def test_a_paper_that_cannot_be_drawn_writes_nothing_and_says_what_is_short(services, chosen, tmp_path):
    greedy = replace(chosen, rules=(replace(chosen.rules[0], count=99),))
    with pytest.raises(UserError, match=r"单选.*99"):
        services.papers.write_papers(greedy, 1, tmp_path / "考务")
    assert not (tmp_path / "考务").exists()


@pytest.mark.parametrize("seed", [0, -1, 1_000_000])
def test_a_number_that_is_no_paper_number_is_refused(services, chosen, tmp_path, seed):
    with pytest.raises(UserError, match="1 到 999999"):
        services.papers.write_papers(chosen, seed, tmp_path)


def test_new_seeds_are_paper_numbers(services):
    assert all(1 <= services.papers.new_seed() <= 999_999 for _ in range(50))


def test_a_place_that_is_no_folder_is_refused(services, chosen, tmp_path):
    (tmp_path / "file").write_text("别的", "utf-8")
    with pytest.raises(UserError, match=r"不能写到文件夹.*换一个文件夹"):
        services.papers.write_papers(chosen, 1, tmp_path / "file")
    assert (tmp_path / "file").read_text("utf-8") == "别的"


@pytest.mark.parametrize("mark", ["~$件.docx", "~$文件.docx", ".~文件.docx", ".~lock.文件.docx#"])
def test_a_file_that_is_open_in_word_is_left_alone_with_all_others(tmp_path, mark):
    write_together(tmp_path, {"文件.docx": b"old", "另一个.docx": b"old"})
    (tmp_path / mark).write_bytes(b"")
    with pytest.raises(UserError, match=r"“文件\.docx”正在 Word 或 WPS 中打开"):
        write_together(tmp_path, {"另一个.docx": b"new", "文件.docx": b"new"})
    assert {file.name: file.read_bytes() for file in tmp_path.glob("*.docx") if "~" not in file.name} == {
        "文件.docx": b"old",
        "另一个.docx": b"old",
    }


@pytest.fixture
def as_ordinary_user():
    """A folder of an ordinary user, and the test as that user: root may write everywhere."""
    folder = Path(tempfile.mkdtemp(prefix="jingjian-papers-"))
    root = os.name == "posix" and os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    for file in folder.iterdir():
        file.chmod(0o600)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_left_alone_with_all_others(as_ordinary_user):
    folder = as_ordinary_user
    write_together(folder, {"文件.docx": b"old"})
    (folder / "文件.docx").chmod(0o400)
    with pytest.raises(UserError, match="只读"):
        write_together(folder, {"另一个.docx": b"new", "文件.docx": b"new"})
    assert [file.name for file in folder.iterdir()] == ["文件.docx"]


def test_old_files_are_replaced_and_no_parts_stay(tmp_path):
    write_together(tmp_path, {"一.docx": b"old", "二.docx": b"old"})
    written = write_together(tmp_path, {"一.docx": b"new", "二.docx": b"new"})
    assert [file.read_bytes() for file in written] == [b"new", b"new"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_that_a_folder_has_is_refused_and_no_parts_stay(tmp_path):
    (tmp_path / "二.docx").mkdir()
    with pytest.raises(UserError):
        write_together(tmp_path, {"一.docx": b"new", "二.docx": b"new"})
    assert [file.name for file in tmp_path.iterdir()] == ["二.docx"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("入门", "入门"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("..", "．．"),
        ("CON.docx", "CON．docx"),
        ("\x00\u202e\n", "未命名"),
        ("长" * 300, "长" * 50),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, name):
    assert safe_name(title) == name
