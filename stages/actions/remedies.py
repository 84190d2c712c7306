"""Whether a remedy was considered: to be said of every point that was upheld."""

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.models import Finding


@action
def consider_remedies(case: Case, said: dict[Finding, tuple[bool, str]], *, by: User) -> None:
    """Keep for each finding whether a remedy was considered, and what was weighed."""
    for finding, (considered, why) in said.items():
        finding.remedy_considered, finding.remedy_why = considered, why
        finding.full_clean(validate_unique=False)
        finding.save(update_fields=["remedy_considered", "remedy_why"])
    numbers = ", ".join(sorted(str(finding.point.number) for finding in said))
    record(f"said whether a remedy was considered for point {numbers}", case, by=by)
