import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from app.domain.labels import DISCLAIMER, STUDY_NOTE, UNCHECKED
from app.domain.practice import PracticeSource, SourceKind
from app.domain.settings import Appearance
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.drawer import Drawer
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rich_text import RichText
from app.ui.kit.tag import Tag
from app.ui.regulations.article_link import ArticleLink
from app.ui.regulations.article_model import COUNT
from app.ui.regulations.article_tree import ArticleTree
from app.ui.regulations.article_view import EXCERPT, ArticleView
from app.ui.regulations.case_link import CaseLink
from app.ui.regulations.comparison import Comparison
from app.ui.regulations.regulations_page import RegulationsPage
from app.ui.regulations.wording import date_words, source_line

BASE = "条例@2023/124"


@pytest.fixture
def page(services, show_page):
    made = RegulationsPage(services.library, BASE)
    made.window_of_test = show_page(made)
    return made


def said(page):
    return [one.text() for kind in (Label, Paragraph, Tag) for one in page.findChildren(kind)]


def labels(page):
    return [one.label() for one in page.findChildren(Button) if one.isVisible()]


def test_the_article_is_shown_in_the_laws_own_words(page, services):
    article = services.library.article(BASE)[1]
    text = page.findChild(ArticleView).text()
    for paragraph in article.paragraphs:
        assert paragraph.text in text.replace("\u200b", "")


def test_heading_says_rule_issuer_date_version_and_that_it_is_an_excerpt(page, services):
    rule = services.library.article(BASE)[0]
    words = " ".join(said(page))
    assert rule.title in words and rule.issuer in words and rule.version in words
    assert f"{date_words(rule.effective)}起施行" in words
    assert EXCERPT in words


def test_unchecked_rules_say_so(page, services):
    rule = services.library.article(BASE)[0]
    expected = UNCHECKED if rule.checked in ("", UNCHECKED) else f"核校 {rule.checked[:7]}"
    assert expected in said(page)


def test_the_editors_note_stands_apart_under_its_title(page):
    notes = [card for card in page.findChildren(Card) if STUDY_NOTE in said(card)]
    assert len(notes) == 1
    assert STUDY_NOTE not in page.findChild(ArticleView).text()


def test_cases_that_cite_it_open_and_carry_the_disclaimer(page, services, qtbot):
    cited = services.library.cases_citing(BASE)
    links = page.findChildren(CaseLink)
    assert len(links) == len(cited) > 0
    assert DISCLAIMER in said(page)
    with qtbot.waitSignal(page.navigate) as moved:
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert moved.args == ["case", cited[0].id]


def test_the_tree_counts_citing_cases_in_words(page, services):
    model = page.findChild(QTreeView).model()
    shown = {base: model.item_of(base).data(COUNT) for base in model.order}
    for base, count in services.library.citation_counts().items():
        if base in shown:
            assert shown[base] == f"{count} 案"


def test_typing_finds_articles_by_number_name_and_text(page):
    tree = page.findChild(ArticleTree)
    tree.search_for("一百二十四条")
    by_number = tree.shown_articles()
    tree.search_for("124条")
    assert BASE in by_number and tree.shown_articles() == by_number
    tree.search_for("救灾救济款物")
    assert BASE in tree.shown_articles()
    tree.search_for("量子力学")
    assert tree.shown_articles() == []
    tree.search_for("")
    assert tree.shown_articles() == tree.order


def test_enter_in_the_box_opens_the_first_find_and_nothing_else(page, qtbot):
    moves = []
    page.navigate.connect(lambda *to: moves.append(to))
    tree = page.findChild(ArticleTree)
    tree.search_for("第十七条")
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert page.base == tree.shown_articles()[0]
    assert moves == []


def test_alt_arrows_go_to_the_neighbours(page, qtbot):
    order = page.findChild(ArticleTree).order
    place = order.index(BASE)
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.base == order[place + 1]
    qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.base == BASE


def test_the_next_button_keeps_the_focus(page, qtbot):
    order = page.findChild(ArticleTree).order
    button = next(one for one in page.findChildren(Button) if one.label() == "下一条")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.base == order[order.index(BASE) + 1])
    assert QApplication.focusWidget().label() == "下一条"


def test_enter_in_the_tree_goes_to_the_text(page, qtbot):
    moves = []
    page.navigate.connect(lambda *to: moves.append(to))
    view = page.findChild(QTreeView)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), RichText)
    assert moves == []


def test_two_versions_of_a_rule_stand_side_by_side(page, services, show_page):
    shown = services.library.article(BASE)
    other = next(rule for rule in services.library.regulations() if rule.id == shown[0].id)
    panel = Comparison(services.library, shown, other, Appearance())
    texts = [one.toPlainText() for one in panel.findChildren(RichText)]
    assert len(texts) == 2 and texts[0] == texts[1]


def test_copied_text_names_its_source(page, services, qtbot):
    regulation, article = services.library.article(BASE)
    with qtbot.waitSignal(page.message) as told:
        qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args[0] == "green"
    copied = QGuiApplication.clipboard().text()
    assert article.text in copied
    assert copied.endswith(f"《{regulation.title}》（{regulation.version}）{article.label}")
    assert source_line(regulation, article) in copied


def test_practice_starts_with_this_article(page, services, qtbot):
    number = len(services.library.questions_citing(BASE))
    assert f"练一练 · {number} 题" in labels(page)
    with qtbot.waitSignal(page.navigate) as moved:
        page.main_action()
    assert moved.args == ["practice", PracticeSource(SourceKind.ARTICLE, BASE)]


def test_a_neighbour_at_the_side_opens(page, qtbot):
    link = page.findChildren(ArticleLink)[0]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.base != BASE)


def test_an_article_that_is_not_included_is_said_not_hidden(services, show_page, qtbot):
    page = RegulationsPage(services.library, "条例@2023/999")
    show_page(page)
    assert any("没有收录" in words for words in said(page))


def test_a_reference_with_paragraph_and_item_opens_its_article(services, show_page):
    page = RegulationsPage(services.library, f"{BASE}.1")
    show_page(page)
    assert page.base == BASE


def test_without_a_wish_a_cited_article_is_shown(services, show_page):
    page = RegulationsPage(services.library)
    show_page(page)
    assert page.base in services.library.citation_counts()


def test_where_it_is_narrow_the_tree_waits_in_a_drawer(services, show_page, qtbot):
    page = RegulationsPage(services.library, BASE)
    window = show_page(page, (884, 480))
    assert not page.findChild(ArticleTree).isVisible()
    next(one for one in page.findChildren(Button) if one.label() == "目录").click()
    drawer = window.findChild(Drawer)
    assert drawer is not None and window.findChild(ArticleTree).isVisible()
    qtbot.keyClick(window.findChild(ArticleTree).findChild(QLineEdit), Qt.Key.Key_Escape)
    assert page.findChild(ArticleTree) is not None


def test_built_anew_it_looks_the_same(page, services, show_page, qtbot):
    page.findChild(ArticleTree).search_for("处分")
    kept = page.state()
    again = RegulationsPage(services.library)
    again.restore(kept)
    show_page(again)
    assert again.base == BASE
    assert again.findChild(ArticleTree).shown_articles() == page.findChild(ArticleTree).shown_articles()


def test_every_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window_of_test) == []


def test_an_article_says_where_it_stood_before(page):
    assert "原第一百一十四条（2018版；新增“社会救助”）" in said(page)


def test_a_reference_to_an_older_version_leads_to_where_it_stands_now(services, show_page, qtbot):
    page = RegulationsPage(services.library, "条例@2018/114")
    show_page(page)
    words = " ".join(said(page)).replace("\n", "")
    assert "纪律处分条例（2018）第一百一十四条，现在看（2023）第一百二十四条" in words
    go = next(one for one in page.findChildren(Button) if one.label() == "看2023版第一百二十四条")
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.base == BASE)


def test_a_rule_without_text_says_what_is_missing_and_how_to_add_it(services, show_page):
    rule = next(rule for rule in services.library.regulations() if rule.missing and not rule.articles)
    page = RegulationsPage(services.library, f"{rule.id}/0")
    show_page(page)
    words = " ".join(said(page)).replace("\n", "")
    assert "正文待补" in words and rule.missing in words and f"{rule.slug}.md" in words
    assert page.findChild(ArticleView) is None
    assert f"{rule.id}/0" in page.findChild(ArticleTree).order
