"""The table of steps as a list and as a page: what it says is what the site asks."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role
from stages.models import Procedure
from stages.steps import STEPS
from stages.steps_listed import rows_of_steps

pytestmark = pytest.mark.django_db


def printed(*arguments) -> str:
    out = StringIO()
    call_command("steps", *arguments, stdout=out)
    return out.getvalue()


def steps_at(code, version) -> dict[str, tuple[str, ...]]:
    procedure = Procedure.objects.get(code=code, version=version)
    return {row.step.key: row.stages for _, rows in rows_of_steps(procedure) for row in rows}


def test_every_step_stands_in_the_list_with_what_it_asks():
    text = printed()

    for step in STEPS:
        assert f"{step.label} ({step.key})" in text
    assert (
        "Answer (answer)\n"
        "    when: under way → answered\n"
        "    who: Complaints officer, Complaints manager\n"
        "    needs: not before stage 1; answered by no other step; has points; "
        "joint reply is complete\n"
    ) in text
    assert "who: Complaints manager\n" in text.partition("Refuse (refuse)")[2]
    assert "needs: goes to a panel; not recorded yet; not until the panel has met" in text


def test_of_a_procedure_only_what_its_stages_can_ever_take_is_listed():
    children = steps_at("children", "2006")
    assert children["panel-met"] == ("Stage 3: review panel",)
    assert children["agree-statement"] == ("Stage 2: investigation",)
    assert children["ask-for-next"] == ("Stage 1: local resolution", "Stage 2: investigation")
    assert children["extend"] == ("Stage 1: local resolution", "Stage 2: investigation")

    assert "panel-met" not in steps_at("corporate", "2024")
    assert "ask-for-next" not in steps_at("public-health", "2013")


def test_the_command_takes_the_newest_version_of_a_procedure():
    assert "stages: Stage 2: investigation" in printed("--procedure", "children")
    assert "panel-met" not in printed("--procedure", "corporate")


def test_an_unknown_procedure_is_told_with_those_there_are():
    with pytest.raises(CommandError, match=r"No procedure is called “kids”\. There are: adults, "):
        printed("--procedure", "kids")


def test_the_drawing_has_an_arrow_for_each_way_from_state_to_state():
    dot = printed("--format", "dot")

    assert dot.startswith("digraph steps {")
    assert '"under way" -> "answered" [label="answer"];' in dot
    assert '"answered" -> "requested" [label="ask-for-next"];' in dot
    ways = sum(len(step.phases) for step in STEPS if step.to)
    assert dot.count(" -> ") == ways


def test_the_page_draws_each_step_for_whoever_may_see_the_rules(client):
    client.force_login(User.objects.create_user("ada@example.org", "Ada", [Role.ADMINISTRATOR]))

    page = client.get("/procedures/steps/").content.decode()

    assert page.count('class="app-states__line"') == len(STEPS)
    assert 'aria-label="requested, under way, suspended or answered → withdrawn"' in page
    assert 'href="/people/rights/"' in page
    assert "style=" not in page
    of_one = client.get("/procedures/steps/?procedure=public-health")
    assert 0 < of_one.content.decode().count('class="app-states__line"') < len(STEPS)
    assert client.get("/procedures/steps/?procedure=none").status_code == 200
