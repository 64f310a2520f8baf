"""What is made of a report is made once, and forgotten with it."""

from auditor.model import Report
from auditor.once import once_a_report


def test_the_last_report_is_remembered_and_no_other() -> None:
    made: list[Report] = []

    @once_a_report
    def length(report: Report) -> int:
        """How often it was asked."""
        made.append(report)
        return len(made)

    one, other = Report(()), Report(())
    assert one == other
    assert [length(one), length(one), length(other), length(other), length(one)] == [1, 1, 2, 2, 3]
    assert length.__doc__ == "How often it was asked."


def test_nothing_is_kept_of_a_report_that_is_gone() -> None:
    made: list[int] = []

    @once_a_report
    def numbered(report: Report) -> int:
        made.append(len(report.findings))
        return len(made)

    # Two reports of one place in memory, one after the other, are two.
    assert [numbered(Report(())) for _ in range(3)] == [1, 2, 3]
