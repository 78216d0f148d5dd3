"""会议: planning one, writing what goes out before it, and the list of all."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime

from app.domain.live_meeting import MeetingState
from app.domain.meeting import MeetingKind, PartKind
from app.ui.kit.modal import Modal
from app.ui.presenter.meeting_edit_page import MeetingEditPage
from app.ui.presenter.meeting_list_page import MeetingListPage
from app.ui.presenter.meeting_papers import MeetingPapers
from app.ui.presenter.names_dialog import NamesDialog
from app.ui.presenter.pick_dialog import PickDialog
from tests.gui.presenter.page_help import FileAnswers, heard, labels, open_modal, press


@pytest.fixture
def files(tmp_path):
    return FileAnswers(folder=tmp_path / "out")


@pytest.fixture
def papers(services, files):
    return MeetingPapers(services.meetings, services.meeting_documents, files)


@pytest.fixture
def listed(services, show_page, papers):
    def show(size=(1278, 712)):
        page = MeetingListPage(services.meetings, papers, "某县民政局")
        show_page(page, size)
        return page

    return show


@pytest.fixture
def planning(services, show_page, papers):
    pages = []

    def show(meeting, size=(1278, 712)):
        page = MeetingEditPage(services.meetings, services.decks, services.library, papers, meeting.id)
        show_page(page, size)
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.leave()


@pytest.fixture
def meeting(services):
    return services.meetings.plan(MeetingKind.WARNING, "第四季度警示教育大会", "某县民政局")


def kept(services, meeting):
    return services.meetings.get(meeting.id).meeting


def test_enter_plans_a_warning_meeting_for_the_persons_unit(services, listed):
    page = listed()
    asked = heard(page.navigate)
    page.main_action()
    made = services.meetings.all()[0].meeting
    assert asked == [("meeting_edit", made.id)] and (made.kind, made.unit) == (MeetingKind.WARNING, "某县民政局")


def test_f5_takes_the_earliest_meeting_and_a_running_one_before_all(services, listed):
    late, soon = (services.meetings.plan(MeetingKind.LECTURE, name) for name in ("晚", "早"))
    services.meetings.save(replace(late, starts_at="2027-01-05T09:00"))
    services.meetings.save(replace(soon, starts_at="2027-01-04T09:00"))
    assert listed().projection(False) == ("meeting", soon.id)
    services.meetings.start(late.id)
    assert listed().projection(False) == ("resume",)


def test_a_meeting_is_cancelled_with_a_reason_and_comes_back(services, listed, meeting, qtbot):
    page = listed()
    page._act(services.meetings.get(meeting.id), "取消会议")
    dialog = open_modal(page, Modal)
    dialog.button("save").click()
    assert dialog.isVisible() and services.meetings.get(meeting.id).state is MeetingState.PLANNED
    dialog.field.setText("改期")
    dialog.button("save").click()
    assert services.meetings.get(meeting.id).state is MeetingState.CANCELLED
    qtbot.waitUntil(lambda: any("原因：改期" in text for text in labels(page)))
    press(page, f"恢复：{meeting.title}")
    assert services.meetings.get(meeting.id).state is MeetingState.PLANNED


def test_another_one_like_it_keeps_agenda_and_names(services, listed, meeting):
    services.meetings.attendance.add(meeting.id, services.meetings.attendance.read_typed("周明远").people)
    page = listed()
    asked = heard(page.navigate)
    page._act(services.meetings.get(meeting.id), "再开一次")
    copy = asked[0][1]
    assert copy != meeting.id and services.meetings.get(copy).people == 1


def test_what_is_typed_is_saved_a_moment_later_and_when_the_page_is_left(services, planning, meeting, qtbot):
    page = planning(meeting)
    page.form.lines["place"].setText("三楼会议室")
    qtbot.waitUntil(lambda: kept(services, meeting).place == "三楼会议室")
    page.form.open.setChecked(False)
    page.form.time.setDateTime(QDateTime(2026, 12, 4, 9, 0, 0))
    page.form.requirements.setPlainText("手机静音")
    page.leave()
    now = kept(services, meeting)
    assert (now.starts_at, now.requirements) == ("2026-12-04T09:00", "手机静音")


def test_what_may_not_be_stored_is_said_and_nothing_is_saved(services, planning, meeting):
    page = planning(meeting)
    said = heard(page.message)
    page.form.requirements.setPlainText("秘密★ 不许带出")
    assert not page._keep() and said[0][0] == "red" and kept(services, meeting).requirements == ""
    assert page.projection(False) is None


def test_the_usual_agenda_can_be_moved_and_cut(services, planning, meeting):
    page = planning(meeting)
    press(page, "套用常用议程")
    assert [part.kind for part in page.agenda.parts()][:2] == [PartKind.FILM, PartKind.REPORT]
    page.agenda.rows()[0].moved.emit(1)
    page.agenda.rows()[2].removed.emit()
    page.leave()
    kinds = [part.kind for part in kept(services, meeting).parts]
    assert kinds == [PartKind.REPORT, PartKind.FILM, PartKind.RULES, PartKind.TALK, PartKind.SPEECH]


def test_parts_never_share_an_id_even_after_removing(services, planning, meeting):
    page = planning(meeting)
    page.agenda.add((PartKind.TALK, PartKind.OWN))
    page.agenda.rows()[1].removed.emit()
    page.agenda.add((PartKind.SPEECH,))
    names = [part.id for part in page.agenda.parts()]
    assert len(set(names)) == len(names) == 2


def test_a_case_and_articles_are_chosen_for_their_parts(services, planning, meeting, qtbot):
    page = planning(meeting)
    page.agenda.add((PartKind.ANALYSIS, PartKind.RULES))
    case = services.library.cases()[0]
    page._choose("p1", "选案例")
    open_modal(page, PickDialog).button("take").click()
    for words in ("政务 三十三", "条例 第三十三条"):
        page._choose("p2", "加条文")
        dialog = open_modal(page, PickDialog)
        dialog.entries.field.setText(words)
        assert dialog.entries.chosen(), words
        dialog.button("take").click()
    parts = kept(services, meeting).parts
    assert (parts[0].case, parts[0].title) == (case.id, case.title) and len(parts[1].articles) == 2
    deck = services.meetings.deck(meeting.id)
    assert {page.part for page in deck.pages} >= {"p1", "p2"}
    qtbot.waitUntil(lambda: any(f"案例《{case.title}》" in text for text in labels(page)))


def test_names_come_typed_or_from_a_table_and_wrong_lines_are_named(services, planning, meeting, files, tmp_path):
    page = planning(meeting)
    press(page, "手工录入")
    dialog = open_modal(page, NamesDialog)
    dialog.field.setPlainText("周明远 救助股\n李晓芳 13812345678")
    dialog.button("save").click()
    assert dialog.isVisible() and services.meetings.attendance.people(meeting.id) == ()
    dialog.field.setPlainText("周明远 救助股 股长\n王建国 县纪委 列席")
    dialog.button("save").click()
    files.answer_file = tmp_path / "名单.csv"
    files.answer_file.write_text("姓名,科室\n陈立群,办公室\n", encoding="utf-8")
    press(page, "从表格导入")
    people = services.meetings.attendance.people(meeting.id)
    assert [(one.name, one.observer) for one in people] == [("周明远", False), ("王建国", True), ("陈立群", False)]
    assert "应到 2 人，列席 1 人" in labels(page)
    page.names.list.item(0).setSelected(True)
    press(page, "移出名单")
    assert len(services.meetings.attendance.people(meeting.id)) == 2


def test_notice_agenda_and_sheet_are_written_together(planning, meeting, files):
    page = planning(meeting)
    said = heard(page.message)
    press(page, "写通知、议程、签到表")
    names = sorted(path.name for path in files.answer_folder.iterdir())
    assert len(names) == 3 and all(name.endswith(".docx") for name in names)
    assert any(tone == "green" for tone, _ in said)
    press(page, "打开所在文件夹")
    assert files.shown == [files.answer_folder]


def test_while_it_is_on_the_agenda_stands_still_and_the_rest_can_be_changed(services, planning, meeting):
    services.meetings.start(meeting.id)
    page = planning(meeting)
    assert "会议正在进行，议程不能再改。" in labels(page)
    page.form.lines["chair"].setText("陈立群")
    page.leave()
    assert kept(services, meeting).chair == "陈立群" and page.projection(False) == ("resume",)


def test_one_that_is_over_leads_back(services, planning, meeting):
    services.meetings.cancel(meeting.id, "改期")
    page = planning(meeting)
    asked = heard(page.navigate)
    press(page, "回到会议")
    assert asked == [("meetings", None)]


@pytest.mark.parametrize("size", [(1278, 712), (880, 480)])
def test_every_stop_has_a_name(services, listed, planning, meeting, nameless_stops, size):
    services.meetings.attendance.add(meeting.id, services.meetings.attendance.read_typed("周明远").people)
    assert nameless_stops(listed(size).window()) == []
    page = planning(meeting, size)
    page.agenda.add((PartKind.FILM, PartKind.RULES))
    assert nameless_stops(page.window()) == []
