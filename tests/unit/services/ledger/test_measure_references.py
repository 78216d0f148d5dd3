"""参考措施: those of the issue's own case, then of cases with the same problem area, else of the same dimension."""

from dataclasses import dataclass

from app.domain.case import Measure, SelfCheck
from app.domain.errors import UserError
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, Origin
from app.services.measure_references import MeasureReferences
from tests.unit.ledgers import text


@dataclass
class StoredCase:
    id: str
    title: str
    problems: tuple[str, ...]
    measures: tuple[Measure, ...] = ()
    self_checks: tuple[SelfCheck, ...] = ()


class Shelf:
    """A library of a few cases."""

    def __init__(self, *cases):
        self._cases = {case.id: case for case in cases}

    def cases(self):
        return list(self._cases.values())

    def case(self, case_id):
        if case_id not in self._cases:
            raise UserError("找不到这个案例。")
        return self._cases[case_id]


def measure(what, *gaps):
    return Measure("限期整改", gaps, what, "股长", "30日内", "台账", "", 1)


OWN = StoredCase("own", "自己的案例", ("eight-rules",), (measure("自己的措施"),))
ALIKE = StoredCase("alike", "同类的案例", ("malfeasance", "eight-rules"), (measure("同类的措施"),))
BARE = StoredCase("bare", "没有措施的同类案例", ("malfeasance",))
GAPS = StoredCase(
    "gaps",
    "针对方面的案例",
    ("secrecy-laxity",),
    (measure("补监管的措施", 1), measure("补制度的措施", 2)),
    (SelfCheck("监管盲区", 1, 1, "只有一人复核", 1), SelfCheck("制度机制", 1, 2, "规程没有写", 2)),
)


def offered(shelf, case="", area="malfeasance", dimension=Dimension.OVERSIGHT):
    issue = Issue("1", "c", text("u", area=area, dimension=dimension), Origin(IssueSource.INSPECTION, case=case))
    why, found = MeasureReferences(shelf).offered(issue)
    return why, [(one.case, one.measure.what) for one in found]


def test_an_imported_issue_is_offered_those_of_cases_with_its_problem_area():
    assert offered(Shelf(OWN, ALIKE, BARE, GAPS)) == ("“乱作为”的案例", [("同类的案例", "同类的措施")])


def test_those_of_its_own_case_come_first():
    why, found = offered(Shelf(ALIKE, OWN, GAPS), case="own")
    assert found == [("自己的案例", "自己的措施"), ("同类的案例", "同类的措施")]
    assert why == "本案例和“乱作为”的案例"


def test_where_no_such_case_has_any_those_against_gaps_of_its_dimension():
    why, found = offered(Shelf(OWN, BARE, GAPS))
    assert (why, found) == ("各案例针对“监管盲区”的措施", [("针对方面的案例", "补监管的措施")])
    assert offered(Shelf(BARE, GAPS), dimension=Dimension.SYSTEM)[1] == [("针对方面的案例", "补制度的措施")]


def test_a_case_that_is_gone_offers_nothing_and_without_any_nothing_is_said():
    assert offered(Shelf(BARE), case="gone") == ("", [])
