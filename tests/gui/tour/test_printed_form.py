"""Every form of 改 opens in LibreOffice, in both kinds, and prints on the paper that is stated."""

from pathlib import Path

import pytest

from app.ui.tour.printed_form import A4, PrintedForm, converter, printed_forms
from tests.unit.exports.eight_forms import eight

pytestmark = pytest.mark.usefixtures("qapp")
needs_converter = pytest.mark.skipif(converter() is None, reason="没有安装 LibreOffice，不能核对打印的纸张")


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> dict[Path, bool]:
    """Each form as Word and as xlsx, and whether it lies on its side."""
    folder, made = tmp_path_factory.mktemp("表"), {}
    for name, (word, table, wide) in eight().items():
        for make, ending in ((word, ".docx"), (table, ".xlsx")):
            path = folder / f"{name}{ending}"
            path.write_bytes(make())
            made[path] = wide
    return made


@needs_converter
def test_all_forms_open_and_print_on_their_paper(forms: dict[Path, bool], qapp) -> None:
    printed = printed_forms(list(forms))
    assert [path.name for path in forms if path not in printed] == []
    assert {path.name: fault for path, wide in forms.items() if (fault := printed[path].fault(wide))} == {}
    assert all(form.picture is not None for form in printed.values())
    assert {path.name for path in forms if "成果汇总" in path.name and len(printed[path].sizes) != 1} == set()


@needs_converter
def test_what_is_no_form_is_missing(tmp_path: Path, qapp) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    assert not any(form.sizes for form in printed_forms([tmp_path / "坏.docx"]).values())


def test_other_paper_is_a_fault() -> None:
    assert PrintedForm((A4, A4), None).fault(wide=False) == "" and PrintedForm((A4[::-1],), None).fault(wide=True) == ""
    assert "第 2 页是 297×210 毫米" in PrintedForm((A4, A4[::-1]), None).fault(wide=False)
    assert PrintedForm((), None).fault(wide=True) == "没有一页"


def test_without_a_converter_nothing_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert converter() is None and printed_forms([tmp_path / "a.docx"]) == {}
