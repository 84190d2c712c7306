"""How many points of a stage were upheld, to stand beside its outcome: "3 of 8 points upheld"."""

from django.db.models import CharField, F, Func

# As the outcome is derived (domain.md 4.1): of each point what the panel found, else the council,
# else the investigator; points that were withdrawn or without a finding are left out. Of a single
# point the outcome says it all.
WORDS = """(
    SELECT CASE WHEN count(*) > 1 THEN
        count(*) FILTER (WHERE finding = 'upheld') || ' of ' || count(*) || ' points upheld'
        || CASE WHEN count(*) FILTER (WHERE finding = 'partially_upheld') > 0
            THEN ', ' || count(*) FILTER (WHERE finding = 'partially_upheld') || ' in part'
            ELSE '' END
        ELSE '' END
    FROM (
        SELECT DISTINCT ON (point_id) point_id, finding FROM stages_finding
        WHERE stage_id = %(expressions)s
        ORDER BY point_id,
            CASE level WHEN 'panel' THEN 0 WHEN 'adjudication' THEN 1 ELSE 2 END
    ) AS found
    WHERE finding IN ('upheld', 'partially_upheld', 'not_upheld')
)"""


def points_upheld(stage: str = "pk") -> Func:
    """The words about the stage under that path; "" where it has fewer than two points."""
    return Func(F(stage), template=WORDS, output_field=CharField())
