import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.labels import RULE_NAMES
from app.domain.reference import ArticleReference


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("条例@2023/124", "纪律处分条例第一百二十四条"),
        ("政务@2020/33.1.2", "政务处分法第三十三条第一款第（二）项"),
        ("刑法@2020/253之一", "刑法第二百五十三条之一"),
        ("刑法@2020/120之十一.2", "刑法第一百二十条之十一第二款"),
    ],
)
def test_a_reference_is_said_as_a_person_says_it(written: str, words: str) -> None:
    reference = ArticleReference.parse(written)
    assert reference and reference.words == words and str(reference) == written


def test_an_article_is_looked_up_without_its_parts() -> None:
    reference = ArticleReference.parse("政务@2020/33.1.2")
    assert reference and (reference.base, reference.regulation) == ("政务@2020/33", "政务@2020")


@pytest.mark.parametrize(
    "written",
    ["", "条例/124", "条例@2023", "条例@23/1", "条例@2023/0", "条例@2023/012", "条例@2023/12345", "条例@2023/1.0",
     "条例@2023/第五条", "条例@2023/5.一", "条例@2023/253之1", "条 例@2023/5", "条例@２０２３/5", "a@b@2023/5",
     "\ud83d@2023/5"],
)  # fmt: skip
def test_another_form_is_no_reference(written: str) -> None:
    assert ArticleReference.parse(written) is None


@given(
    st.text("条例法办规定政务", min_size=1, max_size=6),
    st.integers(1000, 9999),
    st.integers(1, 9999),
    st.sampled_from(["", "之一", "之十"]),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_what_is_written_reads_back(short: str, year: int, number: int, sub: str, paragraph: int, item: int) -> None:
    reference = ArticleReference(short, str(year), f"{number}{sub}", paragraph, item if paragraph else 0)
    assert ArticleReference.parse(str(reference)) == reference
    assert reference.words.startswith(f"{RULE_NAMES.get(short, short)}第")


@given(st.text(max_size=40))
def test_any_text_is_a_reference_or_none(text: str) -> None:
    reference = ArticleReference.parse(text)
    assert reference is None or reference.words
