"""成果归集: number, source and date of the first two batches; what is closed; rules; good practices; one page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.labels import CONFIDENTIALITY
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.ui.kit.banner import Banner
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.outcome_page import PRACTICE, OutcomePage
from app.ui.rectify.outcome_practice_dialog import OutcomePracticeDialog
from app.ui.rectify.outcome_reference_dialog import OutcomeReferenceDialog
from app.ui.rectify.outcome_rule_dialog import OutcomeRuleDialog


@pytest.fixture
def folders():
    """Those that were opened in the system's own window."""
    return []


@pytest.fixture
def open_page(services, watched, tmp_path, folders):
    class Folder:
        def folder(self, parent, title):
            return tmp_path

    def shown(folder):
        folders.append(folder)
        return True

    def opened(size=(1278, 712)):
        one = services
        others = {"forms": one.ledger_documents, "files": Folder(), "show_folder": shown, "library": one.library}
        return watched(OutcomePage(one.ledger, one.outcomes, **others), size)

    return opened


def counts(page):
    return {title: card.count.text() for title, card in page.cards.items()}


def said_on(widget):
    return [one.text() for one in widget.findChildren(Paragraph) if one.isVisible()]


def test_four_batches_and_the_good_practices_are_counted(ledger, open_page):
    ledger.closed()
    ledger.working("公示栏没有拍照")
    page = open_page()
    assert list(counts(page)) == [*(batch.value for batch in Batch), PRACTICE]
    assert counts(page)[Batch.SOLVED.value] == "1"


def test_of_clues_there_is_a_field_for_number_source_and_date_only_and_it_says_why(ledger, open_page, dialog):
    page = open_page()
    page.add_reference(Batch.CLUES)
    asked = dialog(page, OutcomeReferenceDialog)
    fields = [one.accessibleName() for one in (asked.number, asked.source, asked.on.line)]
    assert fields == ["编号", "来源", "日期"] and not asked.public.isVisible() and not asked.notice.isVisible()
    assert any("不进入本机" in words for words in said_on(asked))
    assert CONFIDENTIALITY in [one.text() for one in asked.findChildren(Banner) if one.isVisible()]


def test_a_reference_is_entered_and_voided_with_a_reason(ledger, open_page, dialog, press):
    page = open_page()
    page.add_reference(Batch.CLUES)
    asked = dialog(page, OutcomeReferenceDialog)
    asked._choose("save")
    assert asked.problem()
    asked.number.setText("县民〔2026〕12号")
    asked.source.setText("派驻组移交")
    asked.on.set_day(ledger.today)
    asked._choose("save")
    assert counts(page)[Batch.CLUES.value] == "1"
    press(page, "作废：县民〔2026〕12号")
    why = dialog(page, LedgerReasonDialog)
    why.reason.setText("重复登记")
    why._choose("save")
    assert counts(page)[Batch.CLUES.value] == "0"


def test_a_case_that_was_made_public_names_the_notice(ledger, open_page, dialog):
    page = open_page()
    page.add_reference(Batch.CASES)
    asked = dialog(page, OutcomeReferenceDialog)
    asked.number.setText("县纪〔2026〕7号")
    asked.source.setText("县纪委监委")
    asked.on.set_day(ledger.today)
    asked.public.click()
    asked.published.set_day(ledger.today)
    asked._choose("save")
    assert "写全" in asked.problem()
    asked.notice.setText("关于3起案例的通报")
    asked.publisher.setText("县纪委监委网站")
    asked._choose("save")
    (one,) = ledger.services.outcomes.references(ledger.campaign, Batch.CASES)
    assert one.notice == "关于3起案例的通报"


def test_a_rule_without_its_text_is_completed_and_a_number_put_right(ledger, open_page, dialog, press, said):
    outcomes, today = ledger.services.outcomes, ledger.today
    outcomes.add_rule(IssuedRule("", ledger.campaign, "双签办法", "", today, ""))
    outcomes.add_reference(FileReference("", ledger.campaign, Batch.CLUES, "县民〔2026〕12号", "派驻组移交", today))
    page = open_page()
    press(page, "补正文：双签办法")
    asked = dialog(page, OutcomeRuleDialog)
    assert asked.name.text() == "双签办法"
    asked.text.setPlainText("第一条　两人到场。")
    asked._choose("save")
    assert said[-1] == ("green", "已修改，历史记录里有改前改后。")
    assert [one.text for one in outcomes.rules(ledger.campaign)] == ["第一条　两人到场。"]
    press(page, "修改：县民〔2026〕12号")
    other = dialog(page, OutcomeReferenceDialog)
    other.number.setText("反映某某收受礼金")
    other._choose("save")
    assert "编号" in other.problem()
    other.number.setText("县民〔2026〕13号")
    other._choose("save")
    (one,) = outcomes.references(ledger.campaign, Batch.CLUES)
    assert (one.number, one.source, one.on) == ("县民〔2026〕13号", "派驻组移交", today)


def test_a_public_case_leads_to_the_case_that_stands_for_it(ledger, open_page, dialog, press, went):
    page = open_page()
    page.add_reference(Batch.CASES)
    asked = dialog(page, OutcomeReferenceDialog)
    assert not asked.case.isVisible()
    asked.public.click()
    case = next(one for one in ledger.services.library.cases() if asked.case.findData(one.id) >= 0)
    asked.case.choose(case.id)
    asked.number.setText("县纪〔2026〕7号")
    asked.source.setText("县纪委监委")
    asked.notice.setText("关于3起案例的通报")
    asked.publisher.setText("县纪委监委网站")
    for field in (asked.on, asked.published):
        field.set_day(ledger.today)
    asked._choose("save")
    assert any(f"对应案例：《{case.title}》" in words for words in said_on(page))
    press(page, "看案例：县纪〔2026〕7号")
    assert went[-1] == ("case", case.id)


def test_a_rule_with_its_text_becomes_a_file_of_the_rules_format(ledger, open_page, dialog, press, said):
    page = open_page()
    page.add_rule()
    asked = dialog(page, OutcomeRuleDialog)
    asked.name.setText("入户核查双签办法")
    asked.on.set_day(ledger.today - timedelta(days=3))
    asked.text.setPlainText("第一条　入户核查由两人进行，当场双签。")
    asked._choose("save")
    press(page, "列入法规库")
    (rule,) = ledger.services.outcomes.rules(ledger.campaign)
    assert rule.file.endswith(".md") and rule.file in said[-1][1]


def test_a_text_without_articles_is_refused_with_what_to_do(ledger, open_page, press, said):
    ledger.services.outcomes.add_rule(IssuedRule("", ledger.campaign, "办法", "", ledger.today, "随便写写"))
    page = open_page()
    press(page, "列入法规库")
    assert said[-1][0] == "red" and "第一条" in said[-1][1]


def test_what_a_look_back_has_found_of_a_rule_stands_beside_it(ledger, open_page):
    outcomes, today = ledger.services.outcomes, ledger.today
    text = "第一条　入户核查由两人进行，当场双签。"
    rule_id = outcomes.add_rule(IssuedRule("", ledger.campaign, "双签办法", "", today, text))
    points = ("与救助法第21条一致", "第1条写明双签", "2026年7月有新规定", "抽查20户，19户双签", "3月有1户补签，退回")
    look = RuleLookBack("", ledger.campaign, rule_id, "", today, "周某", *points, Verdict.REPEAL, "第1条与新规定不一致")
    ledger.services.rule_look_backs.add(look)
    card = open_page().cards[Batch.RULES.value]
    assert "已废止" in [tag.text() for tag in card.findChildren(Tag)]
    assert any(words.endswith(f"{today:%Y-%m-%d} 回头看：废止") for words in said_on(card))


def test_a_good_practice_comes_into_the_library_as_a_draft_to_go_on_with(
    ledger, open_page, dialog, press, said, went, folders
):
    page = open_page()
    page.add_practice()
    asked = dialog(page, OutcomePracticeDialog)
    asked.title.setText("两人同到、当场双签")
    asked.story.setPlainText("每周三两人一组入户，三个月核查 46 户。")
    asked._choose("save")
    press(page, "列入案例库")
    (practice,) = ledger.services.outcomes.practices(ledger.campaign)
    assert isinstance(practice, GoodPractice) and practice.file in said[-1][1]
    press(page, "打开草稿文本")
    assert [(folder / practice.file).is_file() for folder in folders] == [True]
    press(page, "在案例库看")
    key, case_id = went[-1]
    library = ledger.services.library
    library.adopt(library.prepare())
    assert (key, library.case(case_id).title) == ("case", "两人同到、当场双签")


def test_the_one_page_is_written(ledger, open_page, tmp_path, said):
    ledger.closed()
    page = open_page()
    for place, kind in enumerate((".docx", ".xlsx")):
        page.main_action()
        menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
        menu.actions()[place].trigger()
        menu.close()
        assert said[-1][0] == "green" and list(tmp_path.glob(f"*成果汇总{kind}"))


@pytest.mark.parametrize("size", [(1278, 712), (640, 480)])
def test_every_stop_has_a_name(ledger, open_page, nameless_stops, size):
    ledger.closed()
    assert nameless_stops(open_page(size).window()) == []


def test_what_was_void_is_kept_to_be_read_folded_away_with_why_who_and_when(ledger, services, open_page, qtbot):
    campaign, today = ledger.campaign, ledger.today
    wrong = services.outcomes.add_rule(IssuedRule("", campaign, "核查办法", "", today, "", ledger.units[0]))
    services.outcomes.add_practice(GoodPractice("", campaign, "双签上墙", ledger.units[0], "两人同到，当场签字"))
    page = open_page()
    assert not page.past.fold.isVisible()
    page._acts.voids(wrong, "核查办法")()
    asked = next(one for one in page.window().findChildren(LedgerReasonDialog) if one.isVisible())
    asked.reason.setText("登错了专项")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    assert page.past.fold.label() == "已作废 1 条" and counts(page)[Batch.RULES.value] == "0"
    assert not said_on(page.past)
    page.past.fold.click()
    name, facts = said_on(page.past)
    assert name == "核查办法" and facts.startswith(f"{Batch.RULES.value}　{today.year}年{today.month}月{today.day}日")
    assert facts.endswith(f"{services.profiles.current.shown_name} 作废　原因：登错了专项")


def test_of_more_than_forty_entries_every_one_can_be_reached(ledger, services, open_page, press):
    for number in range(1, 43):
        one = FileReference("", ledger.campaign, Batch.CLUES, f"〔2026〕{number}号", "热线转办", ledger.today)
        services.outcomes.add_reference(one)
    page = open_page()
    card = page.cards[Batch.CLUES.value]
    assert counts(page)[Batch.CLUES.value] == "42" and "〔2026〕42号" not in said_on(card)
    press(card, "排查一批问题线索再显示")
    assert "〔2026〕42号" in said_on(card) and len(said_on(card)) == 1 + 2 * 42


def test_the_history_of_the_outcomes_is_read_in_front_of_the_page(ledger, services, open_page, press, dialog):
    campaign, today = ledger.campaign, ledger.today
    rule = services.outcomes.add_rule(IssuedRule("", campaign, "核查办法", "", today, "", ledger.units[0]))
    services.outcomes.void(rule, "登错了专项")
    page = open_page()
    press(page, "成果的历史记录")
    said = said_on(dialog(page))
    assert said[1:3] == ["作废成果：核查办法", "原因：登错了专项"] and "登记成果：核查办法" in said
