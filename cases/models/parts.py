"""What the database holds about the parts of a mixed complaint (domain.md 1.G).

A part is a case of its own, with its own procedure, clock and points. Its people are its lead's,
and it is as restricted as its lead, whoever changes either.
"""

import pgtrigger

RESTRICTED_AS_ITS_LEAD = pgtrigger.Trigger(
    name="part_is_as_its_lead",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id", "restricted", "safeguarding"),
    condition=pgtrigger.Condition("NEW.part_of_id IS NOT NULL"),
    declare=[("lead", "cases_case%ROWTYPE")],
    func="""
        SELECT * INTO lead FROM cases_case WHERE id = NEW.part_of_id;
        IF lead.part_of_id IS NOT NULL THEN
            RAISE EXCEPTION 'A part cannot have parts of its own.' USING ERRCODE = '23514';
        END IF;
        IF EXISTS (SELECT 1 FROM cases_case WHERE part_of_id = NEW.id) THEN
            RAISE EXCEPTION 'A case that has parts cannot be a part.' USING ERRCODE = '23514';
        END IF;
        NEW.restricted = lead.restricted;
        NEW.safeguarding = lead.safeguarding;
        RETURN NEW;
    """,
)
PARTS_FOLLOW_THEIR_LEAD = pgtrigger.Trigger(
    name="parts_follow_their_lead",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("restricted", "safeguarding"),
    condition=pgtrigger.Condition(
        "NEW.part_of_id IS NULL AND (NEW.restricted, NEW.safeguarding)"
        " IS DISTINCT FROM (OLD.restricted, OLD.safeguarding)"
    ),
    func="""
        UPDATE cases_case SET restricted = NEW.restricted, safeguarding = NEW.safeguarding
        WHERE part_of_id = NEW.id;
        RETURN NULL;
    """,
)
