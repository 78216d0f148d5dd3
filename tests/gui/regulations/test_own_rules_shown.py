"""The unit's own rules in 法规库: in a group of their own at the end, and never like a law."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTreeView

from app.domain.labels import OWN_RULES, STUDY_NOTE, UNCHECKED
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.article_sheet import ArticleSheet
from app.ui.parts.clause_card import ClauseCard
from app.ui.regulations.article_model import COUNT
from app.ui.regulations.article_tree import ArticleTree
from app.ui.regulations.article_view import EXCERPT, ArticleView
from app.ui.regulations.regulations_page import RegulationsPage
from app.ui.regulations.wording import date_words
from app.ui.search.hit_row import HitRow
from app.ui.search.search_page import SearchPage
from app.ui.settings.content_section import ContentSection

TEXT = "第一条　入户核查由两人同到。\n第二条　当场双签，影像留存三年。"


@pytest.fixture
def issued(services):
    """A rule that was published in 成果归集, in the library as after its background work."""
    made, today = services.ledger, services.ledger.today()
    unit = made.add_unit("社会救助股", head="周明", leader="王副局长")
    campaign = made.open_campaign("临时救助专项", today - timedelta(days=60), today + timedelta(days=60))
    rule = IssuedRule("", campaign, "入户核查双签办法", "某民发〔2026〕7号", today, TEXT, unit)
    services.outcomes.publish_rule(services.outcomes.add_rule(rule))
    services.library.adopt(services.library.prepare())
    return next(rule for rule in services.library.regulations() if rule.own)


@pytest.fixture
def page(issued, services, show_page):
    made = RegulationsPage(services.library, f"{issued.id}/2")
    made.window_of_test = show_page(made)
    return made


def said(widget):
    return [one.text() for kind in (Label, Paragraph, Tag) for one in widget.findChildren(kind)]


def words(widget):
    return " ".join(said(widget)).replace("\n", "").replace("\u200b", "")


def test_its_group_is_the_last_one_of_the_tree(page, issued):
    view = page.findChild(QTreeView)
    model = view.model()
    kinds = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert kinds[-1] == OWN_RULES and kinds.count(OWN_RULES) == 1
    group = model.index(len(kinds) - 1, 0)
    assert [model.index(row, 0, group).data() for row in range(model.rowCount(group))] == [issued.title]
    assert page.findChild(ArticleTree).order[-2:] == [f"{issued.id}/1", f"{issued.id}/2"]


def test_the_page_says_what_it_is_and_where_it_comes_from(page, issued):
    view = page.findChild(ArticleView)
    assert [tag.text() for tag in view.findChildren(Tag)] == [OWN_RULES]
    assert f"社会救助股　·　某民发〔2026〕7号　·　{date_words(issued.effective)}印发" in said(view)
    assert "不是法律法规" in words(view)
    assert UNCHECKED not in words(view) and EXCERPT not in words(view) and STUDY_NOTE not in words(view)
    assert "当场双签，影像留存三年。" in view.text()
    assert "本制度其他条文" in words(page)


def test_a_law_is_shown_as_before(issued, services, show_page):
    page = RegulationsPage(services.library, "条例@2023/124")
    show_page(page)
    tags = [tag.text() for tag in page.findChild(ArticleView).findChildren(Tag)]
    assert "党内法规" in tags and OWN_RULES not in tags
    assert EXCERPT in words(page)


def test_it_is_found_in_the_tree_and_copied_with_its_source(page, issued):
    tree = page.findChild(ArticleTree)
    tree.search_for("影像留存三年")
    assert tree.shown_articles() == [f"{issued.id}/2"]
    next(one for one in page.findChildren(Button) if one.label() == "复制条文").click()
    copied = QGuiApplication.clipboard().text()
    source = f"社会救助股，某民发〔2026〕7号，{date_words(issued.effective)}印发"
    assert copied.endswith(f"——本单位制度《入户核查双签办法》（{source}）第二条")


def test_search_shows_it_as_the_unit_s_own(issued, services, show_page):
    page = SearchPage(services.search, services.library, "影像留存三年")
    show_page(page)
    (row,) = page.findChildren(HitRow)
    assert row.shown_hit.title.startswith("本单位制度 · 入户核查双签办法")
    assert row.hit.ref == f"{issued.id}/2"


def test_cited_elsewhere_it_says_so_too(issued, services, qtbot):
    base = f"{issued.id}/2"
    found = services.library.article(base)
    for widget in (ArticleSheet(base, found), ClauseCard(base, found)):
        qtbot.addWidget(widget)
        assert UNCHECKED not in words(widget)
    assert OWN_RULES in words(ArticleSheet(base, found))
    assert [tag.text() for tag in ArticleSheet(base, found).findChildren(Tag)] == [OWN_RULES]


@pytest.fixture
def look_back(issued, services):
    """What a look back at the rule finds, in the library as after its background work."""

    def found(verdict):
        (rule,) = services.outcomes.rules(services.ledger.campaigns()[0].id)
        points = ("与救助法第21条一致", "第2条写明双签", "2026年7月有新规定", "抽查20户，19户双签", "3月有1户补签")
        today = services.ledger.today()
        reason = "第2条与新规定第9条不一致"
        look = RuleLookBack("", rule.campaign, rule.id, "", today, "周某", *points, verdict, reason)
        services.rule_look_backs.add(look)
        services.library.adopt(services.library.prepare())
        return date_words(today.isoformat())

    return found


@pytest.mark.parametrize(("verdict", "word"), [(Verdict.REPEAL, "已废止"), (Verdict.REVISE, "待修订")])
def test_what_a_look_back_has_found_is_said_wherever_the_rule_is_shown(
    issued, services, look_back, show_page, qtbot, verdict, word
):
    said_so = f"{word}（{look_back(verdict)}）"
    base = f"{issued.id}/2"
    page = RegulationsPage(services.library, base)
    show_page(page)
    assert [tag.text() for tag in page.findChild(ArticleView).findChildren(Tag)] == [OWN_RULES, said_so]
    model = page.findChild(QTreeView).model()
    rule = model.index(0, 0, model.index(model.rowCount() - 1, 0))
    assert rule.data(COUNT) == word and said_so in rule.data(Qt.ItemDataRole.AccessibleTextRole)
    next(one for one in page.findChildren(Button) if one.label() == "复制条文").click()
    assert f"印发，{said_so}）第二条" in QGuiApplication.clipboard().text()
    found = services.library.article(base)
    sheet, card = ArticleSheet(base, found), ClauseCard(base, found)
    for widget in (sheet, card):
        qtbot.addWidget(widget)
    assert [tag.text() for tag in sheet.findChildren(Tag)] == [OWN_RULES, said_so]
    assert any(one.text().endswith(f"{OWN_RULES} · {word}") for one in card.findChildren(ElidedLabel))
    search = SearchPage(services.search, services.library, "影像留存三年")
    show_page(search)
    (row,) = search.findChildren(HitRow)
    assert row.shown_hit.title.startswith(f"本单位制度 · 入户核查双签办法（{word}）")


def test_the_settings_count_what_is_in_force(issued, services, look_back, qtbot):
    look_back(Verdict.REPEAL)
    section = ContentSection(services.library)
    qtbot.addWidget(section)
    assert "现行 0 件，已废止 1 件，列在法规库最后一组" in said(section)


def test_the_settings_count_it_apart(issued, services, qtbot):
    laws = [rule for rule in services.library.regulations() if not rule.own]
    section = ContentSection(services.library)
    qtbot.addWidget(section)
    assert f"{len(laws)} 部" in said(section)
    assert "1 件，列在法规库最后一组" in said(section)


def test_every_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window_of_test) == []
