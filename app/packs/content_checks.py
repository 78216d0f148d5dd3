"""Checks that need the whole folder: references, force of rules on dates, duplicates, and what papers can draw."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from app.domain.case import Basis, Case
from app.domain.content import Content
from app.domain.paper import Paper
from app.domain.problem import Problem
from app.domain.prose import Inline, RunKind
from app.domain.question import Question
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.packs.problem_list import ProblemList

Check = Callable[[Content, "Lookup", date], Iterable[Problem]]


class Lookup:
    """Resolves written references against the folder's regulations."""

    def __init__(self, content: Content) -> None:
        self.articles = content.articles()
        self.regulations = {regulation.id: regulation for regulation in content.regulations}
        self.cases = {case.slug: case for case in content.cases}
        self.files = content.files

    def fault(self, written: str) -> tuple[str, str] | None:
        """What is wrong with a reference and what to do, or None."""
        reference = ArticleReference.parse(written)
        if reference is None:
            return f"引用“{written}”的写法不对", "写成 `简称@版本/条.款.项`，如 `条例@2023/124`"
        if reference.regulation not in self.regulations:
            known = "、".join(sorted(self.regulations)) or "（法规库是空的）"
            return f"引用的法规“{reference.regulation}”不在法规库", f"已有：{known}"
        found = self.articles.get(reference.base)
        if found is None:
            return f"{reference.words}未收录", f"在 content/regulations/{self.regulations[reference.regulation].slug}.md 补上这一条"
        return self._part_fault(reference, found[1])

    @staticmethod
    def _part_fault(reference: ArticleReference, article: Article) -> tuple[str, str] | None:
        if reference.paragraph > len(article.paragraphs):
            return f"{article.label}没有第 {reference.paragraph} 款", f"这一条共 {len(article.paragraphs)} 款"
        if reference.item:
            items = article.paragraphs[reference.paragraph - 1].items
            if reference.item > len(items):
                return f"{article.label}第 {reference.paragraph} 款没有第 {reference.item} 项", f"这一款共 {len(items)} 项"
        return None

    def regulation(self, written: str) -> Regulation | None:
        reference = ArticleReference.parse(written)
        return self.regulations.get(reference.regulation) if reference else None


def check_content(content: Content, today: date) -> tuple[Problem, ...]:
    lookup = Lookup(content)
    found: list[Problem] = []
    for check in (_duplicates, _case_references, _clause_force, _question_references, _papers):
        found.extend(check(content, lookup, today))
    return tuple(found)


def _duplicates(content: Content, lookup: Lookup, today: date) -> Iterable[Problem]:
    del lookup, today
    seen: dict[str, str] = {}
    entries = [
        *((case.slug, content.files[case.id], 2, "案例 slug") for case in content.cases),
        *((regulation.id, content.files[regulation.slug], 2, "法规简称和版本") for regulation in content.regulations),
        *((question.id, content.files[question.id], question.line, "题号") for question in content.questions),
    ]
    for name, file, line, what in entries:
        if name in seen:
            yield Problem(file, line, f"{what}“{name}”重复", f"与 {seen[name]} 中的相同，改一个")
        seen.setdefault(name, file)


def _inlines(case: Case) -> Iterable[tuple[int, Inline]]:
    for fact in case.facts:
        yield fact.line, fact.text
    if case.gate:
        yield case.gate.line, case.gate.comment
    for clause in case.clauses:
        yield clause.line, clause.reason
    for cause in case.causes:
        yield cause.line, cause.text
    anchor = case.clauses[-1].line if case.clauses else 1
    for opinion in case.opinions:
        yield anchor, opinion
    for block in (*case.assessment, *case.brake):
        for line in block.lines:
            yield anchor, line


def _case_references(content: Content, lookup: Lookup, today: date) -> Iterable[Problem]:
    del today
    for case in content.cases:
        problems = ProblemList(content.files[case.id])
        facts = {fact.number for fact in case.facts}
        used: set[int] = set()

        def point(line: int, numbers: Iterable[int], known: set[int] = facts, seen: set[int] = used,
                  report: ProblemList = problems) -> None:
            for number in numbers:
                seen.add(number)
                if number not in known:
                    report.error(line, f"没有【{number}】这个事实", "改成案情里有的编号")

        for clause in case.clauses:
            point(clause.line, clause.facts)
            for reference in clause.references:
                if fault := lookup.fault(reference):
                    problems.error(clause.line, *fault)
        for cause in case.causes:
            point(cause.line, cause.facts)
        for lesson in case.lessons:
            point(case.clauses[-1].line if case.clauses else 1, (lesson.fact,))
        if case.gate:
            point(case.gate.line, (case.gate.moment,))
        for line, runs in _inlines(case):
            for run in runs:
                if run.kind is RunKind.FACT:
                    point(line, (int(run.target),))
                elif run.kind is RunKind.ARTICLE and (fault := lookup.fault(run.target)):
                    problems.error(line, *fault)
        for fact in case.facts:
            if fact.number not in used:
                problems.error(fact.line, f"【{fact.number}】后面没有用到", "在条款、原因或启示里指回它，或删去")
        _check_gaps(case, problems)
        if case.root_causes and (missing := set(case.root_causes) - {cause.slug for cause in case.causes}):
            problems.error(2, f"根因 {'、'.join(sorted(missing))} 在原因剖析里没有写", "补一条原因，或从 root_causes 删去")
        yield from problems.problems


def _check_gaps(case: Case, problems: ProblemList) -> None:
    known = {gap.number for gap in case.gaps}
    for measure in case.measures:
        for number in set(measure.gaps) - known:
            problems.error(measure.line, f"没有缺口{number}", "改成控制缺口里有的编号")
    for check in case.self_checks:
        if check.gap and check.gap not in known:
            problems.error(check.line, f"没有缺口{check.gap}", "改成控制缺口里有的编号")
        if check.statement.rstrip("。").endswith(("吗", "是否")) or "？" in check.statement:
            problems.error(check.line, "对照自查写成了问句", "写成风险情形陈述句：存在……的情形。")
    covered = {number for measure in case.measures for number in measure.gaps}
    for gap in case.gaps:
        if gap.number not in covered:
            problems.error(gap.line, f"缺口{gap.number}没有对应的整改措施", "在整改措施里补一条")
    if len(case.measures) < 3:
        problems.error(case.gaps[-1].line if case.gaps else 1, "整改措施不足三条", "补足三条")
    if not 6 <= len(case.self_checks) <= 9:
        line = case.self_checks[0].line if case.self_checks else 1
        problems.error(line, f"对照自查有 {len(case.self_checks)} 条，应为 6–9 条", "每个方面写两到三条")


def _clause_force(content: Content, lookup: Lookup, today: date) -> Iterable[Problem]:
    """行为时 on the date of each fact, 处理时 on the date of the outcome, 现行对照 today."""
    for case in content.cases:
        dates = {fact.number: fact.date for fact in case.facts}
        for clause in case.clauses:
            for reference in clause.references:
                regulation = lookup.regulation(reference)
                if regulation is None:
                    continue
                match clause.basis:
                    case Basis.AT_CONDUCT:
                        moments = [(f"【{number}】", dates[number]) for number in clause.facts if number in dates]
                    case Basis.AT_OUTCOME:
                        moments = [("处理时", case.outcome_date)]
                    case Basis.COMPARISON:
                        moments = [("今天", today.isoformat())]
                for name, moment in moments:
                    if moment and not regulation.in_force_on(moment):
                        until = f"至 {regulation.repealed}" if regulation.repealed else "起施行"
                        yield Problem(
                            content.files[case.id],
                            clause.line,
                            f"{regulation.id} 在{name}（{moment}）时不在施行期内",
                            f"该法规 {regulation.effective} {until}：换成当时施行的版本，或改依据为现行对照",
                        )


def _question_references(content: Content, lookup: Lookup, today: date) -> Iterable[Problem]:
    del today
    for question in content.questions:
        problems = ProblemList(content.files[question.id])
        for reference in (*question.articles, *(name for point in question.points for name in point.articles)):
            if fault := lookup.fault(reference):
                problems.error(question.line, *fault)
        case = lookup.cases.get(question.case)
        if question.case and case is None:
            problems.error(question.line, f"没有案例“{question.case}”", "改正题库开头的 case，或补上案例文件")
        if question.facts and case:
            for number in set(question.facts) - {fact.number for fact in case.facts}:
                problems.error(question.line, f"“{question.id}”引用的【{number}】不存在", "改成案情里有的编号")
        yield from problems.problems


def _papers(content: Content, lookup: Lookup, today: date) -> Iterable[Problem]:
    del lookup, today
    for paper in content.papers:
        for message in shortages(paper, content.questions):
            yield Problem(content.files[paper.id], 1, message, "减少题数、放宽专题，或补充题目")


def shortages(paper: Paper, questions: Iterable[Question]) -> list[str]:
    """What the bank cannot give for the paper, one sentence for each kind; empty where it suffices."""
    from app.domain.drawing import matching

    bank = list(questions)
    short = []
    wanted: Counter[str] = Counter()
    for rule in paper.rules:
        have = len(matching(rule, bank))
        wanted[rule.kind] += rule.count
        if have < rule.count:
            short.append(f"{rule.kind}需要 {rule.count} 题，符合条件的只有 {have} 题")
    for kind, count in wanted.items():
        have = sum(question.kind == kind and not question.group for question in bank)
        if not short and have < count:
            short.append(f"{kind}共需要 {count} 题，题库只有 {have} 题")
    return short
