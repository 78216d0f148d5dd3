"""What authors and the unit write: cases, rules, questions, papers, in Markdown and YAML; what is looked up in it."""

import io
import shutil
from datetime import date
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.content import Content
from app.domain.errors import UserError
from app.domain.problem import Problem
from app.domain.reference import ArticleReference
from app.packs.content_folder import read_content
from app.packs.own_content import read_own_content
from app.packs.packed_texts import unpack_texts
from app.services.search_service import find
from app.services.shipped_library import REMEDY
from app.storage.content_compiler import build
from app.storage.content_index import ContentIndex
from tests.fuzz import spoilt_bytes, spoilt_zip
from tests.fuzz.values import WORDS, text
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.packs.builder import FILES, RULE, ContentFolder

TOKENS = (
    *(
        "---\n",
        "## ",
        "### ",
        "- ",
        "> ",
        "`",
        "【1】",
        "【",
        "】",
        " → ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        "#",
        "\n",
        "\t",
    ),
    *(
        "```\n",
        "![x](../../x.png)",
        "<script>",
        "&amp;",
        "&#0;",
        "[^1]: ",
        "`条例@2023/124.1`",
        "version: ",
        "questions:\n",
        "| a | b |\n",
    ),
    *(
        "行为时 · ",
        "缺口1：",
        "·",
        "；时限：",
        "2025年13月40日",
        "!!python/object ",
        "&a ",
        "*a",
        "<<: ",
        "? ",
        "\u2028",
        "\u202e",
    ),
)
UNFORESEEN = ("读到一半出错", "没有做完")


def told(problems: tuple[Problem, ...]) -> list[str]:
    for one in problems:
        assert not any(words in one.message for words in UNFORESEEN), f"{one.file}:{one.line} {one.message}"
        assert one.line >= 0 and len(one.message) < 2_100 and one.advice
        one.file.encode()
    return [f"{one.message}。怎么改：{one.advice}。" for one in problems[:40]]


class ContentTarget:
    name, reads = "content", "内容文件（案例、法规、题目、试卷，Markdown 和 YAML），编成索引"

    def __init__(self, folder: Path) -> None:
        self._content = ContentFolder(folder / "content")
        self._index = folder / "content.db"
        self._before = set(told(self._content.read().problems))

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        name = chance.choice(list(FILES))
        sound = FILES[name]
        if chance.random() < 0.75:
            data = spoilt_bytes.spoilt_text(chance, sound, TOKENS)
        else:
            data = spoilt_bytes.spoilt(chance, sound.encode())
        content = self._content.write(name, data).read()
        self._content.write(name, sound)
        if chance.random() < 0.15:
            self._compile(content, chance)
        return [one for one in told(content.problems) if one not in self._before]

    def _compile(self, content: Content, chance: Random) -> None:
        self._index.unlink(missing_ok=True)
        build(content, self._index)
        index = ContentIndex(self._index)
        try:
            assert len(index.summaries("case")) == len(content.cases) and len(index.papers()) == len(content.papers)
            for case in content.cases:
                assert index.case(case.id) == case
            for question in content.questions[:5]:
                assert index.question(question.id) == question
            index.search(text(chance), 5)
        finally:
            index.close()


class OwnTarget:
    name, reads = "own", "本单位的制度和做法（Markdown）"

    def __init__(self, folder: Path) -> None:
        from app.domain.ledger.outcome import GoodPractice, IssuedRule
        from app.exports.exemplar_draft import exemplar_draft
        from app.exports.unit_rule_text import unit_rule_text
        from tests.unit.ledgers import DAY
        from tests.unit.services.ledger.full_ledger import RULE as OWN

        self._folder = folder / "data" / "ledger"
        rule = IssuedRule("a" * 32, "c", "临时救助审批办法", "某民发〔2026〕7号", DAY, OWN)
        practice = GoodPractice("b" * 32, "c", "双人同到", "", "两人同到，当场双签。")
        self._sound = {
            "rules/本单位.md": unit_rule_text(rule, "某县民政局", "审批办法"),
            "exemplars/做法.md": exemplar_draft(practice, "某县民政局", DAY),
            "rules/法规.md": FILES[RULE],
        }
        for name in self._sound:
            (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
        self._before: set[str] = set()
        self._before = set(self._told())

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        name = chance.choice(list(self._sound))
        return self._told({name: spoilt_bytes.spoilt_text(chance, self._sound[name], TOKENS)})

    def _told(self, spoilt: dict[str, bytes] | None = None) -> list[str]:
        for name, sound in self._sound.items():
            (self._folder / name).write_bytes((spoilt or {}).get(name, sound.encode()))
        own = read_own_content(self._folder, {"条例", "规定"})
        assert not {one.short for one in own.regulations} & {"条例", "规定"}
        return [one for one in told(own.problems) if one not in self._before]


class QueryTarget:
    name, reads = "query", "搜索词、条文引用"

    def __init__(self, folder: Path) -> None:
        self._services = House(folder / "data", FakeClock()).open()
        self._content = ContentFolder(folder / "content").read()
        self._index = ContentIndex.in_memory(self._content, folder / "x.db")

    def close(self) -> None:
        self._index.close()
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        sound = chance.choice(("借车 规定@2023/5", "第一百二十四条", "低保 公示", "规定@2023/5.1.2"))
        tokens = (*WORDS, '"', "*", "NEAR(", " OR ", " AND ", "-", ":", "第", "条", "之一", "@2023/", ".", "\u3000")
        query = spoilt_bytes.spoilt_text(chance, sound, tokens).decode("utf-8", "surrogateescape")[:20_000]
        for hit in find(self._services.library, query, 10):
            assert all(0 <= begin <= end <= len(hit.excerpt) for begin, end in hit.marks)
        self._index.search(query, 5)
        self._index.search_counts(query)
        self._services.search.search(query)
        self._services.library.article(query)
        self._services.library.moved_to(query)
        if (reference := ArticleReference.parse(query)) is not None:
            assert ArticleReference.parse(str(reference)) == reference and reference.words
        return []


class PackedTarget:
    name, reads = "packed-content", "装好的程序所带的内容文件（zip），损坏时据以重建索引"

    def __init__(self, folder: Path) -> None:
        made = io.BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as file:
            for name, content in FILES.items():
                file.writestr(name, content)
        self._sound, self._archive, self._texts = made.getvalue(), folder / "content.zip", folder / "texts"

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        shutil.rmtree(self._texts, ignore_errors=True)
        self._archive.write_bytes(spoilt_zip.spoilt(chance, self._sound))
        try:
            unpack_texts(self._archive, self._texts)
        except UserError as error:
            return [f"{error}{REMEDY}"]
        except OSError:  # a name that is too long for the disk, which its caller says in words
            return []
        told(read_content(self._texts, date(2026, 11, 21)).problems)
        return []
