"""The reason of a wiping stays readable: it may not carry the wiped text."""

import pytest

from app.domain.ledger.stub import Stub, StubKind, quoted

TEXT = "2025年9月有3户死亡后仍发放2个月，经办人没有比对名单"


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("误录，不该写在这里", ""),
        ("写了“2025年9月有3户死亡后仍发放2个月”", "2025年9月有3户死亡"),
        ("写了 2025年9月 有3户死亡后仍 发放", "2025年9月有3户死亡"),
        ("死亡后仍发放，写错了", ""),
        ("题目是名单没有核对", "名单没有核对"),
        ("名单写错了", ""),
    ],
)
def test_a_piece_of_twelve_characters_or_a_whole_short_text_is_a_quotation(reason, found):
    assert quoted(reason, [TEXT, "名单没有核对", "名单"]) == found


def test_under_a_list_a_stub_says_when_it_was_wiped_by_whom_and_why():
    stub = Stub("i", "c", StubKind.ISSUE, 3, "2026-03-20T04:00:00.000+00:00", "周明", "误录")
    named = {"整改问题", "对照自查表", "岗位廉政风险点", "月报", "成果", "佐证", "制度回头看"}
    named |= {"措施", "督办事项", "监督意见", "问题回头看", "审签意见"}
    assert {kind.words for kind in StubKind} == named
    assert stub.why() == f"{stub.on:%Y-%m-%d} 周明清除。原因：误录"
