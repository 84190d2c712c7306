"""While the telephone is at the ear: the duplicate warning, and the complaint logged."""

import random
from statistics import quantiles

from django.db import connection, transaction
from django.utils.timezone import localdate

from accounts.models import User
from bench import databases
from bench.pages import milliseconds
from bench.result import SIZES, Measured
from cases.heard_before import Typed, heard_before
from cases.models import CasePerson, Channel, ServiceArea
from stages.actions.intake import take_in

NAMES, WARM_UP = 60, 5
MOST_MILLISECONDS = 100
MOST_STATEMENTS = 25
SHORTEST = 6  # letters of a name that is misspelt here


def measure(keep: bool) -> list[Measured]:
    warned, logged = [], []
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            user = User.objects.get(email=databases.OFFICER)
            warned.append(slowest_warning(user, misspelt_names(NAMES)))
            logged.append(statements_of_logging(user))
    return [
        Measured("duplicate warning (p95)", *warned, MOST_MILLISECONDS, unit=" ms"),
        Measured("logging a complaint: statements", *logged, MOST_STATEMENTS, unit=""),
    ]


def misspelt_names(how_many: int) -> list[str]:
    """Names of people of the cases, each with two letters the wrong way round."""
    chosen = random.Random(2006)
    known = CasePerson.objects.order_by("person__name").values_list("person__name", flat=True)
    names = [name for name in known.distinct() if len(name) >= SHORTEST]
    return [misspelt(name, chosen) for name in chosen.sample(names, min(how_many, len(names)))]


def misspelt(name: str, chosen: random.Random) -> str:
    """
    >>> misspelt("Juniper Vale", random.Random(1))
    'Junpier Vale'
    """
    at = chosen.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def slowest_warning(user: User, names: list[str]) -> float:
    """Milliseconds of the slowest in twenty; each looks for one name, as while it is typed."""
    times = [milliseconds(lambda name=name: heard_before(Typed((name,)), user)) for name in names]
    return quantiles(times[WARM_UP:] or times, n=20)[-1]


def statements_of_logging(user: User) -> int:
    """Log one complaint, count what was sent, and take it back. Its savepoints are not counted."""
    sent = []

    def count(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    area, channel = ServiceArea.objects.first(), Channel.objects.first()
    today = localdate()
    with transaction.atomic():
        with connection.execute_wrapper(count):
            take_in(
                on=today,
                by=user,
                received_on=today,
                service_area=area,
                channel=channel,
                summary="Nobody came.",
            )
        transaction.set_rollback(True)
    return sum("SAVEPOINT" not in sql for sql in sent)
