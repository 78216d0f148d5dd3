"""The verbs that answer with text: no window, no Qt. Each returns the exit status and raises UserError."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import UserError
from app.paths import AppPaths

if TYPE_CHECKING:
    from app.domain.content import Content


def check(paths: AppPaths, options: argparse.Namespace) -> int:
    from app.bootstrap import open_library

    content = open_library(paths).check(options.folder)
    errors = [problem for problem in content.problems if problem.severity == "error"]
    if options.review is not None:
        from app.domain.content_review import review_document

        try:
            options.review.write_text(review_document(content), encoding="utf-8", newline="\n")
        except OSError as error:
            raise UserError(f"不能写到 {options.review}。请换一个文件夹，或检查权限。") from error
    if options.json:
        rows = [
            {
                "file": problem.file,
                "line": problem.line,
                "message": problem.message,
                "advice": problem.advice,
                "severity": problem.severity.value,
            }
            for problem in content.problems
        ]
        print(json.dumps({"counts": content.counts(), "problems": rows}, ensure_ascii=False, indent=1))
    else:
        for problem in content.problems:
            mark = "错误" if problem.severity == "error" else "提醒"
            print(f"{mark} {problem.file}:{problem.line} {problem.message}。{problem.advice}。")
        counts = content.counts()
        print(
            f"案例 {counts['cases']} 个，典型做法 {counts['exemplars']} 个，条文 {counts['articles']} 条，"
            f"题目 {counts['questions']} 道，试卷 {counts['papers']} 份；"
            f"错误 {len(errors)} 处，提醒 {len(content.problems) - len(errors)} 处。"
        )
        if options.stats:
            _print_statistics(content)
    return 1 if errors else 0


def _print_statistics(content: "Content") -> None:
    from app.domain.content_statistics import statistics

    for table in statistics(content):
        print(f"\n{table.title}")
        for what, count, remark in table.rows:
            # A Chinese character is as wide as two digits.
            print(f"  {what}{' ' * (36 - 2 * len(what))}{count:>5}  {remark}".rstrip())


def search(paths: AppPaths, query: str, limit: int, as_json: bool) -> int:
    from contextlib import closing

    from app.bootstrap import open_library
    from app.services.search_service import KINDS, find

    with closing(open_library(paths)) as library:
        library.adopt(library.prepare())
        hits = find(library, query, max(1, limit))
    if as_json:
        rows = [{"kind": hit.kind, "ref": hit.ref, "title": hit.title, "excerpt": hit.excerpt} for hit in hits]
        print(json.dumps({"query": query, "hits": rows}, ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            print(f"{KINDS[hit.kind]}　{hit.title}\n　　{hit.excerpt}")
        print(f"共 {len(hits)} 条。" if hits else f"没有找到“{query}”。试试更短的词。")
    return 0


def verify(code: str, file: Path) -> int:
    from app.services.exam_record_check import check_record

    found = check_record(code, file)
    if found.problems:
        print("不一致：" + "；".join(found.problems) + "。")
        return 1
    assert found.exam is not None
    exam, passed = found.exam, "合格" if found.exam.passed else "未合格"
    print(f"核验一致：{exam.candidate}，《{exam.paper.title}》，{exam.score} 分（满分 {exam.full} 分），{passed}。")
    marked = sum(item.points(exam.paper) for item in exam.items if item.ticks)
    if exam.occasion and marked:
        print(f"其中 {marked} 分是考生电脑上评的，单位统考不计，以组织单位的成绩册为准。")
    return 0


def paper(paths: AppPaths, paper_id: str, seed: int | None, folder: Path) -> int:
    import random
    from contextlib import closing

    from app.bootstrap import open_library, own_papers
    from app.services.paper_service import PaperService
    from app.services.system_clock import SystemClock

    with closing(open_library(paths)) as library:
        library.adopt(library.prepare())
        builtin = {paper.id: paper for paper in library.papers()}
        own = {} if paper_id in builtin else {paper.id: paper for paper in own_papers(paths)}
        known = builtin | own
        if paper_id not in known:
            names = [f"{paper.id}（{paper.title}）" if paper.id in own else paper.id for paper in known.values()]
            raise UserError(f"没有编号名为“{paper_id}”的试卷。现有：{'、'.join(names) or '无'}。")
        papers = PaperService(library, SystemClock(), random.Random())
        written = papers.write_papers(known[paper_id], papers.new_seed() if seed is None else seed, folder)
    for path in written:
        print(path)
    print(f"共 {len(written)} 个文件。")
    return 0
