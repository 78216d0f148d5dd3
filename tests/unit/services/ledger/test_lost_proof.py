"""A scan or proof that was wiped, deleted or altered: forms say so as the screen does; a scan is handed in again."""

from io import BytesIO

import openpyxl
import pytest
from docx import Document

from app.domain.errors import UserError
from tests.unit.ledgers import measure, signature

WIPED = "录入了涉密内容"


@pytest.fixture
def closed(office):
    """A closed issue whose measures rest on one file and whose steps show one scan: (issue, proof, scan)."""
    issue_id = office.add()
    for number in (1, 2, 3):
        office.issues.add_measure(issue_id, measure(number))
    office.issues.start(issue_id)
    proof, scan = office.prove(issue_id, "证"), office.prove(issue_id, "审签表")
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (proof,))
    office.issues.report_done(issue_id)
    for step in office.ledger.campaign(office.campaign).steps:
        office.issues.approve(issue_id, signature(step, office.ledger.today(), scan=scan))
    return issue_id, proof, scan


def words(path) -> str:
    """Everything in a Word document or a workbook."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
        return "\n".join(str(one.value) for sheet in book for row in sheet.iter_rows() for one in row)
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def forms(office, issue_id):
    """(closing sheet, whole sheet of the issue, ledger as docx and as xlsx)."""
    made, to = office.services.ledger_documents, office.folder / "forms"
    to.mkdir(exist_ok=True)
    table = made.extract(office.campaign)
    paths = [made.write_closing(issue_id, to), made.write_issue(issue_id, to)]
    paths += [made.write_table(table, to / "t.docx"), made.write_table(table, to)]
    return [words(path) for path in paths]


def test_what_is_there_is_counted_and_said_plainly(office, closed):
    closing, sheet, table, book = forms(office, closed[0])
    assert "佐证 1 份" in closing and "扫描件已存入佐证" in closing and "扫描件已存入佐证" in sheet
    assert "（1 份）" in table and not any("另 " in one for one in (closing, sheet, table, book))


def test_what_was_wiped_is_said_on_every_form(office, closed):
    issue_id, proof, scan = closed
    for one in (proof, scan):
        assert office.services.erasing.evidence(one, WIPED) == ""
    closing, sheet, table, book = forms(office, issue_id)
    assert "佐证 0 份，另 1 份误录，已清除" in closing and closing.count("扫描件误录，已清除") >= 5
    assert "扫描件误录，已清除" in sheet and "见佐证 1（误录，已清除）" in sheet
    assert all("0 份，另 1 份误录，已清除" in one for one in (table, book))


def test_a_file_that_was_deleted_or_altered_is_said_too(office, closed):
    issue_id, proof, scan = closed
    office.evidence.path(proof).unlink()
    office.evidence.path(scan).write_bytes("审签甲".encode())  # as long as before
    closing, sheet, table, book = forms(office, issue_id)
    assert "佐证 0 份，另 1 份缺失" in closing and "扫描件已被改动" in closing
    assert "见佐证 1（缺失）" in sheet and "扫描件已被改动" in sheet
    assert all("0 份，另 1 份缺失" in one for one in (table, book))


def wipe(office, scan):
    office.services.erasing.evidence(scan, WIPED)


def lose(office, scan):
    office.evidence.path(scan).unlink()


def alter(office, scan):
    office.evidence.path(scan).write_bytes(b"another")


@pytest.mark.parametrize("gone", [wipe, lose, alter])
def test_a_scan_that_is_gone_is_handed_in_again_also_after_closing(office, closed, gone):
    issue_id, _, scan = closed
    step = office.ledger.campaign(office.campaign).steps[0]
    with pytest.raises(UserError, match="已有扫描件"):
        office.issues.add_scan(issue_id, step, office.file("又一份.txt", b"2"))
    gone(office, scan)
    office.issues.add_scan(issue_id, step, office.file("审签表.txt", "审签表".encode()))  # the very same paper
    new = office.issues.get(issue_id).approvals[0].scan
    assert new != scan and office.evidence.check(new).fault == ""
    assert office.issues.history(issue_id)[0].words == f"补登审签扫描件：{step}"
    with pytest.raises(UserError, match="已有扫描件"):
        office.issues.add_scan(issue_id, step, office.file("又一份.txt", b"2"))


def test_a_lost_proof_may_be_added_again_while_the_issue_is_open(office):
    issue_id = office.started()
    lost = office.prove(issue_id)
    with pytest.raises(UserError, match="内容相同"):
        office.prove(issue_id)
    office.evidence.path(lost).unlink()
    assert office.evidence.check(office.prove(issue_id)).fault == ""
