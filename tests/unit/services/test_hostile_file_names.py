"""Titles and names as file names that Windows and Linux both take, whatever stands in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.document_folder import safe_name, shortened
from tests.unit.exports.hostile import PAYLOADS

FORBIDDEN = re.compile(r'[\\/:*?"<>|.\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
DEVICES = ("CON", "prn", "Aux", "NUL", "COM1", "lpt9", "COM¹", "CONIN$", "conout$")


def fits(name: str) -> bool:
    stem = name.split(".")[0].upper()
    return (
        bool(name)
        and not FORBIDDEN.search(name)
        and name == name.strip()
        and stem not in {one.upper() for one in DEVICES}
        and len(name.encode()) <= 151
    )


@pytest.mark.parametrize("words", [*PAYLOADS, *DEVICES, "con ", " nul", "", ".", "..", "~$", "👍" * 60, "a" * 300])
def test_every_title_becomes_a_name(words, tmp_path):
    name = safe_name(words)
    assert fits(name), name
    for ending in ("成绩册.xlsx", ".jjexam", "（A-000007）试卷.docx"):
        (tmp_path / f"{name}{ending}").write_bytes(b"x")
    assert len(list(tmp_path.iterdir())) == 3


@given(st.text(st.characters(codec=None)))
def test_any_text_at_all_becomes_a_name_and_stays_it(words):
    assert fits(safe_name(words)) and safe_name(safe_name(words)) == safe_name(words)


@given(st.text(min_size=1, max_size=120), st.sampled_from([".jjresult", ".xlsx", ""]))
def test_a_name_of_several_parts_is_cut_and_keeps_its_ending(words, ending):
    name = f"{safe_name(words)}-{safe_name(words)}-{safe_name(words)}{ending}"
    cut = shortened(name)
    assert len(cut.encode()) <= 240 and cut.endswith(ending)
    assert cut == name or len(name.encode()) > 240
