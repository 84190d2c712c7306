"""Deadlines before and after, listed by the stage they belong to, page by page: what a late holiday
moves, and what a version that is tried would.
"""

from collections.abc import Sequence
from itertools import groupby

from django.core.paginator import Paginator

from accounts.models import User
from cases.models import Case

STAGES_A_PAGE = 50


def page_of(rows: Sequence, user: User, number: str | None) -> dict:
    """For a template: a page of stages with their rows, each of which has a ``stage``, in its
    order; of the cases that ``user`` may see. ``unseen`` are the rows of others.
    """
    keys = {row.stage.case_id for row in rows}
    visible = set(Case.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    shown = [row for row in rows if row.stage.case_id in visible]
    of_stages = groupby(shown, key=lambda row: row.stage)
    found = [(stage, list(its_rows)) for stage, its_rows in of_stages]
    return {
        "page_obj": Paginator(found, STAGES_A_PAGE).get_page(number),
        "unseen": len(rows) - len(shown),
    }
