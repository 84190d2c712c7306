"""Words and sums that pages share: dates, money, days, and what is wrong with a page's forms."""

from decimal import Decimal

from django import template
from django.utils.dateformat import format as format_date
from django.utils.timezone import localdate

from accounts.permissions import Permission
from complaints_site.cautions import cautions_for, cautions_of

register = template.Library()


@register.filter
def day(value):
    """A date in a sentence: 4 September 2006."""
    return format_date(value, "j F Y") if value else ""


@register.filter
def short_day(value):
    """A date in a table: 4 Sep 2006."""
    return format_date(value, "j M Y") if value else ""


@register.filter
def day_and_title(value, title):
    """A day of the calendar and what it is for: Friday 4 June 2027, A jubilee."""
    return f"{format_date(value, 'l j F Y')}, {title}"


@register.filter
def pounds(value):
    """An amount: £1,484.14; nothing where there is none.

    >>> pounds(Decimal("1484.14")), pounds(0), pounds(-20), pounds(None)
    ('£1,484.14', '£0.00', '-£20.00', '')
    """
    if value is None or value == "":
        return ""
    amount = Decimal(value)
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


@register.filter
def thousands(value):
    """
    >>> thousands(52300)
    '52,300'
    """
    return f"{value:,}"


@register.filter
def plural_days(number, kind=""):
    """A number of days, with the kind of day where it is given.

    >>> plural_days(1), plural_days(3, "working"), plural_days(1, "calendar")
    ('1 day', '3 working days', '1 calendar day')
    """
    if number is None or number == "":
        return ""
    kind = f"{kind} " if kind else ""
    return f"{number} {kind}{'day' if number == 1 else 'days'}"


@register.inclusion_tag("cases/_case_cautions.html", takes_context=True)
def case_cautions(context):
    """What must be known before anybody writes or calls: on every page of a case."""
    case, user = context["case"], context["request"].user
    may_run = user.may(Permission.RUN_CASE)
    if "file" in context:
        return {"cautions": context["file"].cautions, "may_run": may_run}
    if "parts_read" in context:
        read = cautions_of(case, context["parts_read"], user, localdate())
        return {"cautions": read, "may_run": may_run}
    return {"cautions": cautions_for(case, user, localdate()), "may_run": may_run}


@register.filter
def answers(form, names):
    """Whether any of the named fields has an answer or an error: then its fold stands open."""
    return any(form[name].value() or form[name].errors for name in names.split())


@register.simple_tag
def problems(form=None, forms=None, formsets=None):
    """Everything wrong with the forms of a page, each with the id of the field to go to (or "").

    >>> problems()
    []
    """
    found = []
    for one in [form, *(forms or [])]:
        found += _problems_of_form(one) if one else []
    for formset in formsets or []:
        if formset.is_bound:
            found += [("", message) for message in formset.non_form_errors()]
            for one in formset:
                found += _problems_of_form(one)
    return found


def _problems_of_form(form):
    if not form.is_bound or not form.errors:
        return []
    found = [("", message) for message in form.non_field_errors()]
    for field in form:
        target = "" if field.is_hidden else field.first_id
        found += [(target, message) for message in field.messages]
    return found


@register.inclusion_tag("components/_clock_line.html")
def clock_line(used, allowed, extended=None, met=False, kind="working"):
    """A stage's clock as a line: where it is due, where it may be extended to, where it stands.

    ``used``, ``allowed`` and ``extended`` are numbers of days from the start; ``met`` says that
    the stage was answered on the day ``used``.
    """
    end = max(used, allowed, extended or 0, 1)
    return {
        "used": used,
        "allowed": allowed,
        "extended": extended,
        "met": met,
        "kind": kind,
        "late": used > (extended or allowed),
        "at": {name: round(100 * days / end, 1) for name, days in _marks(used, allowed, extended)},
    }


def _marks(used, allowed, extended):
    return ("used", used), ("allowed", allowed), ("extended", extended or allowed)


@register.filter
def late(days):
    """How late, in the words of every page.

    >>> late(3), late(1)
    ('3 working days late', '1 working day late')
    """
    return f"{plural_days(days, 'working')} late"


@register.filter
def page_numbers(paginator, number):
    """The page numbers worth a link: the ends and those around the one in sight."""
    return paginator.get_elided_page_range(number, on_each_side=2, on_ends=1)
