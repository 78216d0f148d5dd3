"""A file that was opened by double click: the window says what it is and where it belongs, and reads nothing in."""

import pytest

from app.cli import _opened_from_outside
from app.ui.kit.banner import Banner
from app.ui.kit.modal import Choice, ask
from app.ui.shell.file_desk import FileDesk
from app.ui.shell.opened_file import opened_file


@pytest.fixture
def window(application, person, qtbot):
    application.show()
    qtbot.waitUntil(lambda: application.window.page is not None)
    return application.window


@pytest.fixture
def desk(window):
    return FileDesk(window)


def file(folder, name, content=b"x"):
    path = folder / name
    path.write_bytes(content)
    return path


def said(window):
    return [one.text() for one in window.findChildren(Banner) if one.isVisible()]


# ---- what it is


@pytest.mark.parametrize(
    ("name", "what", "page"),
    [
        ("补充 一.jjpack", "内容包", "settings"),
        ("大写.JJPACK", "内容包", "settings"),
        ("入门.jjexam", "统考文件", "unit_exam"),
        ("张三.jjresult", "结果文件", "unit_exam"),
        ("台账.jjledger", "整改台账", "ledger"),
        ("通知.docx", "不认识", ""),
    ],
)
def test_it_says_what_the_file_is_and_where_it_belongs(tmp_path, name, what, page):
    seen = opened_file(file(tmp_path, name))
    assert name in seen.text and what in seen.text and seen.page == page and bool(seen.action) == bool(page)


def test_of_a_content_pack_it_says_that_nothing_was_read_in_and_what_to_do(tmp_path):
    words = opened_file(file(tmp_path, "a.jjpack")).text
    assert "还不能读入" in words and "没有读入任何东西" in words and "请把文件留着" in words


def test_a_file_that_is_gone_or_empty_is_told_of(tmp_path):
    assert "找不到文件" in opened_file(tmp_path / "a.jjpack").text
    assert "没有拷完整" in opened_file(file(tmp_path, "a.jjpack", b"")).text


# ---- the command line


@pytest.mark.parametrize("name", ["a.jjpack", "/U 盘/入门.jjexam", "C:\\文件\\a.JJPACK", "通知.docx"])
def test_a_bare_name_of_a_file_is_opened(name):
    assert _opened_from_outside([name]) == ["--open", name]


def test_of_several_that_are_dropped_on_the_icon_the_first_is_opened():
    assert _opened_from_outside(["b.jjexam", "a.jjpack"]) == ["--open", "b.jjexam"]


def test_a_folder_that_is_dropped_on_the_icon_is_told_of(tmp_path):
    folder = tmp_path / "镜鉴"
    folder.mkdir()
    assert _opened_from_outside([str(folder)]) == ["--open", str(folder)]
    assert "是文件夹" in opened_file(folder).text


@pytest.mark.parametrize("arguments", [[], ["check"], ["--version"], ["--data-dir=/a.b"], ["check", "a.b"], ["fly"]])
def test_verbs_and_options_stay_what_they_are(arguments):
    assert _opened_from_outside(arguments) == arguments


# ---- in the window


def test_a_pack_leaves_the_page_and_is_told_of_above_it(window, desk, tmp_path):
    pack = file(tmp_path, "a.jjpack", b"pack")
    page = window.page
    desk.open(pack)
    (words,) = said(window)
    assert words == opened_file(pack).text and window.page is page and pack.read_bytes() == b"pack"


def test_its_button_leads_to_the_content_that_is_there(window, desk, tmp_path, qtbot):
    desk.open(file(tmp_path, "a.jjpack"))
    (banner,) = (one for one in window.findChildren(Banner) if one.isVisible())
    banner.acted.emit()
    assert (window.page.facts.key, window.page.section) == ("settings", "内容")
    assert said(window) == []


def test_the_next_file_takes_the_place_of_the_one_before(window, desk, tmp_path):
    desk.open(file(tmp_path, "a.jjpack"))
    desk.open(file(tmp_path, "b.jjpack"))
    (words,) = said(window)
    assert "b.jjpack" in words


def test_an_exam_goes_straight_to_its_page_where_nobody_is_in_the_middle_of_something(window, desk, tmp_path, qtbot):
    desk.open(file(tmp_path, "a.jjexam", b"no exam at all"))
    assert window.page.facts.key == "unit_exam" and said(window) == []


def test_a_question_that_is_open_is_answered_first(window, desk, tmp_path, qtbot):
    ask(window.page, "要继续吗？", "", [Choice("", "知道了", safe=True)], lambda key: None)
    desk.open(file(tmp_path, "a.jjexam"))
    assert window.page.facts.key == "home" and "先把眼前这一页做完" in said(window)[0]


def test_elsewhere_it_is_offered(window, desk, tmp_path):
    window.go("settings")
    desk.open(file(tmp_path, "a.jjexam"))
    assert window.page.facts.key == "settings" and "统考文件" in said(window)[0]


def test_an_exam_under_way_is_not_left_for_it(window, desk, application, tmp_path, qtbot):
    services = application.services
    exam = services.exams.start(services.library.papers()[0], "周明")
    window.go("exam", exam.id)
    desk.open(file(tmp_path, "a.jjexam"))
    assert window.page.facts.key == "exam"
    (words,) = [one for one in said(window) if "jjexam" in one]
    assert "先把眼前这一页做完" in words
    (banner,) = (one for one in window.findChildren(Banner) if one.isVisible() and one.text() == words)
    assert not banner._action.isVisible()
