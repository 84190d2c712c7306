"""Every table of the annual report, in its order."""

from reporting import waiting
from reporting.any_table import standard
from reporting.tables import (
    activities,
    advocacy,
    afterwards,
    decisions,
    equalities,
    letters,
    logs,
    mediation,
    ombudsman,
    others,
    parts,
    remedies,
    requests,
    stage1,
    stage2,
    stage3,
)

TABLES = (
    *activities.TABLES,
    *parts.TABLES,
    *stage1.TABLES,
    *equalities.TABLES,
    *stage2.TABLES,
    *stage3.TABLES,
    *ombudsman.TABLES,
    *decisions.TABLES,
    *remedies.TABLES,
    *mediation.TABLES,
    *advocacy.TABLES,
    *afterwards.TABLES,
    *others.TABLES,
    *requests.TABLES,
    *letters.TABLES,
    *waiting.TABLES,
)
BY_KEY = {table.key: table for table in (*TABLES, logs.COMPARISON, *standard.BESIDE)}
