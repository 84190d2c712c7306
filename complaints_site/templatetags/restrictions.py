"""The terms on which somebody may deal with the council, on every page of their cases."""

from django import template

from accounts.models import User
from cases.models import Case, CasePerson, ContactRestriction

register = template.Library()


@register.inclusion_tag("cases/_contact_restrictions.html", takes_context=True)
def contact_restrictions(context) -> dict:
    """The restrictions in force on the people of the page's ``case``; one query, and none where
    the page has read its people :func:`with_restrictions`."""
    if "file" in context:
        return {"restrictions": _of_parts(context["file"].parts)}
    if "parts_read" in context:
        return {"restrictions": _of_parts(context["parts_read"])}
    return _shown([context["case"].lead], context["request"].user)


@register.inclusion_tag("cases/_contact_restrictions.html", takes_context=True)
def restrictions_heard_of(context) -> dict:
    """Those on people of earlier cases, while a complaint is being logged; one query."""
    cases = [one["case"] for one in context.get("heard", ())]
    return _shown(cases, context["request"].user) | {"logging": True}


def _of_parts(parts) -> list[ContactRestriction]:
    found = {part.person: part for part in parts if part.restricted_terms}
    return [
        ContactRestriction(person=who, terms=part.restricted_terms, review_on=part.review_on)
        for who, part in found.items()
    ]


def _shown(cases: list[Case], user: User) -> dict:
    """Of people whom ``user`` may know of: a restriction names somebody."""
    found = []
    if cases:
        parts = CasePerson.objects.visible_to(user).filter(case__in=cases).order_by()
        in_force = ContactRestriction.objects.in_force().filter(
            person__parts__in=parts.values("pk")
        )
        found = in_force.select_related("person").distinct()
    return {"restrictions": found}
