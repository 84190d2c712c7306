"""What the worker does for editions: one at a time, since each takes memory."""

from procrastinate.contrib.django import app

from editions.actions.making import MAKE
from editions.making import make
from editions.models import Made


@app.task(name=MAKE, lock=MAKE)
def make_of_an_edition(made: int) -> None:
    waiting = Made.objects.under_way().select_related("edition", "asked_by").filter(pk=made).first()
    if waiting:
        make(waiting)
