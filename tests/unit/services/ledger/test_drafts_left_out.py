"""A draft that nobody has confirmed is in no official form and in no figure of the campaign."""

from tests.unit.services.ledger.test_lost_proof import words


def test_no_form_and_no_figure_holds_a_draft(office):
    office.add(title="已经成立的问题")
    office.add(confirmed=False, title="还没有确认的草稿")
    made, to = office.services.ledger_documents, office.folder / "forms"
    to.mkdir()
    extract = made.extract(office.campaign)
    paths = [made.write_table(extract, to), made.write_table(extract, to / "t.docx")]
    paths += [made.write_issue_list(extract, to), made.write_plan(extract, to)]
    paths.append(made.write_outcomes(office.campaign, to))
    said = [words(path) for path in paths]
    assert not any("还没有确认的草稿" in one for one in said) and all("已经成立的问题" in one for one in said[:4])
    assert all("共 1 个问题" in one and "序号 2 待负责人确认，不在内。" in one for one in said[:2])
    assert office.services.outcomes.summary(office.campaign).issues == 1


def test_its_number_is_kept_when_it_is_confirmed(office):
    first, draft = office.add(), office.add(confirmed=False)
    office.issues.confirm(draft)
    third = office.add()
    assert [office.issues.number_of(one) for one in (first, draft, third)] == [1, 2, 3]
    assert len(office.services.ledger_documents.extract(office.campaign).issues) == 3
