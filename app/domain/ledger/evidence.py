"""佐证: a file that was copied into the ledger's folder, and whether it is still as it was."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ledger.stub import ERASED

MB = 1024 * 1024
MOST_MB = 50
"""The cap that holds until the office sets another one."""
ROOM_MB = 200
"""So much must be left on the disk after copying."""
PROGRAMS = frozenset(
    "app bat chm cmd com cpl dll exe gadget hta inf jar js jse lnk msc msi msp pif ps1 py reg scf scr sh sys vb vbe vbs"
    " wsf wsh xll docm xlsm pptm".split()
)
"""Endings of files that Windows or Office would run: none of them proves anything."""


class EvidenceState(StrEnum):
    INTACT = "完好"
    MISSING = "缺失"
    ALTERED = "已被改动"
    REMOVED = "已移出"


@dataclass(frozen=True, slots=True)
class Evidence:
    """``name`` is what the file was called, ``file`` what it is called in the folder of its issue. ``sha256`` in hex,
    ``size`` in bytes. A removed one keeps its record and its reason; its file stays in the folder."""

    id: str
    campaign: str
    issue: str
    name: str
    file: str
    size: int
    sha256: str
    added_on: date
    added_by: str
    removed_on: date | None = None
    removed_reason: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """An entry of the list, as its file was found just now."""

    evidence: Evidence
    state: EvidenceState

    @property
    def fault(self) -> str:
        """What is wrong with it, as the list says it; "" where it is as it was."""
        if self.state is EvidenceState.INTACT:
            return ""
        return self.state.value if self.evidence.file else ERASED

    @property
    def words(self) -> str:
        """Its name, with what is wrong with it."""
        name, fault = self.evidence.name, self.fault
        return f"{name}（{fault}）" if fault not in ("", name) else name


class PreviewKind(StrEnum):
    PICTURE = "图片"
    TEXT = "文字"
    NONE = "不能预览"


@dataclass(frozen=True, slots=True)
class EvidencePreview:
    """``picture`` is the bytes of a png or jpg, ``text`` of a text file; both empty where neither can be shown."""

    kind: PreviewKind
    picture: bytes = b""
    text: str = ""
