import itertools
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain import labels
from app.domain.annotation import AnnotationKind
from app.domain.case import Section
from app.domain.labels import DISCLAIMER
from app.domain.progress import CHECK, ReadingState
from app.ui.kit.button import Button
from app.ui.kit.drawer import Drawer
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.outline_item import OutlineItem
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.library.case_reader import CaseReader
from app.ui.library.case_travel import BEHIND_GATE
from app.ui.parts.article_sheet import ArticleSheet
from app.ui.parts.case_text import MISSING
from app.ui.parts.clause_card import ClauseCard

PASSED_BY = "-"


def words(widget: QWidget) -> str:
    texts = [text.toPlainText() for text in widget.reader.sheet.texts()]
    return "\n".join([*texts, *(one.text() for one in widget.findChildren(Paragraph))])


def item(page, name):
    return next(one for one in page.reader.outline.findChildren(OutlineItem) if one.text().endswith(name))


def decide(page, answer, place=0):
    page.reader.builder.gate.choose(answer)
    page.reader.builder.gate.confidence().choose(place)
    page.reader.builder.gate.confirm()


class TestTheGate:
    def test_nothing_behind_it_exists_before_the_decision(self, open_case, case):
        page = open_case()
        shown = words(page)
        assert case.sanctions[0].words not in shown
        assert case.post_risks[0].text not in shown
        assert [view.section for view in page.reader.sheet.views()] == [Section.FACTS]
        assert page.reader.ending.check is None and page.reader.ending.reflection is None

    def test_the_tags_of_the_title_give_nothing_away(self, open_case, case):
        told = {labels.DISCIPLINES.get(case.discipline, ""), labels.FORMS.get(case.form, "")} - {""}
        page = open_case()
        shown = {tag.text() for tag in page.findChildren(Tag) if tag.isVisible()}
        assert told and not told & shown
        decide(page, "B")
        assert told <= {tag.text() for tag in page.findChildren(Tag) if tag.isVisible()}

    def test_an_option_and_a_confidence_are_needed(self, open_case):
        gate = open_case().reader.builder.gate
        assert not gate.ready()
        gate.choose("B")
        assert not gate.ready()
        gate.confidence().choose(1)
        assert gate.ready()

    def test_the_decision_is_on_disk_and_the_rest_appears(self, open_case, services, case):
        page = open_case()
        decide(page, "B", 1)
        progress = services.study.progress(case.id)
        assert (progress.gate_answer, progress.gate_confidence, progress.gate_right) == ("B", "unsure", False)
        assert case.sanctions[0].words in words(page)
        assert page.reader.ending.check is not None

    def test_own_choice_right_answer_and_comment_stay_on_screen(self, open_case, case):
        page = open_case()
        decide(page, "B")
        gate = page.reader.builder.gate
        assert {key: option.state() for key, option in gate._options.items()} == {
            "A": "idle",
            "B": "wrong",
            "C": "correct",
            "D": "idle",
        }
        assert any("作证" in text.toPlainText() for text in gate.findChildren(type(page.reader.sheet.texts()[0])))

    def test_it_can_be_passed_by_and_decided_later(self, open_case, services, case):
        page = open_case()
        next(one for one in page.findChildren(Button) if one.label() == "直接阅读全文").click()
        assert services.study.progress(case.id).gate_answer == PASSED_BY
        assert case.sanctions[0].words in words(page)
        decide(page, "C")
        assert services.study.progress(case.id).gate_right

    def test_letters_digits_and_enter_are_enough(self, open_case, services, case, qtbot):
        page = open_case()
        gate = page.reader.builder.gate
        gate.choose("A")
        qtbot.keyClick(gate._options["A"], Qt.Key.Key_3)
        assert gate.chosen() == "C"
        qtbot.keyClick(gate._options["C"], Qt.Key.Key_D)
        assert gate.chosen() == "D"
        gate.confidence().choose(2)
        qtbot.keyClick(gate._options["D"], Qt.Key.Key_Return)
        assert services.study.progress(case.id).gate_answer == "D"

    def test_the_outline_shows_what_is_locked(self, open_case):
        page = open_case()
        assert "未开放" in item(page, "处理结果").accessibleName()
        decide(page, "C")
        assert "未读" in item(page, "处理结果").accessibleName()
        assert "已读" in item(page, "停一停").accessibleName()

    def test_the_outline_leads_to_the_gate_and_says_why(self, open_case):
        page = open_case()
        item(page, "讨论").click()
        assert page.reader.toast().text() == BEHIND_GATE


class TestReading:
    def test_the_disclaimer_stands_on_the_page(self, open_case):
        assert DISCLAIMER in words(open_case())

    def test_a_section_counts_when_its_end_has_been_seen(self, reading, services, case):
        assert Section.OUTCOME.value not in services.study.progress(case.id).read
        reading.reader.travel.go_to(Section.OUTCOME.value)
        reading.reader.place.save()
        assert Section.OUTCOME.value in services.study.progress(case.id).read
        assert Section.DISCUSSION.value not in services.study.progress(case.id).read

    def test_coming_back_restores_the_place(self, reading, services, case, open_case):
        reading.reader.travel.go_to(Section.CAUSES.value)
        there = reading.reader.area.verticalScrollBar().value()
        reading.leave()
        again = open_case()
        assert abs(again.reader.area.verticalScrollBar().value() - there) <= 2
        assert services.study.progress(case.id).state is ReadingState.READING

    def test_a_page_built_anew_stands_where_it_stood(self, reading, open_case):
        reading.reader.travel.go_to(Section.GAPS.value)
        reading.leave()
        again = open_case(state=reading.state())
        assert again.reader.place.current() == reading.reader.place.current()

    def test_a_fact_link_leads_back_and_offers_the_return(self, reading):
        reading.reader.travel.go_to(Section.CAUSES.value)
        before = reading.reader.area.verticalScrollBar().value()
        reading.reader.travel.go_to_fact(2)
        assert reading.reader.area.verticalScrollBar().value() < before
        assert "返回" in reading.reader.toast()._button.label()
        reading.reader.toast()._button.click()
        assert reading.reader.area.verticalScrollBar().value() == before

    def test_a_hit_in_front_of_the_gate_is_marked(self, open_case):
        page = open_case(("builtin/case/di-bao-lv-se-tong-dao", "绿色通道"))
        marks = page.reader.sheet.views()[0].text_with("fact-3")._marks
        assert [mark[0] for mark in marks] == ["fact-3"]

    def test_a_hit_behind_the_closed_gate_leads_to_the_gate(self, open_case, case):
        page = open_case((case.id, case.gaps[0].missing))
        assert page.reader.toast().text() == BEHIND_GATE
        assert page.reader.place.current() == Section.GATE.value

    def test_a_case_that_is_gone_says_so(self, open_case, qtbot):
        page = open_case("builtin/case/gone")
        nothing = page.findChild(EmptyState)
        with qtbot.waitSignal(page.navigate) as moved:
            nothing.acted.emit()
        assert moved.args[0] == "library"

    def test_find_counts_the_hits_and_says_what_is_left_out(self, open_case):
        page = open_case()
        page.reader.find_bar.open(page.reader.builder.opened)
        page.reader.find_bar.field().setText("协理员")
        assert page.reader.find_bar.said().startswith("第 1 处，共 ")
        assert "未列入" in page.reader.find_bar.said()

    def test_sections_are_walked_by_key(self, reading, qtbot):
        assert reading.reader.place.current() == Section.FACTS.value
        qtbot.keyClick(reading, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert reading.reader.place.current() == Section.GATE.value

    def test_space_turns_a_screen(self, reading, qtbot):
        qtbot.keyClick(reading.reader.sheet.texts()[0], Qt.Key.Key_Space)
        assert reading.reader.area.verticalScrollBar().value() > 0

    def test_the_reading_size_is_a_setting(self, open_case, services, qtbot):
        page = open_case()
        qtbot.keyClick(page, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
        assert services.settings.appearance.reading_size == 20
        qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert services.settings.appearance.reading_size == 18

    def test_the_bookmark_is_kept(self, open_case, services, case, qtbot):
        page = open_case()
        qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert services.annotations.bookmarked(case.id)

    def test_every_tab_stop_has_a_name(self, reading, nameless_stops):
        assert nameless_stops(reading.window_of_test) == []


class TestClauses:
    def test_cards_stand_beside_their_lines_and_never_overlap(self, reading, qtbot):
        qtbot.waitUntil(lambda: len(reading.reader.sheet.side.cards()) > 5)
        reading.reader.sheet.settle()
        cards = reading.reader.sheet.side.cards()
        boxes = sorted((card.geometry() for card in cards), key=lambda box: box.top())
        assert all(above.bottom() < below.top() for above, below in itertools.pairwise(boxes))

    def test_a_link_lights_its_card(self, reading, qtbot):
        qtbot.waitUntil(lambda: reading.findChild(ClauseCard) is not None)
        reading.reader.builder.article_lit.emit("条例@2023/124")
        lit = [card.reference() for card in reading.findChildren(ClauseCard) if card._lit]
        assert lit and set(lit) == {"条例@2023/124"}

    def test_a_card_opens_the_article_over_the_case(self, reading, qtbot):
        qtbot.waitUntil(lambda: reading.findChild(ClauseCard) is not None)
        card = reading.findChild(ClauseCard)
        qtbot.keyClick(card, Qt.Key.Key_Return)
        sheet = reading.window().findChild(ArticleSheet)
        with qtbot.waitSignal(reading.navigate) as moved:
            next(one for one in sheet.findChildren(Button) if one.label() == "在法规库中打开").click()
        assert moved.args[0] == "regulations" and "@" in moved.args[1]

    def test_an_article_that_is_not_included_is_said_in_grey(self, services, case, qtbot):
        unknown = replace(case.clauses[0], references=("条例@1900/1",))
        services.study.answer_gate(case, "C", "sure")
        one = services
        reader = CaseReader(
            one.library, one.study, one.annotations, one.practice, one.settings, replace(case, clauses=(unknown,))
        )
        qtbot.addWidget(reader)
        reader.build_rest()
        assert any(MISSING in text.toPlainText() for text in reader.sheet.texts())

    def test_they_can_be_put_away(self, reading, services, qtbot):
        qtbot.keyClick(reading, Qt.Key.Key_L)
        assert not services.settings.appearance.clauses_beside
        assert not reading.reader.sheet.side.isVisible()

    def test_a_narrow_page_keeps_them_behind_a_button(self, services, case, open_case):
        services.study.answer_gate(case, "C", "sure")
        page = open_case(size=(900, 600))
        assert not page.reader.sheet.side.isVisible() and not page.reader.outline.isVisible()
        page.reader.toggle_clauses()
        drawer = page.window().findChild(Drawer)
        assert drawer.findChild(ClauseCard) is not None

    def test_a_narrow_page_keeps_the_outline_in_a_drawer(self, open_case, qtbot):
        page = open_case(size=(900, 600))
        qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert page.reader.outline.isVisible()
        item(page, "停一停").click()
        assert not page.reader.outline.isVisible()
        assert page.reader.place.current() == Section.GATE.value


def test_the_check_is_why_a_case_cannot_be_marked_yet(open_case):
    page = open_case()
    assert not page.reader.outline._learned.isEnabled()
    assert CHECK in page.reader.outline._why.text()


def test_a_bookmark_is_not_a_note_in_the_text(reading, services, case):
    services.annotations.add(case.id, AnnotationKind.BOOKMARK, "")
    reading.reader.notes.reload()
    assert reading.reader.notes.lost_cards() == []


def test_a_case_without_a_gate_is_open_from_the_start(services, case, qtbot):
    one = services
    reader = CaseReader(one.library, one.study, one.annotations, one.practice, one.settings, replace(case, gate=None))
    qtbot.addWidget(reader)
    reader.build_rest()
    assert Section.DISCUSSION in [view.section for view in reader.sheet.views()]
    assert Section.GATE.value not in reader.builder.titles and reader.ending.check is not None


def test_a_section_jumped_over_is_not_ticked(reading, services, case):
    reading.reader.travel.go_to(CHECK)
    reading.reader.place.save()
    assert Section.CAUSES.value not in services.study.progress(case.id).read
