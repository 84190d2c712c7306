"""Why a step cannot be taken: each guard says it in the user's words, or nothing where it can."""

from collections.abc import Callable

from stages.situation import Situation, awaits_late_request

Guard = Callable[[Situation], str]  # empty where the step may be taken, else why not


def words_of(guard: Guard) -> str:
    """What a guard asks for, as the table of steps says it: its own words, else its name."""
    name = guard.__qualname__.partition(".")[0]
    return getattr(guard, "words", name.replace("_", " "))


def about_its_subject(guard: Guard) -> Guard:
    """Mark a guard that asks whether there is anything here that its step is about.

    Where it objects, the step does not arise; nobody looks for it, and the case page leaves it out.
    """
    guard.about_its_subject = True
    return guard


def not_yet(field: str, done: str) -> Guard:
    def guard(situation: Situation) -> str:
        day = getattr(situation.stage, field)
        return f"{done} on {day:%-d %B %Y}." if day else ""

    guard.words = "not recorded yet"
    return guard


def only_after(field: str, waits: str) -> Guard:
    def guard(situation: Situation) -> str:
        return "" if getattr(situation.stage, field) else waits

    guard.words = waits[:1].lower() + waits[1:].rstrip(".")
    return guard


@about_its_subject
def before_stage_1(situation: Situation) -> str:
    return "" if situation.definition.number == 0 else "Only before stage 1."


def open_or_settled(situation: Situation) -> str:
    """What was settled may come back; what was closed for another reason is reopened first."""
    if situation.case.closed_on and not situation.stage.responded_on:
        return "The case was not closed as settled: it is reopened first."
    return ""


def not_before_stage_1(situation: Situation) -> str:
    if situation.definition.number == 0:
        return "Before stage 1 it is settled, or made a complaint."
    return ""


@about_its_subject
def date_is_agreed(situation: Situation) -> str:
    main = situation.main_deadline
    if main and main.limit.by_agreement:
        return ""
    return f"{situation.definition.name} has no date that is agreed with the complainant."


def last_new_date_was_told(situation: Situation) -> str:
    if situation.stage.has_untold_extension:
        return "Not until the complainant has been told of the last new date."
    return ""


@about_its_subject
def new_date_is_to_be_told(situation: Situation) -> str:
    return "" if situation.stage.has_untold_extension else "No new date waits to be told."


@about_its_subject
def clock_does_not_stop(situation: Situation) -> str:
    if situation.procedure.pauses_move_deadlines:
        return "In this procedure the clock may be stopped."
    return ""


@about_its_subject
def clock_may_stop(situation: Situation) -> str:
    if situation.procedure.pauses_move_deadlines:
        return ""
    return "This procedure has no pause: record that we wait."


def can_be_extended(situation: Situation) -> str:
    main = situation.main_deadline
    if main and main.limit.by_agreement:
        return "More time is agreed with the complainant: agree the plan."
    if main is None or main.limit.extends_to is None:
        return f"{situation.definition.name} has no extension."
    if main.due_on >= main.ceiling_on:
        return f"It runs to its longest already, {main.ceiling_on:%-d %B %Y}."
    return ""


def has_points(situation: Situation) -> str:
    return (
        "" if situation.stage.has_points else "Not until there is a point of complaint to answer."
    )


def there_is_a_next_stage(situation: Situation) -> str:
    if situation.stage.name_of_next:
        return ""
    return f"{situation.definition.name} is the last. Next is the {situation.procedure.next_body}."


def is_answered_or_stage_1(situation: Situation) -> str:
    """Nobody need wait longer for a first answer that is late, or that both agree to do without
    (domain.md 1.A)."""
    if situation.stage.responded_on or situation.definition.number == 1:
        return ""
    return f"Not until {situation.definition.name} is answered."


@about_its_subject
def is_on_hold(situation: Situation) -> str:
    return "" if situation.stage.is_on_hold else "The stage is not on hold."


def is_not_on_hold(situation: Situation) -> str:
    return "The stage is on hold already." if situation.stage.is_on_hold else ""


@about_its_subject
def awaits_the_provider(situation: Situation) -> str:
    return "" if situation.stage.awaits_the_provider else "It is not with a provider."


def awaits_no_provider(situation: Situation) -> str:
    return "A provider has it already." if situation.stage.awaits_the_provider else ""


@about_its_subject
def a_point_was_upheld(situation: Situation) -> str:
    if situation.stage.asks_for_a_remedy:
        return ""
    return "No upheld point waits for it."


def every_remedy_was_considered(situation: Situation) -> str:
    if situation.stage.asks_for_a_remedy:
        return "Not until it is said of every upheld point whether a remedy was considered."
    return ""


def late_request_is_accepted(situation: Situation) -> str:
    if awaits_late_request(situation.stage):
        return "It was asked for late: a complaints manager decides first whether it goes on."
    return ""


def no_safeguarding_is_open(situation: Situation) -> str:
    if situation.stage.safeguarding_is_open:
        return "Not while a safeguarding concern is open: refer it first."
    return ""


@about_its_subject
def safeguarding_is_open(situation: Situation) -> str:
    return "" if situation.stage.safeguarding_is_open else "No safeguarding concern is open."


def is_not_a_part(situation: Situation) -> str:
    return "This is done on the lead case." if situation.case.part_of_id else ""


@about_its_subject
def has_parts_to_join(situation: Situation) -> str:
    if situation.stage.has_parts_to_join:
        return ""
    has_parts = situation.stage.has_parts
    return "Each part was answered or has ended." if has_parts else "The case has no parts."


def is_not_joined_again(situation: Situation) -> str:
    if situation.case.joined_on:
        return "It was joined with its lead again: split it off anew."
    return ""


def parts_have_ended(situation: Situation) -> str:
    still_open = situation.stage.part_still_open
    return f"Not while its part {still_open} is open." if still_open else ""


@about_its_subject
def awaits_consent(situation: Situation) -> str:
    return "" if situation.stage.awaits_consent else "No consent to share is waited for."


@about_its_subject
def awaits_the_other_body(situation: Situation) -> str:
    return "" if situation.stage.body_awaited else "No part of a joint reply is waited for."


def joint_reply_is_complete(situation: Situation) -> str:
    body = situation.stage.body_awaited
    if not body:
        return ""
    return f"Not until the part of {body} has come, or it is decided that each answers apart."


@about_its_subject
def awaits_proceedings(situation: Situation) -> str:
    return "" if situation.stage.awaits_proceedings else "It was not put off for any proceedings."


@about_its_subject
def may_be_resubmitted(situation: Situation) -> str:
    if situation.stage.may_be_resubmitted:
        return ""
    return "Nothing was declined or left out for proceedings that have ended."
