"""The three directions in which a department looks at itself."""

from enum import StrEnum


class Dimension(StrEnum):
    OVERSIGHT = "监管盲区"
    AWARENESS = "纪律意识"
    SYSTEM = "制度机制"

    @property
    def hint(self) -> str:
        return HINTS[self]


HINTS = {
    Dimension.OVERSIGHT: "从社会关系、业务关系上找",
    Dimension.AWARENESS: "从干部职工的纪律意识上找缺陷",
    Dimension.SYSTEM: "从制度机制上找漏洞",
}
