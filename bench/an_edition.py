"""One year's edition of seventeen sections, made in every way as the worker makes it.

    BENCH_DATABASE=bench_20000 python -m bench.an_edition

In a process of its own, so that its memory is that of the making; prints JSON. Nothing is kept.
"""

import json
import os
import resource
from collections.abc import Callable
from time import perf_counter

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.db import transaction  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.models import User  # noqa: E402
from editions.actions.publishing import publish  # noqa: E402
from editions.actions.writing import begin_edition  # noqa: E402
from editions.assembling import Assembling  # noqa: E402
from editions.document import Document  # noqa: E402
from editions.exports.pages import as_pdf  # noqa: E402
from editions.exports.word import as_word  # noqa: E402
from editions.known import KnownFigures  # noqa: E402
from editions.models import Edition  # noqa: E402
from editions.released.public import public_form  # noqa: E402
from editions.sections_given import sections_given  # noqa: E402
from editions.shown import ShownPart  # noqa: E402
from reporting.annual_report import assemble  # noqa: E402
from reporting.period import financial_year  # noqa: E402
from reporting.scope import Scope  # noqa: E402

YEAR = financial_year(2025)


def made() -> dict[str, float]:
    """Seconds of each way, and the most memory in megabytes; each counts the year anew."""
    with transaction.atomic():
        by = User.objects.order_by("pk").first()
        edition = begun(by)
        page(edition, by)  # templates and the connection are warm in a worker
        found = {
            "sections": edition.sections.count(),
            "html": seconds(lambda: page(edition, by)),
            "docx": seconds(lambda: as_word(document(edition))),
            "pdf": seconds(lambda: as_pdf(document(edition))),
            "public": seconds(lambda: public(edition)),
            "publish": seconds(lambda: publish(edition, seen=edition.draft, now=now(), by=by)),
        }
        transaction.set_rollback(True)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def begun(by: User) -> Edition:
    sections = sections_given(KnownFigures(assemble(Scope(YEAR))))
    return begin_edition(YEAR, None, title="Annual report", sections=sections, by=by)


def document(edition: Edition) -> Document:
    return Assembling(edition).document()


def page(edition: Edition, by: User) -> str:
    """The whole report as it is read, each number with its link."""
    whole = document(edition)
    parts = [ShownPart(part, edition, by) for part in whole.parts]
    context = {"edition": edition, "document": whole, "parts": parts}
    return render_to_string("editions/whole.html", context)


def public(edition: Edition) -> None:
    """Small numbers hidden, and the proof."""
    assembling = Assembling(edition)
    public_form(assembling, assembling.document())


def seconds(work: Callable) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(made()))
