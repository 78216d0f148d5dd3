"""Nothing with a security grading is stored, wherever a person can type."""

import pytest

from app.domain.annotation import AnnotationKind
from app.domain.errors import UserError
from app.domain.question import QuestionKind
from tests.unit.house import question

GRADED = "附件二 机密★ 内部掌握"


@pytest.fixture
def typing(services):
    blanks = question(1, QuestionKind.BLANKS)
    note = services.annotations.add("case", AnnotationKind.NOTE, "案情", body="可以写")
    return {
        "a note": lambda text: services.annotations.add("case", AnnotationKind.NOTE, "案情", body=text),
        "a changed note": lambda text: services.annotations.rewrite(note, text),
        "a pledge": lambda text: services.annotations.add("case", AnnotationKind.PLEDGE, "", body=text),
        "a filled blank": lambda text: services.practice.answer(blanks, (), (text, "公示")),
        "a name": lambda text: services.profiles.describe(text, "", ""),
        "another person's unit": lambda text: services.profiles.add("李静", text),
    }


@pytest.mark.parametrize(
    "where", ["a note", "a changed note", "a pledge", "a filled blank", "a name", "another person's unit"]
)
def test_it_is_refused_with_a_sentence_and_not_written(typing, where, house):
    with pytest.raises(UserError, match="密级标志“机密★”，没有保存"):
        typing[where](GRADED)
    stored = b"".join(path.read_bytes() for path in house.paths.data.rglob("*") if path.is_file())
    assert "机密★".encode() not in stored
