"""A refusal names files, and a file may be called anything."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DamagedDataError, UserError


def test_what_a_name_hides_is_shown_as_a_mark():
    assert str(UserError("“\u202egnp.exe”是程序。\n请改用照片。")) == "“�gnp.exe”是程序。\n请改用照片。"
    assert str(DamagedDataError("/tmp/\udcff\x1b[2J\u2028 打不开。")) == "/tmp/��[2J� 打不开。"


@given(st.text(st.characters(codec=None)))
def test_whatever_is_said_can_be_shown(text):
    shown = str(UserError(text))
    shown.encode()
    assert len(shown) == len(text)
    assert not {unicodedata.category(one) for one in shown.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(one) for one in shown} & {*"RLO LRO RLE LRE PDF RLI LRI FSI PDI".split()}
