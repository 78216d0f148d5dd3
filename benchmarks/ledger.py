"""整改台账 and its monthly reports with 5,000 issues."""

from benchmarks import ledger_export, ledger_reports


def main() -> None:
    ledger_reports.main()
    ledger_export.main()
