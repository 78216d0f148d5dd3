"""Returned forms whose names are no text: of an old archive, or made to look like another file."""

import os
import sys
from datetime import date

import pytest

from tests.unit.months import campaign, fill, noon

MARCH = "2026-03"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name can be any bytes")
def test_they_are_shown_readably_and_taken_each_for_itself(services, clock, tmp_path):
    noon(clock, date(2026, 3, 20))
    name, units = campaign(services)
    folder = tmp_path / "收表"
    for form, strange in zip(
        services.collection.write_forms(name, MARCH, folder),
        (b"\xb0\xb8.xlsx", b"\xb0\xb9.xlsx", "\u202e表.xlsx".encode()),
        strict=True,
    ):
        fill(form)
        os.rename(os.fsencode(form), os.path.join(os.fsencode(folder), strange))
    preview = services.collection.read_folder(name, MARCH, folder)
    files = [form.file for form in preview.matched]
    assert sorted(file.partition("（")[0] for file in files) == ["�表.xlsx", "��.xlsx", "��.xlsx"]
    assert len({*files}) == 3
    assert services.collection.accept(preview, files) == [form.unit for form in preview.matched]
    assert {*units} == {form.unit for form in preview.matched}
