"""Every reader of bytes that come from elsewhere; whoever writes another one adds it here."""

from tests.fuzz.target import Target
from tests.fuzz.targets.content import ContentTarget, OwnTarget, PackedTarget, QueryTarget
from tests.fuzz.targets.exams import MarksTarget, PackageTarget, RecordTarget, ResultTarget
from tests.fuzz.targets.folder import AppearanceTarget, DatabaseTarget, DeckFileTarget, DeviceTarget
from tests.fuzz.targets.ledgers import LedgerTarget, ResealedTarget
from tests.fuzz.targets.tables import EvidenceTarget, FindingsTarget, FormsTarget, NamesTarget, RosterTarget
from tests.fuzz.targets.typed import TypedLedgerTarget, TypedMeetingTarget

_ALL: tuple[type[Target], ...] = (
    *(ContentTarget, PackedTarget, OwnTarget, QueryTarget),
    *(PackageTarget, ResultTarget, RecordTarget, MarksTarget),
    *(RosterTarget, NamesTarget, FindingsTarget, FormsTarget, EvidenceTarget, LedgerTarget, ResealedTarget),
    *(TypedLedgerTarget, TypedMeetingTarget),
    *(DeckFileTarget, AppearanceTarget, DeviceTarget, DatabaseTarget),
)
TARGETS = {one.name: one for one in _ALL}
