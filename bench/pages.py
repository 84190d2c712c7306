"""The pages that are open all day, against a bare page, and the queries they send.

Requests go straight into the WSGI application, in this process, and the bare page's in turns with
them: no test client, server or socket is in either, which would make the ratio look better.
"""

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from statistics import median, quantiles
from time import perf_counter

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client

from accounts.models import Event, User
from bench import databases
from bench.result import SIZES, Measured
from cases.models import Case, ServiceArea

ROUNDS, WARM_UP = 150, 15
BARE = "/bare/"
EVENTS = 30  # in the history of each case whose page is measured
SEARCHED = "damp+telephone", "street+light+apology", "%22direct+payment%22+costs"
SLOWEST = 12  # times the bare page at the 95th percentile, each to each


@dataclass(frozen=True)
class Page:
    """``addresses`` are asked for one after another.

    Limits: of the ratio at the median and at the 95th percentile, and of the queries.
    """

    what: str
    addresses: list[str]
    limit: float
    most_queries: int | None = None
    slowest: float = SLOWEST


def pages() -> list[Page]:
    area = ServiceArea.objects.get(name="Children Looked After (CLA)")
    cases = case_pages()
    return [
        Page("case list", ["/cases/"], 8, 12),
        Page("case list of a service area", [f"/cases/?service_area={area.pk}"], 8, 12),
        Page("case list of a stage 2 outcome", ["/cases/?stage=2&outcome=upheld"], 12, 12),
        Page("search for words", [f"/cases/?q={words}" for words in SEARCHED], 8, 12),
        Page("search for a word of very many", ["/cases/?q=asked"], 12, 12),
        Page("what changed since one looked", ["/cases/?changed=yes"], 8, 12),
        Page("case page", cases, 8, 15),
        Page("step page", [f"{address}step/note/" for address in cases], 8),
        Page("log page", ["/cases/log/"], 8),
        Page("contacts", ["/contacts/", "/contacts/?show=overdue"], 8, 12),
        Page("desk", ["/"], 8),
        Page("desk of everyone", ["/?whose=everyone"], 8),
        Page("the year so far", ["/reports/dashboard/"], 12, 20),
    ]


def case_pages() -> list[str]:
    """Cases of every sort, those with three stages among them."""
    found = []
    for stage in 1, 2, 3:
        keys = Case.objects.filter(stages__number=stage).exclude(stages__number__gt=stage)
        references = list(keys.order_by("pk").values_list("reference", flat=True))
        found += random.Random(2006).sample(references, min(60, len(references)))
    random.Random(2006).shuffle(found)
    put_events(found)
    return [f"/case/{reference}/" for reference in found]


def put_events(references: list[str]) -> None:
    """Give each case a history as long as a year of work makes it. Those that have one keep it."""
    about = {"about_model": Case._meta.label_lower}
    for key in Case.objects.filter(reference__in=references).values_list("pk", flat=True):
        missing = EVENTS - Event.objects.filter(about_id=key, **about).count()
        Event.objects.bulk_create(
            Event(sentence=f"did thing {n}", about_id=key, **about) for n in range(missing)
        )


class Reader:
    """Somebody signed in, who asks for pages."""

    def __init__(self):
        client = Client()
        client.force_login(User.objects.get(email=databases.OFFICER))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session}"
        self.application = get_wsgi_application()

    def get(self, address: str) -> bytes:
        status = []
        path, _, query = address.partition("?")
        response = self.application(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": "localhost",
                "SERVER_PORT": "80",
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_HOST": "localhost",
                "HTTP_COOKIE": self.cookie,
                "wsgi.version": (1, 0),
                "wsgi.url_scheme": "http",
                "wsgi.input": BytesIO(),
                "wsgi.errors": sys.stderr,
                "wsgi.multithread": False,
                "wsgi.multiprocess": False,
                "wsgi.run_once": False,
            },
            lambda line, headers, *rest: status.append(line),
        )
        body = b"".join(response)
        response.close()
        if not status[0].startswith("200"):
            raise RuntimeError(f"{address} answered {status[0]}")
        return body


def collect_files() -> None:
    """Under hashed names, as in production."""
    call_command("collectstatic", interactive=False, verbosity=0)


def measure(keep: bool) -> list[Measured]:
    collect_files()
    found = {}
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            found[size] = [(page, look_at(Reader(), page)) for page in pages()]
    lines = []
    for small, large in zip(*found.values(), strict=True):
        lines += told(small[0], small[1], large[1])
    return lines


@dataclass(frozen=True)
class Seen:
    """A page's times and those of the bare page in turns with it, in milliseconds."""

    times: list[float]
    bares: list[float]
    queries: int

    @property
    def ratio(self) -> float:
        return median(self.times) / median(self.bares)

    @property
    def slow_ratio(self) -> float:
        """Of the slowest in twenty, the page's to the bare page's: both wait for the machine."""
        return slowest(self.times) / slowest(self.bares)

    def __str__(self) -> str:
        return f"p50 {median(self.times):.1f}, p95 {slowest(self.times):.1f} ms"


def slowest(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def told(page: Page, small: Seen, large: Seen) -> list[Measured]:
    what = f"{page.what}, to a bare page"
    lines = [
        Measured(
            f"{what} (p50)", small.ratio, large.ratio, page.limit, seconds=f"{small}; {large}"
        ),
        Measured(f"{what} (p95)", small.slow_ratio, large.slow_ratio, page.slowest),
    ]
    if page.most_queries:
        same = small.queries == large.queries
        lines.append(
            Measured(
                f"{page.what}: queries",
                small.queries,
                large.queries,
                page.most_queries,
                unit="",
                small_met=same and small.queries <= page.most_queries,
                seconds="" if same else "not the same at both sizes",
            )
        )
    return lines


def look_at(reader: Reader, page: Page, *, rounds: int = ROUNDS) -> Seen:
    asked = [page.addresses[n % len(page.addresses)] for n in range(rounds)]
    for address in asked[:WARM_UP]:
        reader.get(address)
        reader.get(BARE)
    bares, times = [], []
    for address in asked:
        bares.append(milliseconds(lambda: reader.get(BARE)))
        times.append(milliseconds(lambda address=address: reader.get(address)))
    queries = max(queries_of(reader, address) for address in dict.fromkeys(asked))
    return Seen(times, bares, queries)


def milliseconds(work: Callable) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def queries_of(reader: Reader, address: str) -> int:
    with queries_sent() as sent:
        reader.get(address)
    return len(sent)


@contextmanager
def queries_sent() -> Iterator[list[str]]:
    """What is sent meanwhile. Savepoints stand for transactions where one is open already, and are
    not counted."""
    sent = []

    def note(execute, sql, params, many, context):
        if "SAVEPOINT" not in sql:
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent
