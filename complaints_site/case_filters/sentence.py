"""A filter read back: as a sentence over the list, and as tags that can each be taken away."""

from collections.abc import Iterator

from django.http import QueryDict

from stages.working_calendar import in_words

from .case_facts import KIND, STATE
from .form import Chosen, FilterForm
from .kinds import Period

NOUNS = {"complaint": "complaint", "representation": "representation", None: "case"}


def result_sentence(form: FilterForm, count: str, one: bool) -> str:
    """What the list holds: "42 complaints received 1 April 2006 to 31 March 2007, service area …".

    ``count`` is the number in words that may say "more than"; ``one`` where it is a single case.
    """
    values = {chosen.filter.key: chosen.value for chosen in form.chosen}
    noun = NOUNS[values.get(KIND.key)]
    state = f"{STATE.phrases[values[STATE.key]]} " if STATE.key in values else ""
    said = [c for c in form.chosen if c.filter not in (KIND, STATE)]
    periods = [
        _phrase(c, form) for c in said if isinstance(c.filter, Period) and not c.filter.of_stage
    ]
    others = [
        _phrase(c, form) for c in said if not isinstance(c.filter, Period) or c.filter.of_stage
    ]
    start = f"{count} {state}{noun}{'' if one else 's'}"
    return ", ".join([" ".join([start, *periods[:1]]), *periods[1:], *others])


def _phrase(chosen: Chosen, form: FilterForm) -> str:
    return chosen.filter.phrase(chosen.value, form.asked)


def filter_tags(form: FilterForm) -> list[dict]:
    """The filters in force, each with the address of the list without it."""
    return [
        {
            "label": chosen.filter.label,
            "value": chosen.filter.words(chosen.value, form.asked),
            "remove_url": address(form.data, without=[*chosen.filter.keys, "page"]),
        }
        for chosen in form.chosen
    ]


def address(data: QueryDict, *, without=(), **with_) -> str:
    """The address of this list with another answer, from its first page."""
    query = data.copy()
    for key in [*without, *with_, "page"]:
        query.pop(key, None)
    query.update(with_)
    return f"?{query.urlencode()}"


def out_of_use(form: FilterForm) -> Iterator[str]:
    """A sentence for each word of the filter that the office uses no more."""
    today = form.asked.today
    for filter_, value in form.chosen:
        for option in filter_.options_for(form.asked) if filter_.is_choice else ():
            if option.value == value and option.until and option.until < today:
                until = in_words(option.until)
                yield f"“{option.label}” is out of use since {until}: older cases keep it."
