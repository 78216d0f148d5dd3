"""What came of a folder of result files."""

from dataclasses import dataclass

_PACKED = (".zip", ".rar", ".7z", ".tar", ".gz")


@dataclass(frozen=True, slots=True)
class Collection:
    """``refused``: (name of the file, why). ``renewed`` are results marked further since they were last collected.
    ``others``: names of the files that are no result files, and were not looked at."""

    taken: int = 0
    renewed: int = 0
    known: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there was any result file at all."""
        return bool(self.taken or self.renewed or self.known or self.refused)

    @property
    def packed(self) -> bool:
        """Whether there may be results in an archive."""
        return any(name.casefold().endswith(_PACKED) for name in self.others)

    @property
    def words(self) -> str:
        if not self.found:
            nothing = "这个文件夹里没有结果文件（.jjresult）。请检查是否选对了文件夹。"
            return f"{nothing}{self._others}。" if self.others else nothing
        parts = [f"新收 {self.taken} 份"]
        if self.renewed:
            parts.append(f"更新 {self.renewed} 份")
        if self.known:
            parts.append(f"{self.known} 份已经收过，没有变化")
        if self.refused:
            parts.append(f"{len(self.refused)} 份没有收")
        if self.others:
            parts.append(self._others)
        return "，".join(parts) + "。"

    @property
    def _others(self) -> str:
        unpack = "，其中有压缩包，请先解压，再收一次" if self.packed else ""
        return f"另有 {len(self.others)} 个别的文件没有看{unpack}"
