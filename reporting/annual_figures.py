"""The single figures of the annual report, section by section."""

from django.db.models import Q

from reporting import sections
from reporting.activity_figures import ACTIVITY_FIGURES
from reporting.advocacy_figures import ADVOCACY_FIGURES
from reporting.counted import ON_CORPORATE_LOG, RECORDED, REPRESENTATIONS, STAGE_2, STAGE_3
from reporting.figures import Change, Counting, Declared, LastYears
from reporting.mediation_figures import MEDIATION_FIGURES, SOCIAL_CARE_FIGURES
from reporting.other_figures import OTHER_FIGURES
from reporting.period import Period
from reporting.pool_figures import POOL_FIGURES
from reporting.request_figures import REQUEST_FIGURES
from reporting.scope import Scope
from reporting.stage_figures import ESCALATION_FIGURES, STAGE_2_FIGURES, STAGE_3_FIGURES
from reporting.waiting import FIGURES as WAITING_FIGURES

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def figures_for(scope: Scope) -> dict[str, Declared]:
    """Every figure by its key, in the report's order."""
    figures = [
        *received(scope),
        *begun(scope),
        *ACTIVITY_FIGURES,
        *STAGE_2_FIGURES,
        *STAGE_3_FIGURES,
        *POOL_FIGURES,
        *ESCALATION_FIGURES,
        *OTHER_FIGURES,
        *REQUEST_FIGURES,
        *MEDIATION_FIGURES,
        *ADVOCACY_FIGURES,
        *WAITING_FIGURES,
    ]
    if scope.has_every_area or any(each.social_care for each in scope.directorates):
        figures += SOCIAL_CARE_FIGURES
    return {figure.key: figure for figure in figures}


def received(scope: Scope) -> list[Declared]:
    main = "summary.received_recorded_manually"
    before = "summary.previous_year_recorded_manually"
    parts = [
        Counting(
            f"summary.received_{name}_part",
            f"{{many}}, received {part}",
            sections.SUMMARY,
            RECORDED,
            where=lambda scope, days=part.days: Q(received_on__range=days),
        )
        for name, part in _named(scope.parts)
    ]
    figures = [
        Counting(main, "{many}, received in the period", sections.SUMMARY, RECORDED),
        LastYears(before, "The same in the year before", sections.SUMMARY, of=main),
        Change(
            "summary.percent_change_on_previous_year",
            "Change on the year before, in per cent",
            sections.SUMMARY,
            now=main,
            before=before,
        ),
        *_on_corporate_log(scope),
        *parts,
        Counting(
            "summary.representations", "{many}, received apart", sections.SUMMARY, REPRESENTATIONS
        ),
    ]
    if len(parts) == 2:
        figures.append(
            Change(
                "summary.percent_change_between_parts",
                "Change from the first part of the period to the second, in per cent",
                sections.SUMMARY,
                now=parts[1].key,
                before=parts[0].key,
            )
        )
    return figures


def _on_corporate_log(scope: Scope) -> list[Declared]:
    if not any(log.key == "corporate" for log in scope.logs):
        return []
    key = "summary.received_on_corporate_log"
    return [
        Counting(key, "{many}, received in the period", sections.SUMMARY, ON_CORPORATE_LOG),
        LastYears(
            "summary.previous_year_on_corporate_log",
            "On the corporate log in the year before",
            sections.SUMMARY,
            of=key,
        ),
    ]


def begun(scope: Scope) -> list[Declared]:
    figures = []
    for number, counted in ((2, STAGE_2), (3, STAGE_3)):
        key = f"summary.stage{number}_begun"
        figures.append(Counting(key, "{many}, begun in the period", sections.SUMMARY, counted))
        figures += [
            Counting(
                f"{key}_{name}_part",
                f"{{many}}, begun {part}",
                sections.SUMMARY,
                counted,
                where=lambda scope, days=part.days: Q(begun_on__range=days),
            )
            for name, part in _named(scope.parts)
        ]
    return figures


def _named(parts: list[Period]):
    """The parts with their names; a period that is whole has none."""
    return list(zip(ORDINALS, parts, strict=False)) if len(parts) > 1 else []
