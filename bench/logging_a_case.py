"""While the telephone is at the ear: the duplicate warning, and the complaint logged."""

import random
from statistics import quantiles

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from bench import databases
from bench.pages import milliseconds, queries_sent
from bench.result import SIZES, Measured
from cases.heard_before import Typed, heard_before
from cases.models import CasePerson, Channel, ServiceArea
from stages.actions.intake import take_in

LOOKED_FOR, WARM_UP = 60, 5
NAME, ADDRESS = "person__name", "person__address"
MOST_MILLISECONDS = 100
MOST_STATEMENTS = 25
SHORTEST = 6  # letters of what is misspelt here


def measure(keep: bool) -> list[Measured]:
    by_name, by_address, logged = [], [], []
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            user = User.objects.get(email=databases.OFFICER)
            names = [Typed(names=(name,)) for name in misspelt(NAME)]
            addresses = [Typed(addresses=(address,)) for address in misspelt(ADDRESS)]
            by_name.append(slowest_warning(user, names))
            by_address.append(slowest_warning(user, addresses))
            logged.append(statements_of_logging(user))
    return [
        Measured("duplicate warning by name (p95)", *by_name, MOST_MILLISECONDS, unit=" ms"),
        Measured("duplicate warning by address (p95)", *by_address, MOST_MILLISECONDS, unit=" ms"),
        Measured("logging a complaint: statements", *logged, MOST_STATEMENTS, unit=""),
    ]


def misspelt(of_a_person: str) -> list[str]:
    """Names or addresses of people of the cases, each with two letters the wrong way round."""
    chosen = random.Random(2006)
    known = CasePerson.objects.order_by(of_a_person).values_list(of_a_person, flat=True)
    lines = [line for line in known.distinct() if len(line) >= SHORTEST]
    sample = chosen.sample(lines, min(LOOKED_FOR, len(lines)))
    return [with_letters_swapped(line, chosen) for line in sample]


def with_letters_swapped(line: str, chosen: random.Random) -> str:
    """
    >>> with_letters_swapped("Juniper Vale", random.Random(1))
    'Junpier Vale'
    """
    at = chosen.randrange(1, len(line) - 2)
    return line[:at] + line[at + 1] + line[at] + line[at + 2 :]


def slowest_warning(user: User, typed: list[Typed]) -> float:
    """Milliseconds of the slowest in twenty; each looks for one line, as while it is typed."""
    times = [milliseconds(lambda one=one: heard_before(one, user)) for one in typed]
    return quantiles(times[WARM_UP:] or times, n=20)[-1]


def statements_of_logging(user: User) -> int:
    """Log one complaint, count what was sent, and take it back."""
    area, channel = ServiceArea.objects.first(), Channel.objects.first()
    today = localdate()
    with transaction.atomic():
        with queries_sent() as sent:
            take_in(
                on=today,
                by=user,
                received_on=today,
                service_area=area,
                channel=channel,
                summary="Nobody came.",
            )
        transaction.set_rollback(True)
    return len(sent)
