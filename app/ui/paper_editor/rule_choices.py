"""What a draw rule may ask for, with how much of each the bank has."""

from collections import Counter

from app.domain.bank import Bank
from app.domain.labels import DOMAINS
from app.ui.paper_editor.choices_dialog import Option
from app.ui.paper_editor.rule_words import LEVELS, regulation_name


class RuleChoices:
    """Counted once for a page; 题数 of the whole bank, whatever else a rule asks for."""

    def __init__(self, bank: Bank) -> None:
        topics: Counter[str] = Counter(whole.topic for whole in bank.wholes)
        levels: Counter[int] = Counter(whole.difficulty for whole in bank.wholes)
        cited: Counter[str] = Counter(short for whole in bank.wholes for short in whole.regulations)
        known = [*DOMAINS, *sorted(set(topics) - set(DOMAINS))]
        self.topics = [Option(key, f"{DOMAINS.get(key, key)}（{topics[key]} 题）") for key in known if topics[key]]
        self.levels = [Option(str(level), f"{LEVELS[level]}（{levels[level]} 题）") for level in LEVELS]
        self.regulations = [
            Option(short, f"{regulation_name(short)}（{count} 题）") for short, count in cited.most_common()
        ]
