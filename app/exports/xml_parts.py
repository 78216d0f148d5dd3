"""Small pieces of WordprocessingML that python-docx has no words for."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """``element("w:shd", val="clear")``: the attributes are of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def page_field() -> BaseOxmlElement:
    """The number of the page."""
    field = element("w:fldSimple", instr="PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


def twips(mm: float) -> str:
    """Twentieths of a point, as attributes want them."""
    return str(round(mm * 1440 / 25.4))
