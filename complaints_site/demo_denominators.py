"""What rates are taken per, for the demonstration: invented numbers with their days."""

import tomllib
from datetime import date

from django.conf import settings

from accounts.models import User
from reporting.actions.denominators import add_number
from reporting.models import Denominator, DenominatorNumber

FILE = settings.BASE_DIR / "fixtures" / "demo" / "denominators.toml"
KEPT_BY = "administrator@example.org"


def load(*, today: date) -> int:
    """Enter the numbers of the file; how many. None where there are any."""
    if DenominatorNumber.objects.exists():
        return 0
    with FILE.open("rb") as file:
        told = tomllib.load(file)["numbers"]
    by = User.objects.get(email=KEPT_BY)
    for one in told:
        add_number(
            Denominator.objects.get(key=one["of"]),
            number=one["number"],
            valid_from=one["valid_from"],
            source=one["source"],
            on=today,
            by=by,
        )
    return len(told)
