"""What came of a folder of result files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """``refused``: (name of the file, why). ``renewed`` are results marked further since they were last collected."""

    taken: int = 0
    renewed: int = 0
    known: int = 0
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        if not (self.taken or self.renewed or self.known or self.refused):
            return "这个文件夹里没有结果文件（.jjresult）。请检查是否选对了文件夹。"
        parts = [f"新收 {self.taken} 份"]
        if self.renewed:
            parts.append(f"更新 {self.renewed} 份")
        if self.known:
            parts.append(f"{self.known} 份已经收过，没有变化")
        if self.refused:
            parts.append(f"{len(self.refused)} 份没有收")
        return "，".join(parts) + "。"
