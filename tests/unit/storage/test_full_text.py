"""Search finds exactly the documents whose normalised text holds the normalised query."""

import random
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.normalised_text import normalise
from app.storage import full_text
from app.storage.full_text import Document

WORDS = "低保审核确认公示整改落实人情关系三十八一百〇条例第ＡａBb19é·《》“”，。　 绝密①㈱𠮷각"


OPENED = []


@pytest.fixture(autouse=True)
def all_closed():
    yield
    while OPENED:
        OPENED.pop().close()


def empty():
    connection = sqlite3.connect(":memory:")
    OPENED.append(connection)
    full_text.create(connection)
    return connection


def corpus(documents):
    connection = empty()
    full_text.add(connection, [Document("case", str(at), title, body) for at, (title, body) in enumerate(documents, 1)])
    return connection


def by_hand(documents, query):
    """The reference: every term, as a substring, in the title or in the body."""
    terms = [term for term in (normalise(part) for part in query.split()) if term]
    return [
        at
        for at, (title, body) in enumerate(documents, 1)
        if terms and all(term in normalise(title) or term in normalise(body) for term in terms)
    ]


@pytest.mark.parametrize("length", [1, 2, 3, 4, 6])
def test_recall_and_precision_are_one_for_every_length(length):
    chance = random.Random(length)
    documents = [
        ("".join(chance.choices(WORDS, k=6)), "".join(chance.choices(WORDS, k=chance.randint(5, 60))))
        for _ in range(120)
    ]
    connection = corpus(documents)
    for _ in range(150):
        source = chance.choice(chance.choice(documents))
        start = chance.randrange(max(1, len(source) - length))
        query = source[start : start + length] if chance.random() < 0.7 else "".join(chance.choices(WORDS, k=length))
        assert full_text.ids(connection, query) == by_hand(documents, query), query


texts = st.text(alphabet=WORDS, max_size=25) | st.text(st.characters(exclude_categories=["Cs"]), max_size=25)


@settings(max_examples=150)
@given(st.lists(st.tuples(texts, texts), max_size=5), texts)
def test_any_text_and_any_query_agree_with_the_reference(documents, query):
    assert full_text.ids(corpus(documents), query) == by_hand(documents, query)


def test_a_query_cannot_break_out_of_its_phrase():
    connection = corpus([("标题", "低保 AND 公示")])
    for query in ('"', '" OR "', "低保*", "title:低保", "NEAR(低 保)", "低保 AND", "^低", "-低保", "()"):
        assert full_text.ids(connection, query) == by_hand([("标题", "低保 AND 公示")], query)


def test_several_words_must_all_be_there_in_any_order():
    connection = corpus([("低保", "公示"), ("低保", "整改")])
    assert full_text.ids(connection, "公示 低保") == [1]


def test_a_hit_in_the_title_comes_first_and_kinds_are_counted():
    connection = corpus([("无关", "低保" + "其他" * 50), ("低保", "无关")])
    full_text.add(connection, [Document("question", "q", "低保吗", "")])
    assert [row[1] for row in full_text.search(connection, "低保", 10, "case")] == ["2", "1"]
    assert full_text.counts(connection, "低保") == {"case": 2, "question": 1}
    assert full_text.search(connection, "  ", 10) == []
    assert full_text.counts(connection, "。") == {}


def test_the_initials_of_a_title_find_it():
    connection = empty()
    full_text.add(connection, [Document("case", "c", "低保绿色通道", "", "dblstd")])
    assert [row[1] for row in full_text.search(connection, "LSTD", 10)] == ["c"]
