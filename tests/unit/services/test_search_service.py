"""Search: where it was found, and nothing that the reader is not to know yet."""

import pytest

from app.bootstrap import open_app
from app.domain.annotation import AnnotationKind
from app.domain.content import GATE
from app.paths import AppPaths
from app.services.search_service import WITHHELD
from tests.unit.packs.builder import ContentFolder

CASE = "builtin/case/jie-che"


@pytest.fixture
def services(tmp_path, clock):
    content = ContentFolder(tmp_path / "content").root
    opened = open_app(AppPaths(tmp_path / "data", content, tmp_path), clock=clock)
    opened.library.adopt(opened.library.prepare())
    yield opened
    opened.close()


@pytest.fixture
def hits(services):
    def search(query):
        return [hit for hit in services.search.search(query).hits if hit.kind == "case"]

    return search


def test_the_hit_is_marked_in_the_original_words(hits):
    (hit,) = hits("向养老院借车")
    assert [hit.excerpt[left:right] for left, right in hit.marks] == ["向养老院借车"]
    assert hit.needle == "向养老院借车"


def test_an_excerpt_does_not_tell_the_outcome_before_the_decision(hits):
    (hit,) = hits("县纪委")
    assert hit.excerpt == WITHHELD and not hit.marks
    assert hit.needle == "县纪委"


def test_after_the_decision_it_does(hits, services):
    services.study.answer_gate(services.library.case(CASE), "A", "sure")
    (hit,) = hits("县纪委")
    assert "县纪委" in hit.excerpt


def test_an_excerpt_of_the_last_fact_ends_before_the_outcome(hits, services):
    last = "".join(run.text for run in services.library.case(CASE).facts[-1].text)[-8:]
    (hit,) = hits(last)
    assert last in hit.excerpt
    assert GATE not in hit.excerpt and "情节较轻" not in hit.excerpt


def test_ones_own_notes_are_found_with_the_title_of_their_case(services):
    services.annotations.add(CASE, AnnotationKind.NOTE, "案情", body="回去查近半年的退回件")
    (hit,) = services.search.search("退回件").hits
    assert (hit.kind, hit.title) == ("note", "借来的车")


@pytest.mark.parametrize("query", ["", "   ", "，。", "没有这样的词组合"])
def test_nothing_is_found_without_words_or_for_unknown_ones(services, query):
    assert services.search.search(query).hits == ()
