from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from app.domain.labels import CONFIDENTIALITY, DISCLAIMER
from app.ui.kit.button import Button
from app.ui.kit.label import Label
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.settings.people_section import PRIVACY
from app.ui.settings.settings_page import SettingsPage


@pytest.fixture
def settings(services, tmp_path, show_page):
    def open_page(section=None, trouble="", size=(1278, 712)):
        page = SettingsPage(services.settings, services.profiles, services.library, trouble, tmp_path, section)
        page.window_of_test = show_page(page, size)
        return page

    return open_page


def said(page):
    return [one.text() for kind in (Label, Paragraph) for one in page.findChildren(kind) if one.isVisible()]


def press(page, label):
    next(one for one in page.findChildren(Button) if one.isVisible() and one.label() == label).click()


@pytest.mark.parametrize(
    ("field", "key", "value"),
    [("theme", "dark", "dark"), ("scale", "1.5", 1.5), ("reading_size", "24", 24), ("spacing", "loose", "loose")],
)
def test_a_choice_holds_at_once(settings, services, qtbot, field, key, value):
    page = settings()
    control = page.findChild(SegmentControl, f"setting-{field}")
    control.set_chosen(key)
    control.changed.emit(key)
    qtbot.waitUntil(lambda: getattr(services.settings.appearance, field) == value)


def test_key_hints_are_a_tick(settings, services, qtbot):
    page = settings()
    page.findChild(QCheckBox, "setting-key_hints").click()
    qtbot.waitUntil(lambda: services.settings.appearance.key_hints)


def test_a_setting_that_is_not_saved_says_so(settings, services, qtbot, tmp_path):
    page = settings()
    (tmp_path / "data" / "appearance.json").mkdir()
    with qtbot.waitSignal(page.message) as told:
        page._change(replace(services.settings.appearance, theme="dark"))
    assert told.args[0] == "red"


def test_the_focus_survives_being_built_anew(settings, services, tmp_path, show_page, qtbot):
    page = settings()
    page.findChild(QCheckBox, "setting-key_hints").setFocus()
    kept = page.state()
    again = SettingsPage(services.settings, services.profiles, services.library, "", tmp_path)
    again.restore(kept)
    show_page(again)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is again.findChild(QCheckBox, "setting-key_hints"))


def test_name_and_unit_are_saved(settings, services):
    page = settings("个人与单位")
    assert PRIVACY in said(page) and CONFIDENTIALITY in said(page)
    page.findChild(QLineEdit, "field-姓名").setText("张敏")
    page.findChild(QLineEdit, "field-单位（科室）").setText("社会救助科")
    press(page, "保存")
    assert (services.profiles.current.name, services.profiles.current.unit) == ("张敏", "社会救助科")


def test_another_person_can_be_added_and_switched_to(settings, services, qtbot):
    page = settings("个人与单位")
    page.findChild(QLineEdit, "field-新增人员的姓名").setText("李卫东")
    press(page, "新增人员")
    qtbot.waitUntil(lambda: "切换" in [one.label() for one in page.findChildren(Button) if one.isVisible()])
    with qtbot.waitSignal(page.person_changed):
        press(page, "切换")
    assert services.profiles.current.name == "李卫东"


def test_a_person_without_a_name_is_not_added(settings, services, qtbot):
    page = settings("个人与单位")
    with qtbot.waitSignal(page.message) as told:
        press(page, "新增人员")
    assert told.args[0] == "amber" and len(services.profiles.all()) == 1


def test_content_is_counted_and_its_version_named(settings, services):
    words = said(settings("内容"))
    assert f"{len(services.library.cases())} 个" in words
    assert f"{len(services.library.question_summaries())} 题" in words
    assert services.library.fingerprint in words


def test_each_content_problem_says_where_and_what_to_do(settings, services):
    words = " ".join(said(settings("内容")))
    for problem in services.library.problems()[:5]:
        assert problem.file in words and problem.message in words and problem.advice in words


def test_the_data_folder_is_named_and_trouble_shown(settings, tmp_path):
    words = said(settings("数据", "磁盘已满，记录没有保存。"))
    assert str(tmp_path) in words and "磁盘已满，记录没有保存。" in words


def test_about_holds_version_disclaimer_and_licences(settings, qtbot):
    page = settings("关于")
    words = " ".join(said(page))
    assert "0.1.0" in words and DISCLAIMER in words and "LGPL" in words
    press(page, "查看许可全文")
    assert page.window_of_test.findChild(Modal) is not None


def test_where_it_is_narrow_the_sections_stand_on_top(settings):
    page = settings(size=(884, 480))
    assert page._tabs.isVisible() and not page._outline.isVisible()


def test_an_unknown_section_opens_the_first(settings):
    assert settings("没有这一节").section == "外观与字号"


@pytest.mark.parametrize("section", ["外观与字号", "个人与单位", "内容", "数据", "关于"])
def test_every_stop_has_a_name(settings, nameless_stops, section):
    assert nameless_stops(settings(section).window_of_test) == []


def test_the_daily_cap_of_the_review_is_chosen_here(services, tmp_path, show_page):
    page = SettingsPage(
        services.settings, services.profiles, services.library, "", tmp_path, "复习", review=services.review
    )
    show_page(page)
    control = page.findChild(SegmentControl, "setting-review_cap")
    assert control.chosen() == "30"
    control.changed.emit("50")
    assert services.review.cap == 50


def test_the_cap_of_a_file_of_evidence_is_set_and_told(services, tmp_path, show_page, qtbot):
    page = SettingsPage(
        *(services.settings, services.profiles, services.library, "", tmp_path, "以案促改"),
        evidence=lambda: services.evidence,
    )
    show_page(page, (1278, 712))
    assert any("可设 5 到 500 MB" in words and "以后添加" in words for words in said(page))
    control = page.findChild(SegmentControl, "setting-evidence_mb")
    assert control.chosen() == "50"
    with qtbot.waitSignal(page.message) as told:
        control.set_chosen("100")
        control.changed.emit("100")
    assert services.evidence.most_mb == 100 and told.args == ["green", "以后添加的佐证，每份最大 100 MB。"]
    with qtbot.waitSignal(page.message) as told:
        control.changed.emit("501")
    assert told.args[0] == "red" and services.evidence.most_mb == 100 and control.chosen() == "100"
