"""The user guide that comes with the program."""

from functools import cached_property
from pathlib import Path

from app.domain.errors import UserError
from app.domain.guide import GuideChapter


class GuideService:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def chapters(self) -> tuple[GuideChapter, ...]:
        """Raises UserError where there is none to read."""
        from app.packs.guide_file import read_guide

        try:
            chapters = read_guide(self._folder)
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"使用说明读不出来（{self._folder}）。请重新安装本程序，学习记录不受影响。") from error
        if not chapters:
            raise UserError(f"没有找到使用说明（{self._folder}）。请重新安装本程序，学习记录不受影响。")
        return chapters

    def picture(self, target: str) -> Path | None:
        """The file of a picture as a chapter names it; None where it is not one of the guide's own folder."""
        file = (self._folder / target).resolve()
        return file if file.is_relative_to(self._folder.resolve()) and file.is_file() else None
