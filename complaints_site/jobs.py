"""What the worker does by the clock for the whole system."""

from django.utils.timezone import now
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from complaints_site.digests import make_digests

TWICE_MORE = RetryStrategy(max_attempts=2, wait=300)


@app.periodic(cron="0 * * * *")
@app.task(name="complaints_site.digests", retry=TWICE_MORE)
def digests(timestamp: int) -> None:
    """Each hour; which hour of which day it is here is looked at there."""
    make_digests(now())
