"""The unit's own rules in the library: found as soon as they are published, never taken for law, never in the way."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import open_app
from app.domain.article_pages import cited_articles
from app.domain.errors import UserError
from app.domain.events import ContentReady, OwnContentChanged
from app.domain.labels import OWN_NOTE
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.prose import prose_text
from app.domain.rule_standing import standing, standing_words
from app.paths import AppPaths
from app.services.bus import EventBus
from app.services.shipped_library import ShippedLibrary
from app.services.system_clock import SystemClock
from tests.unit.fakes import FakeClock
from tests.unit.packs.builder import ContentFolder

ON = date(2026, 3, 2)
TEXT = "第一条　入户核查由两人同到。\n第二条　当场双签，影像留存三年。"
BASE = "入户核查双签办法@2026/2"


class Unit:
    """A program with small content of its own, and a unit that issues rules."""

    def __init__(self, folder):
        content = ContentFolder(folder / "content").root
        self.paths = AppPaths(folder / "data", content, folder)
        self.told = []
        self.open()
        made = self.services.ledger
        self.name = made.add_unit("某县民政局社会救助股", head="周明", leader="王副局长")
        self.campaign = made.open_campaign("临时救助专项", date(2026, 1, 1), date(2026, 12, 31))

    def open(self):
        self.services = open_app(self.paths, clock=FakeClock())
        self.library, self.outcomes = self.services.library, self.services.outcomes
        for kind in (ContentReady, OwnContentChanged):
            self.services.bus.subscribe(kind, self.told.append)
        self.library.open_newest()
        self.settle()

    def settle(self):
        """What the window does in the background at its start and whenever the unit's rules have changed."""
        self.library.adopt(self.library.prepare())
        self.library.sweep_old()

    def issue(self, name="入户核查双签办法", text=TEXT, **other):
        rule = IssuedRule("", self.campaign, name, "某民发〔2026〕7号", ON, text, self.name)
        return self.outcomes.add_rule(replace(rule, **other))

    def publish(self, *arguments, **other):
        rule_id = self.issue(*arguments, **other)
        path = self.outcomes.publish_rule(rule_id)
        self.settle()
        return rule_id, path

    def put(self, name, text):
        """A file that somebody has placed there by hand."""
        rules = self.paths.own_content / "rules"
        rules.mkdir(parents=True, exist_ok=True)
        (rules / name).write_text(text, encoding="utf-8")
        self.settle()

    def own(self):
        return [rule for rule in self.library.regulations() if rule.own]

    def laws(self):
        return [rule for rule in self.library.regulations() if not rule.own]


@pytest.fixture
def unit(tmp_path):
    made = Unit(tmp_path)
    yield made
    made.services.close()


def rule_text(**head):
    wanted = {"title": "印章办法", "short": "印章办法", "version": "2026", "family": "yin-zhang", "kind": "本单位制度"}
    wanted |= {"issuer": "某县民政局", "number": "'1号'", "issued": "2026-01-05", "effective": "2026-01-05"}
    wanted |= {"source": "本单位印发"} | head
    lines = "\n".join(f"{key}: {value}" for key, value in wanted.items())
    return f"---\n{lines}\n---\n\n## 第一条 登记\n\n> 用印逐次登记。\n\n**学习提示**　先登记，后盖章。\n"


# ---- published ---------------------------------------------------------------------------------------------------


def test_a_published_rule_is_in_the_library_at_once(unit):
    assert unit.own() == []
    rule_id, _ = unit.publish()
    assert unit.told[-2] == OwnContentChanged(rule_id) and unit.told[-1].rebuilt
    (rule,) = unit.own()
    assert (rule.title, rule.issuer, rule.number) == ("入户核查双签办法", "某县民政局社会救助股", "某民发〔2026〕7号")
    assert (rule.effective, rule.checked, len(rule.articles)) == ("2026-03-02", "", 2)
    regulation, article = unit.library.article(BASE)
    assert regulation.own and article.text == "当场双签，影像留存三年。"
    assert article.note == ()  # nobody has written one


def test_it_stands_behind_all_laws_and_party_rules(unit):
    before = unit.library.regulations()
    unit.publish()
    unit.publish("值班办法", "第一条　值班到岗。")
    assert unit.library.regulations()[: len(before)] == before
    assert [rule.title for rule in unit.library.regulations()[len(before) :]] == ["值班办法", "入户核查双签办法"]


def test_it_is_found_by_its_words_its_name_and_its_initials_and_says_what_it_is(unit):
    unit.publish()
    for query in ("影像留存", "双签办法", "本单位制度 双签", "rhhc"):
        found = [hit for hit in unit.services.search.search(query).hits if hit.ref == BASE]
        assert [hit.title.startswith("本单位制度 · ") for hit in found] == [True], query
    assert unit.services.search.search("影像留存").counts == {"article": 1}


def test_it_is_cited_like_any_other_and_the_source_names_unit_number_and_date(unit):
    unit.publish()
    (cited,) = cited_articles([f"{BASE}.1"], unit.library.article)
    assert cited.title == "入户核查双签办法第二条"
    source = "本单位制度《入户核查双签办法》第二条 · 某县民政局社会救助股，某民发〔2026〕7号，2026年3月2日印发"
    assert cited.block.source == source


def test_it_is_there_at_the_next_start_before_anything_is_prepared(unit):
    unit.publish()
    unit.services.close()
    unit.services = open_app(unit.paths, clock=FakeClock())
    assert unit.services.library.open_newest()
    assert unit.services.library.article(BASE) is not None


def test_the_fingerprint_of_the_content_is_that_of_the_program(unit):
    before = unit.library.fingerprint
    unit.publish()
    assert unit.library.fingerprint == before


def test_published_anew_it_is_there_once(unit):
    rule_id, _ = unit.publish()
    unit.outcomes.publish_rule(rule_id)
    unit.settle()
    assert [rule.title for rule in unit.own()] == ["入户核查双签办法"]


def test_a_void_rule_leaves_the_library_and_its_text_is_kept(unit):
    rule_id, path = unit.publish()
    text = path.read_text("utf-8")
    unit.outcomes.void(rule_id, "印错了")
    assert unit.told[-1] == OwnContentChanged(rule_id)
    unit.settle()
    assert unit.own() == [] and unit.library.article(BASE) is None
    assert not path.exists() and path.with_name(f"{path.name}.void").read_text("utf-8") == text


def test_a_rule_without_number_has_none(unit):
    unit.publish(number="")
    assert unit.own()[0].number == ""


# ---- looked back on ----------------------------------------------------------------------------------------------


def found(rule_id, campaign, verdict, on):
    points = ("与救助法第21条一致", "第2条写明双签", "2026年7月有新规定", "抽查20户，19户双签", "3月有1户补签，退回")
    return RuleLookBack("", campaign, rule_id, "", on, "周某", *points, verdict, "第2条与新规定第9条不一致")


def test_a_rule_that_was_found_to_be_repealed_is_in_force_no_more_and_the_library_and_search_say_so(unit):
    rule_id, path = unit.publish()
    unit.outcomes.publish_rule(unit.issue("值班办法", "第一条　值班到岗。"))
    on = unit.services.ledger.today()
    unit.services.rule_look_backs.add(found(rule_id, unit.campaign, Verdict.REPEAL, on))
    assert unit.told[-1] == OwnContentChanged(rule_id)
    unit.settle()
    holds, gone = unit.own()
    assert (gone.title, gone.repealed, gone.revising) == ("入户核查双签办法", on.isoformat(), "")
    assert (holds.title, holds.repealed, holds.revising) == ("值班办法", "", "")
    regulation, _ = unit.library.article(BASE)
    assert not regulation.in_force_on(on.isoformat())
    assert standing_words(regulation) == f"已废止（{on.year}年{on.month}月{on.day}日）"
    (hit,) = unit.services.search.search("影像留存").hits
    assert hit.title.startswith("本单位制度 · 入户核查双签办法（已废止） 第二条")
    (cited,) = cited_articles([f"{BASE}.1"], unit.library.article)
    assert cited.block.source.endswith(f"印发，{standing_words(regulation)}")
    assert len(unit.services.rule_look_backs.of(unit.campaign, rule_id)) == 1
    assert "影像留存三年" in path.read_text("utf-8")  # its words are kept


def test_a_rule_that_is_to_be_revised_says_so_and_what_was_found_last_counts(unit):
    rule_id, _ = unit.publish()
    looks, today = unit.services.rule_look_backs, unit.services.ledger.today()
    seen = []
    for verdict in (Verdict.REVISE, Verdict.REPEAL, Verdict.KEEP, Verdict.REVISE):
        looks.add(found(rule_id, unit.campaign, verdict, today))
        unit.settle()
        (rule,) = unit.own()
        seen.append((standing(rule), rule.revising, rule.repealed))
    day = today.isoformat()
    assert seen == [("待修订", day, ""), ("已废止", "", day), ("", "", ""), ("待修订", day, "")]
    assert unit.services.search.search("影像留存").hits[0].title.startswith("本单位制度 · 入户核查双签办法（待修订）")
    assert len(looks.of(unit.campaign, rule_id)) == 4  # history is kept
    unit.outcomes.publish_rule(rule_id)
    unit.settle()
    assert standing(unit.own()[0]) == "待修订"  # listed anew, it is so still
    assert unit.library.problems() == []


def test_a_void_look_back_takes_its_verdict_back_and_the_last_valid_one_wins(unit):
    rule_id, _ = unit.publish()
    looks, today = unit.services.rule_look_backs, unit.services.ledger.today()
    first = looks.add(found(rule_id, unit.campaign, Verdict.REVISE, today))
    second = looks.add(found(rule_id, unit.campaign, Verdict.REPEAL, today))
    seen = []
    for wrong in (second, first):
        looks.void(wrong, "看的是另一项制度")
        unit.settle()
        seen.append(standing(unit.own()[0]))
    assert seen == ["待修订", ""]
    assert looks.of(unit.campaign, rule_id) == [] and unit.outcomes.verdicts(unit.campaign) == {}
    assert [one.void_reason for one in looks.of(unit.campaign, void=True)] == ["看的是另一项制度"] * 2
    assert unit.services._unit_journal.broken() == []


@pytest.mark.parametrize(
    ("wrong", "reason", "sentence"),
    [("", "看错了", "找不到这次回头看"), ("look", " ", "请写明"), ("look", "机密★", "国家秘密")],
)
def test_a_look_back_at_a_rule_is_void_with_a_reason_only_and_once(unit, wrong, reason, sentence):
    rule_id = unit.issue()
    look = unit.services.rule_look_backs.add(
        found(rule_id, unit.campaign, Verdict.REPEAL, unit.services.ledger.today())
    )
    with pytest.raises(UserError, match=sentence):
        unit.services.rule_look_backs.void(look if wrong else "none", reason)
    unit.services.rule_look_backs.void(look, "看错了")
    with pytest.raises(UserError, match="已经作废"):
        unit.services.rule_look_backs.void(look, "看错了")


def test_what_is_found_leaves_a_study_note_that_somebody_has_written(unit):
    rule_id, path = unit.publish()
    path.write_text(path.read_text("utf-8").replace(OWN_NOTE, "两人到场是为了互相提醒。", 1), encoding="utf-8")
    unit.services.rule_look_backs.add(found(rule_id, unit.campaign, Verdict.REVISE, unit.services.ledger.today()))
    unit.settle()
    assert prose_text(unit.library.article(BASE.replace("/2", "/1"))[1].note) == "两人到场是为了互相提醒。"


def test_a_rule_found_useless_before_it_was_listed_is_listed_as_repealed(unit):
    rule_id = unit.issue()
    unit.services.rule_look_backs.add(found(rule_id, unit.campaign, Verdict.REPEAL, unit.services.ledger.today()))
    unit.outcomes.publish_rule(rule_id)
    unit.settle()
    assert [standing(rule) for rule in unit.own()] == ["已废止"]


def test_cut_off_between_the_log_and_the_file_it_is_settled_at_the_next_start(unit):
    rule_id, path = unit.publish()
    before = path.read_bytes()
    unit.services.rule_look_backs.add(found(rule_id, unit.campaign, Verdict.REPEAL, unit.services.ledger.today()))
    path.write_bytes(before)
    unit.services.own_shelf.settle()
    unit.settle()
    assert [standing(rule) for rule in unit.own()] == ["已废止"]
    settled, told = path.stat().st_mtime_ns, len(unit.told)
    unit.services.own_shelf.settle()
    assert (path.stat().st_mtime_ns, len(unit.told)) == (settled, told)  # once is enough


def test_a_file_that_cannot_be_marked_is_named(unit):
    rule_id, path = unit.publish()
    path.write_text("gone", encoding="utf-8")
    with pytest.raises(UserError, match=f"回头看已经记录，不用再填。.*{path.name}"):
        unit.services.rule_look_backs.add(found(rule_id, unit.campaign, Verdict.REPEAL, unit.services.ledger.today()))
    assert len(unit.services.rule_look_backs.of(unit.campaign, rule_id)) == 1  # what was found is kept


# ---- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", [0, 1])
def test_two_rules_of_one_name_have_references_of_their_own_whichever_is_published_first(unit, first):
    ids = [unit.issue("值班办法", f"第一条　{words}。") for words in ("八点到岗", "九点到岗")]
    for place in (first, 1 - first):
        unit.outcomes.publish_rule(ids[place])
    unit.settle()
    names = ["值班办法@2026/1", f"值班办法{ids[1][:4]}@2026/1"]
    assert [unit.library.article(name)[1].text for name in names] == ["八点到岗。", "九点到岗。"]
    assert unit.library.problems() == []


@pytest.mark.parametrize("name", ["规定", "条例"])  # of the program's rules; of its words for rules
def test_a_rule_that_is_called_like_a_law_does_not_take_its_place(unit, name):
    before = [(rule, unit.library.article(f"{rule.id}/{rule.articles[0][0]}")) for rule in unit.laws()]
    unit.publish(name)
    (rule,) = unit.own()
    assert rule.short == f"{name}（本单位）"
    assert unit.library.article(f"{rule.id}/1") is not None
    assert [(rule, unit.library.article(f"{rule.id}/{rule.articles[0][0]}")) for rule in unit.laws()] == before


def test_a_file_named_like_one_of_the_program_s_does_not_take_its_place(unit):
    laws = unit.laws()
    unit.put(f"{laws[0].slug}.md", rule_text(family=laws[0].family))
    assert unit.laws() == laws
    assert unit.library.index.regulation(laws[0].slug).title == laws[0].title
    assert [rule.family for rule in unit.own()] == [f"own/{laws[0].family}"]  # not another version of that law


# ---- what is wrong -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "文件是空的"),
        ("---\ntitle: [\n---\n", 3, ""),
        ("# 没有档案", 1, "文件开头缺少档案"),
        (rule_text(kind="国家法律"), 6, "这里只放本单位制度"),
        (rule_text(kind="内部规定"), 6, ""),
        (rule_text(effective="昨天"), 10, ""),
        (rule_text().partition("##")[0], 1, "没有任何条文"),
        (rule_text(title="绝密★10年"), 2, "密级标志"),
    ],
)
def test_a_broken_file_costs_only_itself_and_is_listed_with_its_line(unit, text, line, message):
    laws, before = unit.laws(), unit.library.problems()
    unit.publish()
    unit.put("unit-broken.md", text)
    assert unit.laws() == laws
    assert [rule.title for rule in unit.own()] == ["入户核查双签办法"]
    found = [problem for problem in unit.library.problems() if problem not in before]
    assert {problem.file for problem in found} == {"ledger/rules/unit-broken.md"}
    assert any(problem.line == line and message in problem.message for problem in found), found
    assert all(problem.advice for problem in found)


def test_the_second_of_two_files_of_one_name_is_listed_not_taken(unit):
    unit.put("a.md", rule_text())
    unit.put("b.md", rule_text(title="印章办法（二）"))
    assert [rule.title for rule in unit.own()] == ["印章办法"]
    (problem,) = unit.library.problems()
    assert (problem.file, problem.line) == ("ledger/rules/b.md", 3) and "印章办法" in problem.message


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_what_is_no_file_is_not_waited_for(unit):
    rules = unit.paths.own_content / "rules"
    rules.mkdir(parents=True)
    os.mkfifo(rules / "pipe.md")
    (rules / "folder.md").mkdir()
    unit.settle()
    assert unit.laws() and unit.own() == [] and len(unit.library.problems()) == 2


def test_a_damaged_index_with_own_rules_is_made_anew(unit):
    unit.publish()
    (path,) = unit.paths.cache.glob("content-*-*.db")
    unit.services.close()
    path.write_bytes(path.read_bytes()[:8192])
    unit.open()
    assert unit.laws() and [rule.title for rule in unit.own()] == ["入户核查双签办法"]


def test_where_the_cache_cannot_be_written_they_are_added_in_memory(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cache").write_text("a file is in the way")
    unit = Unit(tmp_path)
    unit.publish()
    assert unit.laws() and unit.library.article(BASE) is not None
    unit.services.close()


# ---- cost --------------------------------------------------------------------------------------------------------


def test_the_program_s_content_is_not_compiled_again_for_them(unit):
    (base,) = unit.paths.cache.glob("content-*.db")
    made = base.stat().st_mtime_ns
    unit.publish()
    unit.publish("值班办法", "第一条　值班到岗。")
    assert base.stat().st_mtime_ns == made
    assert len(list(unit.paths.cache.iterdir())) == 2  # old ones are swept, the base stays
    with closing(sqlite3.connect(unit.library.index.path)) as index:
        packs = dict(index.execute("SELECT pack, COUNT(*) FROM item WHERE kind = 'regulation' GROUP BY pack"))
    assert packs == {"builtin": len(unit.laws()), "own": 2}


@pytest.fixture
def installed(tmp_path):
    """A packed program with its index, and the unit's rules folder, empty."""
    content = ContentFolder(tmp_path / "program" / "content").root
    compiled = open_app(AppPaths(tmp_path / "made", content, tmp_path))
    (tmp_path / "program" / "index").mkdir()
    shipped = tmp_path / "program" / "index" / "content-0123456789abcdef.db"
    shutil.copy(compiled.library.prepare(), shipped)
    compiled.close()
    rules = tmp_path / "data" / "ledger" / "rules"

    def opened():
        program = tmp_path / "program"
        made = ShippedLibrary(program / "index", content, tmp_path / "cache", EventBus(), SystemClock(), rules.parent)
        assert made.open_newest()
        return made

    return shipped, rules, opened


def test_a_shipped_index_is_copied_and_stays_as_it_is(installed):
    shipped, rules, opened = installed
    before = shipped.read_bytes()
    rules.mkdir(parents=True)
    (rules / "unit-1.md").write_text(rule_text(), encoding="utf-8")
    library = opened()
    library.adopt(library.prepare())
    library.sweep_old()
    assert library.article("印章办法@2026/1") is not None and not library.repaired
    assert library.fingerprint == "0123456789abcdef" and shipped.read_bytes() == before
    library.close()
    again = opened()
    assert again.article("印章办法@2026/1") is not None and not again.repaired  # at once, from what was made before
    assert again.prepare() == again.index.path
    again.close()


def test_without_own_rules_the_shipped_index_is_used_as_it_is(installed):
    shipped, rules, opened = installed
    rules.mkdir(parents=True)
    library = opened()
    assert library.prepare() == shipped == library.index.path
    library.close()
    assert not (rules.parents[2] / "cache").exists()


def test_of_a_new_program_the_content_is_shown_not_that_of_the_old_with_own_rules(installed):
    shipped, rules, opened = installed
    rules.mkdir(parents=True)
    (rules / "unit-1.md").write_text(rule_text(), encoding="utf-8")
    library = opened()
    library.adopt(library.prepare())
    library.close()
    shipped.rename(shipped.with_name("content-fedcba9876543210.db"))
    newer = opened()
    assert newer.fingerprint == "fedcba9876543210"
    newer.adopt(newer.prepare())
    newer.sweep_old()
    assert newer.fingerprint == "fedcba9876543210" and newer.article("印章办法@2026/1") is not None
    newer.close()


# ---- without the program's content ------------------------------------------------------------------------------


def test_where_the_content_cannot_be_had_the_unit_s_rules_are_still_there_and_none_is_swept_away(unit):
    unit.publish()
    kept = sorted(path.name for path in unit.paths.cache.glob("content-*.db"))
    shutil.rmtree(unit.paths.content)
    with pytest.raises(UserError, match="找不到内容文件夹"):
        unit.library.prepare()
    unit.library.adopt(unit.library.prepare_empty())
    unit.library.sweep_old()
    assert unit.library.without_content and unit.laws() == [] and len(unit.own()) == 1
    assert unit.library.article(BASE) is not None
    assert sorted(path.name for path in unit.paths.cache.glob("content-*.db")) == kept
