"""佐证: copied in with a hash, never run, missed when it is gone, and nothing is done without it."""

import os
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.ledger.evidence import EvidenceState, PreviewKind
from app.services.evidence_files import safe_name
from tests.unit.ledgers import TRAIL, measure, signature

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def test_a_file_is_copied_and_its_record_says_what_and_who(office):
    issue_id = office.add()
    source = office.file("回执 1.PNG", PNG)
    found = office.evidence.get(office.evidence.add(issue_id, source))
    source.unlink()
    copy = office.evidence.path(found.id)
    assert copy.read_bytes() == PNG
    assert copy.parent == office.house.paths.data / "ledger" / office.campaign / issue_id
    assert (found.name, found.size, found.added_by) == ("回执 1.PNG", len(PNG), "本机用户")
    assert len(found.sha256) == 64
    assert [one.state for one in office.evidence.of(issue_id)] == [EvidenceState.INTACT]
    assert not copy.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (lambda path: path.unlink(), EvidenceState.MISSING),
        (lambda path: path.write_bytes(b"2"), EvidenceState.ALTERED),
        (lambda path: path.write_bytes(b"1 and more"), EvidenceState.ALTERED),
    ],
)
def test_what_is_gone_or_altered_is_shown_and_proves_nothing(office, spoil, state):
    issue_id = office.started()
    found = office.evidence.add(issue_id, office.file("a.txt", b"1"))
    spoil(office.evidence.path(found))
    assert office.evidence.check(found).state is state
    assert office.evidence.preview(found).kind is PreviewKind.NONE
    with pytest.raises(UserError, match=f"佐证“a.txt”{state}，不能作数"):
        office.issues.finish_measure(issue_id, 1, "已停发3户", (found,))


def test_the_evidence_of_another_issue_is_none(office):
    issue_id, other = office.started(), office.add()
    with pytest.raises(UserError, match="不在这个问题的佐证清单里"):
        office.issues.finish_measure(issue_id, 1, "已停发3户", (office.prove(other),))


def test_evidence_that_vanished_after_a_measure_was_done_stops_the_signing(office):
    issue_id = office.started()
    files = [office.prove(issue_id, str(number)) for number in (1, 2, 3)]
    for number, found in enumerate(files, 1):
        office.issues.finish_measure(issue_id, number, "已停发3户", (found,))
    office.issues.report_done(issue_id)
    office.evidence.path(files[1]).unlink()
    with pytest.raises(UserError, match="缺失"):
        office.issues.approve(issue_id, TRAIL[0])


def test_a_scan_must_be_there_if_one_is_named(office):
    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    with pytest.raises(UserError, match="不在这个问题的佐证清单里"):
        office.issues.approve(issue_id, signature(TRAIL[0].step, scan="nothing"))
    scan = office.prove(issue_id, "扫描件")
    office.issues.approve(issue_id, signature(TRAIL[0].step, scan=scan))
    with pytest.raises(UserError, match="不能移出"):
        office.evidence.remove(scan, "换一份")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("清单.exe", b"MZ", "是程序或带宏的文件"),
        ("清单.txt.lnk", b"L", "是程序或带宏的文件"),
        ("台账.XLSM", b"PK", "是程序或带宏的文件"),
        ("空.txt", b"", "是空文件"),
        ("大.txt", b"0" * (1024 * 1024 + 1), "有 2 MB，每份佐证最大 1 MB"),
        ("机密★名单.txt", b"1", "密级标志"),
    ],
)
def test_what_is_refused_says_why_and_leaves_nothing_behind(office, name, content, sentence):
    office.evidence.set_most_mb(1)
    issue_id = office.add()
    with pytest.raises(UserError, match=sentence):
        office.evidence.add(issue_id, office.file(name, content))
    assert office.evidence.of(issue_id) == []
    assert list((office.house.paths.data / "ledger").rglob("*.*")) == []


def test_the_cap_is_50_mb_unless_it_is_set(office):
    assert office.evidence.most_mb == 50
    with pytest.raises(UserError, match="1 到 500 MB"):
        office.evidence.set_most_mb(0)


def test_a_folder_or_a_pipe_is_no_file(office):
    issue_id = office.add()
    with pytest.raises(UserError, match="不是文件"):
        office.evidence.add(issue_id, office.folder)
    if sys.platform != "win32":
        pipe = office.folder / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(UserError, match="不是文件"):
            office.evidence.add(issue_id, pipe)


def test_what_cannot_be_read_is_said(office):
    with pytest.raises(UserError, match=r"没有添加“没有\.txt”：读不了"):
        office.evidence.add(office.add(), office.folder / "没有.txt")


def test_the_same_file_is_not_added_twice_but_again_once_it_was_taken_out(office):
    issue_id = office.add()
    first = office.evidence.add(issue_id, office.file("a.txt", b"1"))
    with pytest.raises(UserError, match=r"与已添加的“a\.txt”内容相同"):
        office.evidence.add(issue_id, office.file("b.txt", b"1"))
    office.evidence.remove(first, "拍错了")
    office.evidence.add(issue_id, office.file("b.txt", b"1"))


def test_taking_out_keeps_record_reason_and_file(office):
    issue_id = office.add()
    found = office.prove(issue_id)
    with pytest.raises(UserError, match="请写明为什么移出"):
        office.evidence.remove(found, " ")
    office.evidence.remove(found, "与本问题无关")
    (kept,) = office.evidence.of(issue_id)
    assert (kept.state, kept.evidence.removed_reason) == (EvidenceState.REMOVED, "与本问题无关")
    assert office.evidence.path(found).exists()
    assert [change.words for change in office.issues.history(issue_id)][:2] == [
        "移出佐证：名单.txt",
        "添加佐证：名单.txt",
    ]
    with pytest.raises(UserError, match="已经移出"):
        office.evidence.remove(found, "再一次")


def test_what_a_finished_measure_rests_on_is_not_taken_out(office):
    issue_id = office.started()
    found = office.prove(issue_id)
    office.issues.finish_measure(issue_id, 2, "已停发3户", (found,))
    with pytest.raises(UserError, match="措施2靠这份佐证记为完成"):
        office.evidence.remove(found, "换一份")
    office.issues.reopen_measure(issue_id, 2, "佐证不清楚")
    office.evidence.remove(found, "换一份")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("照片.png", PNG, PreviewKind.PICTURE),
        ("照片.doc", b"\xff\xd8\xff\xe0", PreviewKind.PICTURE),
        ("说明.txt", "已停发".encode("gb18030"), PreviewKind.TEXT),
        ("假.png", b"MZ", PreviewKind.NONE),
        ("假.txt", b"MZ\0\0", PreviewKind.NONE),
        ("回执.pdf", b"%PDF-1.7", PreviewKind.NONE),
        ("页.svg", b"<svg onload='x'/>", PreviewKind.NONE),
    ],
)
def test_only_pictures_and_texts_are_previewed_and_by_content(office, name, content, kind):
    shown = office.evidence.preview(office.evidence.add(office.add(), office.file(name, content)))
    assert shown.kind is kind
    assert (shown.picture, shown.text) == {
        PreviewKind.PICTURE: (content, ""),
        PreviewKind.TEXT: (b"", "已停发"),
        PreviewKind.NONE: (b"", ""),
    }[kind]


@given(st.text(max_size=200), st.uuids())
def test_a_name_never_leaves_its_folder_and_fits_every_system(name, number):
    safe = safe_name(name, number.hex)
    assert not set(safe) & set('<>:"/\\|?*\0\n\u202e')
    assert safe == safe.strip(" .") and safe not in ("", ".", "..")
    assert len(safe.encode()) <= 255
    assert number.hex[:8] in safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../unit.db", "unit-12345678.db"),
        ("C:\\a\\b.PNG", "C__a_b-12345678.png"),
        ("NUL.txt", "_NUL-12345678.txt"),
        ("照\u202egnp.片", "照_gnp-12345678.片"),
        ("....", "佐证-12345678"),
    ],
)
def test_foreign_names_are_made_safe(name, safe):
    assert safe_name(name, "12345678abcdef") == safe


def test_where_the_data_are_in_memory_only_nothing_is_taken(tmp_path, office):
    from app.services.evidence_files import EvidenceFiles

    with pytest.raises(UserError, match="现在不能保存单位的数据"):
        EvidenceFiles(None).copy_in(office.file("a.txt"), ("c", "i"), "x" * 32, 50, {})


def test_a_measure_that_was_proved_names_its_evidence(office):
    issue_id = office.started()
    found = office.prove(issue_id)
    office.issues.finish_measure(issue_id, 1, "已停发3户", (found,))
    done = office.issues.get(issue_id).measure(1)
    assert done == measure(1, state=done.state, result="已停发3户", evidence=(found,), done_on=office.ledger.today())
