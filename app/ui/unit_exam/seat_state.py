"""How far somebody is who opens a 单位统考."""

from dataclasses import dataclass

from app.domain.exam_package import ExamPackage
from app.domain.package_header import PackageHeader


@dataclass
class SeatState:
    """``package`` is None until the password was right."""

    name: str = ""
    data: bytes = b""
    header: PackageHeader | None = None
    package: ExamPackage | None = None
    person: str = ""
