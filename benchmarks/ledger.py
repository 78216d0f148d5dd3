"""整改台账, its pages and its monthly reports with 5,000 issues."""

from benchmarks import ledger_export, ledger_pages, ledger_reports


def main() -> None:
    ledger_pages.main()
    ledger_reports.main()
    ledger_export.main()
