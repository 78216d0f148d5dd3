"""A table that a person chose, as bytes."""

from pathlib import Path

from app.domain.errors import UserError

MOST_BYTES = 10 * 1024 * 1024


def read_table_file(path: Path) -> bytes:
    """Raises UserError where it cannot be read; whether it is too large its reader says."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        words = "如果正在 WPS 或 Excel 中打开，请先关掉；否则检查有没有读取权限。"
        raise UserError(f"读不了“{path.name}”。{words}") from error
