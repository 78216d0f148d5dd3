import pytest
from PySide6.QtCore import Qt

from app.domain.activity import ActivityKind
from app.domain.annotation import AnnotationKind
from app.domain.progress import CHECK, ReadingState
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph
from app.ui.library.case_ending import SELF_CHECK
from app.ui.library.reflection_panel import pledge_parts, pledge_words
from app.ui.parts.answer_panel import AnswerPanel


@pytest.fixture
def check(reading):
    reading.reader.ending.check.begin()
    return reading.reader.ending.check


def answer(check, rightly):
    question = check.card().question
    wrong = next(key for key in (*question.letters, "对", "错") if (key,) != question.answer)
    check.card().set_answer(question.answer if rightly else (wrong,))
    check._weigh()
    check.submit()


def do_all(check, right):
    for place in range(5):
        answer(check, place < right)
        check.go_on()


class TestTheCheck:
    def test_each_answer_is_judged_and_explained_at_once(self, check, services, case):
        answer(check, True)
        assert check.findChild(AnswerPanel) is not None
        assert len([state for state in services.practice.states() if state.tries]) == 1

    def test_the_confidence_is_kept(self, check, services):
        check._confidence.choose(0)
        answer(check, False)
        assert len(services.practice.sure_but_wrong()) == 1

    def test_four_of_five_tick_the_case_by_itself(self, check, services, case):
        do_all(check, 4)
        assert services.study.progress(case.id).state is ReadingState.LEARNED
        assert any(entry.kind is ActivityKind.CASE for entry in services.records.activities())

    def test_three_of_five_do_not_but_it_can_be_repeated_or_marked(self, reading, check, services, case):
        do_all(check, 3)
        assert services.study.progress(case.id).state is ReadingState.READING
        assert "再做一次" in check._start.label()
        assert reading.reader.outline._learned.isEnabled()
        reading.reader.outline._learned.click()
        assert services.study.progress(case.id).state is ReadingState.LEARNED

    def test_letters_and_enter_are_enough(self, check, qtbot):
        check.card().setFocus()
        key = Qt.Key(Qt.Key.Key_A)
        qtbot.keyClick(check, key)
        qtbot.keyClick(check, Qt.Key.Key_Return)
        assert check.findChild(AnswerPanel) is not None

    def test_a_page_built_anew_goes_on_with_the_check(self, reading, check, services, open_case):
        answer(check, True)
        check.go_on()
        answer(check, False)
        again = open_case(state=reading.state()).reader.ending.check
        assert again.card().question == check.card().question
        assert again.card().answer() == check.card().answer()
        assert again.round() == check.round()
        assert len(services.practice.states()) == 2

    def test_the_outline_shows_it_done(self, reading, check):
        do_all(check, 5)
        names = [item.accessibleName() for item in reading.reader.outline._items.values()]
        assert any(CHECK in name and "已读" in name for name in names)


class TestReflection:
    @pytest.fixture
    def panel(self, reading):
        return reading.reader.ending.reflection

    def fill(self, panel, text="", when="", then=""):
        reflection, first, second = panel.fields()
        reflection.setPlainText(text)
        first.setText(when)
        second.setText(then)

    def kept(self, services, case):
        return {note.kind: note.body for note in services.annotations.of(case.id)}

    def test_both_are_saved(self, panel, services, case):
        self.fill(panel, "对家人负责：话要说在前头。", "熟人托我办一件，", "当场说明回避。")
        panel.save()
        assert self.kept(services, case) == {
            AnnotationKind.REFLECTION: "对家人负责：话要说在前头。",
            AnnotationKind.PLEDGE: "如果熟人托我办一件，我就当场说明回避。",
        }

    def test_half_a_pledge_is_not_saved(self, panel, services, case):
        self.fill(panel, when="熟人托我")
        panel.save()
        assert "写全" in panel.problem() and self.kept(services, case) == {}

    def test_classified_words_are_refused(self, panel, services, case):
        self.fill(panel, "绝密★ 材料")
        panel.save()
        assert "密级" in panel.problem() and self.kept(services, case) == {}

    def test_leaving_saves_what_nothing_speaks_against(self, reading, panel, services, case):
        self.fill(panel, "明天先问科长。")
        reading.leave()
        assert self.kept(services, case)[AnnotationKind.REFLECTION] == "明天先问科长。"

    def test_leaving_does_not_save_what_is_doubtful_but_the_draft_lives(
        self, reading, panel, services, case, open_case
    ):
        self.fill(panel, "他的号码是 13812345678")
        reading.leave()
        assert self.kept(services, case) == {}
        again = open_case(state=reading.state())
        assert again.reader.ending.reflection.fields()[0].toPlainText() == "他的号码是 13812345678"

    def test_what_was_saved_is_there_again(self, panel, open_case):
        self.fill(panel, "记住了。", "有人催", "按程序办")
        panel.save()
        fields = open_case().reader.ending.reflection.fields()
        assert fields[0].toPlainText() == "记住了。"
        assert (fields[1].text(), fields[2].text()) == ("有人催", "按程序办")


def test_a_pledge_comes_apart_as_it_was_put_together():
    assert pledge_parts(pledge_words("有人催", "按程序办")) == ("有人催", "按程序办")


def test_the_case_ends_in_a_self_check_by_it(reading, qtbot):
    count = len(reading.reader.case.self_checks)
    assert count and SELF_CHECK.format(count) in [one.text() for one in reading.findChildren(Paragraph)]
    go = next(one for one in reading.findChildren(Button) if one.accessibleName().startswith("对照自查"))
    with qtbot.waitSignal(reading.navigate) as gone:
        go.click()
    assert gone.args == ["self_check", reading.reader.case.id]
