"""Every page, at a desk's width and a phone's, also without JavaScript: no axe violation, nothing
wider than the screen.

``{Marlow Penfield}`` in an address is the reference of that person's newest case. After an arrow
stands what the address of a link on that page begins with: the first such link is opened.
"""

import re

import pytest
from django.utils.timezone import localdate

from accounts.permissions import Role
from complaints_site.rule_forms import year_began
from tests.browser.conftest import WIDTHS

LETTER = f"/ombudsman/letters/{year_began(localdate()).year - 1}/"
YEAR = "/reports/2006-04-01/2007-03-31/"
ANSWER = "/reports/editions/answer/?start=2006-04-01&end=2007-03-31"
CHART = "/reports/table/?start=2006-04-01&end=2007-03-31&chart=on"
OFFICER, MANAGER, ADMINISTRATOR = Role.OFFICER, Role.MANAGER, Role.ADMINISTRATOR
ARROW = " → "
PAGES = [
    (OFFICER, "/"),
    (OFFICER, "/?whose=everyone"),
    (MANAGER, "/"),
    (OFFICER, "/cases/"),
    (OFFICER, "/cases/log/"),
    (OFFICER, "/cases/drafts/"),
    (OFFICER, "/cases/?q=Penfield"),
    (OFFICER, "/cases/?q=Penfeild"),
    (OFFICER, "/cases/?sort=due → /case/2"),
    (OFFICER, "/cases/export/?state=open"),
    (MANAGER, "/cases/exports/"),
    (OFFICER, "/cases/columns/?state=open"),
    (OFFICER, "/cases/saved/"),
    (OFFICER, "/cases/saved/add/?state=open"),
    (OFFICER, "/cases/saved/ → /cases/s/"),
    (OFFICER, "/cases/s/nothing/"),
    (MANAGER, "/cases/saved/"),
    (MANAGER, "/team/"),
    (OFFICER, "/compliments/log/"),
    (OFFICER, "/case/{Marlow Penfield}/letters/"),
    (OFFICER, "/case/{Marlow Penfield}/letters/write/stage_1/"),
    (OFFICER, "/letters/1/"),
    (OFFICER, "/letters/1/from-word/"),
    (OFFICER, "/letters/1/not-needed/"),
    (OFFICER, "/letters/3/"),
    (OFFICER, "/letters/4/send/"),
    (OFFICER, "/letters/5/"),
    (OFFICER, "/letters/5/printed/"),
    (MANAGER, "/letters/to-vet/"),
    (MANAGER, "/letters/2/vet/"),
    (MANAGER, "/letters/2/vet/edit/"),
    (MANAGER, "/letters/chains/"),
    (MANAGER, "/letters/chains/stage_3/"),
    (MANAGER, "/letters/substitutes/"),
    (OFFICER, "/letters/to-vet/"),
    (OFFICER, "/case/{Marlow Penfield}/letters/outside/stage_1/"),
    (MANAGER, "/letters/templates/"),
    (MANAGER, "/letters/templates/1/"),
    (OFFICER, "/requests/"),
    (OFFICER, "/requests/ → /requests/"),
    (OFFICER, "/requests/1/chase/"),
    (OFFICER, "/requests/1/new-link/"),
    (OFFICER, "/case/{Marlow Penfield}/step/ask-service/"),
    (Role.RESPONDER, "/requests/"),
    (Role.RESPONDER, "/requests/1/answer/"),
    (OFFICER, "/answer/mistyped/"),
    (OFFICER, "/case/{Corwin Ashdale}/people/ → /persons/"),
    (MANAGER, "/case/{Corwin Ashdale}/people/ → /persons/"),
    (MANAGER, "/persons/2/merge/1/"),
    (OFFICER, "/cases/?tick=all"),
    (OFFICER, "/cases/bulk/reassign/?case={Marlow Penfield}"),
    (OFFICER, "/cases/bulk/chase/?case={Marlow Penfield}"),
    (OFFICER, "/cases/bulk/close/?case={Marlow Penfield}"),
    (OFFICER, "/service-areas/"),
    (OFFICER, "/service-areas/ → /service-areas/"),
    (OFFICER, "/contacts/"),
    (OFFICER, "/contacts/log/"),
    (OFFICER, "/advocacy/"),
    (OFFICER, "/advocacy/log/"),
    (OFFICER, "/advocacy/ → /advocacy/1"),
    (OFFICER, "/case/{Philippa Dunmarrow}/"),
    (OFFICER, "/case/{Philippa Dunmarrow}/stages/"),
    (OFFICER, "/case/{Philippa Dunmarrow}/step/confirm-right/"),
    (OFFICER, "/case/{Marlow Penfield}/step/offer-mediation/"),
    (OFFICER, "/case/{Linnet Harrowgate}/people/"),
    (OFFICER, "/case/{Ellis Ferncombe}/step/offer-advocacy/"),
    (OFFICER, "/case/{Ellis Ferncombe}/step/refer-advocacy/"),
    (OFFICER, "/contacts/ → /contacts/1"),
    (OFFICER, "/activities/"),
    (OFFICER, "/activities/log/"),
    (OFFICER, "/activities/ → /activities/1"),
    (OFFICER, "/activities/1/correct/"),
    (OFFICER, "/password/"),
    (OFFICER, "/data-quality/"),
    (OFFICER, "/data-quality/2006-04-01/2007-03-31/"),
    (OFFICER, "/data-quality/2006-04-01/2007-03-31/ethnicity/"),
    (OFFICER, "/case/{Marlow Penfield}/record/"),
    # A case, in what may become of it
    (OFFICER, "/case/{Marlow Penfield}/"),
    (OFFICER, "/case/{Marlow Penfield}/ → /case/{Marlow Penfield}/deadline/"),
    (OFFICER, "/case/{Marlow Penfield}/people/ → /case/{Marlow Penfield}/people/1"),
    (OFFICER, "/case/{Marlow Penfield}/which-procedure/"),
    (OFFICER, "/case/{Wren Thistleton}/"),
    (OFFICER, "/case/{Hazelwyn Prior}/"),
    (Role.RESPONDER, "/case/{Hazelwyn Prior}/"),
    (Role.RESPONDER, "/case/{Hazelwyn Prior}/people/"),
    (OFFICER, "/case/{Averil Stonecroft}/"),
    (OFFICER, "/case/{Ansel Birkwood}/"),
    (OFFICER, "/case/{Ash Vale}/"),
    (OFFICER, "/case/{Linden Farrow}/"),
    (OFFICER, "/case/{Linnet Ashdale}/"),
    (OFFICER, "/case/{Merryn Ashdale}/"),
    (OFFICER, "/case/{Merryn Ashdale}/statement/2/"),
    (OFFICER, "/case/{Quillon Starbeck}/"),
    (OFFICER, "/case/{Quillon Starbeck}/people/"),
    (OFFICER, "/case/{Zinnia Hartsop}/"),
    (OFFICER, "/case/{Zinnia Hartsop}/stages/"),
    (OFFICER, "/case/{Zinnia Hartsop}/history/"),
    (OFFICER, "/case/{Teasel Fernhollow}/"),
    (OFFICER, "/case/{Rosalind Thackery}/stages/"),
    (OFFICER, "/case/{Philippa Ashcombe}/stages/"),
    (OFFICER, "/case/{Cressida Holm}/stages/"),
    (OFFICER, "/case/{Ottilie Garrard}/"),
    (OFFICER, "/case/{Marigold Tenby}/"),
    (OFFICER, "/case/{Marigold Tenby}/remedies/"),
    (OFFICER, "/case/{Marigold Tenby}/ → /case/{Marigold Tenby}/task/"),
    (OFFICER, "/case/{Marigold Tenby}/remedies/offer/"),
    (OFFICER, "/case/{Marigold Tenby}/remedies/promise/"),
    (MANAGER, "/case/{Marigold Tenby}/remedies/ → /case/{Marigold Tenby}/remedies/1"),
    (OFFICER, "/case/{Marigold Tenby}/lessons/add/"),
    (OFFICER, "/case/{Marlow Penfield}/documents/"),
    (MANAGER, "/case/{Marlow Penfield}/documents/"),
    (MANAGER, "/case/{Marlow Penfield}/documents/1/describe/"),
    (MANAGER, "/case/{Marlow Penfield}/documents/1/take-out/"),
    (MANAGER, "/case/{Marlow Penfield}/ → /case/{Marlow Penfield}/notes/"),
    (OFFICER, "/case/{Marlow Penfield}/files/"),
    (OFFICER, "/case/{Marlow Penfield}/files/make/"),
    (OFFICER, "/case/{Marlow Penfield}/files/1/"),
    (OFFICER, "/case/{Marlow Penfield}/files/1/change/"),
    (OFFICER, "/case/{Marlow Penfield}/files/1/black-out/"),
    (MANAGER, "/case/{Marlow Penfield}/files/2/"),
    (MANAGER, "/case/{Marlow Penfield}/files/2/review/"),
    (OFFICER, "/case/{Marlow Penfield}/step/note/"),
    (OFFICER, "/case/{Marlow Penfield}/step/correct-date/"),
    (OFFICER, "/case/{Marlow Penfield}/step/change-service-area/"),
    (OFFICER, "/case/{Marlow Penfield}/step/change-point/"),
    (OFFICER, "/case/{Hazelwyn Prior}/people/"),
    # Its steps
    (OFFICER, "/case/{Marlow Penfield}/step/answer/"),
    (OFFICER, "/case/{Marlow Penfield}/step/close/"),
    (OFFICER, "/case/{Marlow Penfield}/step/extend/"),
    (OFFICER, "/case/{Marlow Penfield}/step/hold/"),
    (MANAGER, "/case/{Marlow Penfield}/step/suspend/"),
    (OFFICER, "/case/{Marlow Penfield}/step/split-part/"),
    (OFFICER, "/case/{Marlow Penfield}/step/set-up-joint-work/"),
    (OFFICER, "/case/{Marlow Penfield}/step/sufficient-interest/"),
    (OFFICER, "/case/{Marlow Penfield}/step/representative/"),
    (OFFICER, "/case/{Marlow Penfield}/step/time-limit/"),
    (OFFICER, "/case/{Marlow Penfield}/step/ask-for-decision/"),
    (OFFICER, "/case/{Marlow Penfield}/step/raise-safeguarding/"),
    (OFFICER, "/case/{Marlow Penfield}/step/withhold-identity/"),
    (OFFICER, "/case/{Marlow Penfield}/step/add-task/"),
    (OFFICER, "/case/{Marlow Penfield}/step/mediate/"),
    (OFFICER, "/case/{Marlow Penfield}/step/ombudsman-asks/"),
    (MANAGER, "/case/{Marlow Penfield}/step/refuse/"),
    (MANAGER, "/case/{Marlow Penfield}/step/decline/"),
    (MANAGER, "/case/{Marlow Penfield}/step/restrict-contact/"),
    (OFFICER, "/case/{Wren Thistleton}/step/refer-safeguarding/"),
    (MANAGER, "/case/{Wren Thistleton}/step/settle-safeguarding/"),
    (MANAGER, "/case/{Linnet Ashdale}/step/late-request/"),
    (OFFICER, "/case/{Merryn Ashdale}/step/receive-report/"),
    (OFFICER, "/case/{Merryn Ashdale}/step/propose-statement/"),
    (OFFICER, "/case/{Sorrel Wintergreen}/step/appoint-panel/"),
    (OFFICER, "/case/{Bertrand Oxley}/step/answer-panel/"),
    (OFFICER, "/case/{Rosalind Thackery}/step/panel-met/"),
    (MANAGER, "/case/{Philippa Ashcombe}/step/refer-early/"),
    (OFFICER, "/case/{Marlow Penfield}/step/ask-for-next/"),
    (OFFICER, "/case/{Ottilie Garrard}/step/ombudsman-report-considered/"),
    (OFFICER, "/case/{Merryn Ashdale}/step/replace-appointed/"),
    (OFFICER, "/case/{Merryn Ashdale}/step/record-dates/"),
    (OFFICER, "/case/{Merryn Ashdale}/step/record-costs/"),
    (OFFICER, "/case/{Ansel Birkwood}/step/end-proceedings/"),
    (OFFICER, "/case/{Thorley Wexcombe}/step/ombudsman-comment/"),
    (OFFICER, "/case/{Thorley Wexcombe}/step/ombudsman-decides/"),
    (OFFICER, "/case/{Zinnia Hartsop}/step/ombudsman-remedy/"),
    (OFFICER, "/case/{Linnea Harcastle}/step/agree-plan/"),
    (OFFICER, "/case/{Hollis Dunmore}/step/consider-remedies/"),
    # A case of the year 2006/07, which came in by the import
    (OFFICER, "/case/CH-2006-001/"),
    (OFFICER, "/case/CH-2006-001/points/"),
    (OFFICER, "/case/CH-2006-001/stages/"),
    (OFFICER, "/case/CH-2006-001/people/"),
    (OFFICER, "/case/CH-2006-001/remedies/"),
    (MANAGER, "/case/CH-2006-001/history/"),
    # Beside the cases
    (MANAGER, "/changes/"),
    (OFFICER, "/providers/"),
    (OFFICER, "/pool/"),
    (OFFICER, "/pool/ → /pool/"),
    (MANAGER, "/pool/?state=checks"),
    (MANAGER, "/pool/add/"),
    (OFFICER, "/lessons/"),
    (OFFICER, "/lessons/ → /lessons/1"),
    (OFFICER, "/lessons/ → /lessons/actions/"),
    (OFFICER, "/lessons/ → /lessons/area/"),
    (OFFICER, "/case/{Marigold Tenby}/learning/1/"),
    (Role.FINANCE, "/payments/"),
    (Role.FINANCE, "/payments/ → /payments/"),
    (OFFICER, "/ombudsman/"),
    (MANAGER, "/ombudsman/late/"),
    (OFFICER, "/ombudsman/log/"),
    (OFFICER, "/ombudsman/ → /ombudsman/enquiry/"),
    (MANAGER, "/ombudsman/letters/"),
    (MANAGER, LETTER),
    (MANAGER, f"{LETTER} → {LETTER}row/"),
    (MANAGER, f"{LETTER} → {LETTER}ours/"),
    (MANAGER, "/restrictions/"),
    (MANAGER, "/restrictions/ → /restrictions/"),
    # Reports
    (Role.COMMITTEE, "/reports/"),
    (OFFICER, YEAR),
    (Role.COMMITTEE, YEAR),
    (OFFICER, f"{YEAR}logs/"),
    (OFFICER, f"{YEAR}printed/"),
    (OFFICER, f"{YEAR}behind/summary.stage2_begun/"),
    (OFFICER, "/reports/ → /reports/2"),
    (OFFICER, "/reports/table/?count=stages-answered&rows=outcome&only=stage&measure=share-over"),
    (OFFICER, "/reports/table/?count=letters-sent&rows=ethnicity&measure=pounds"),
    (OFFICER, f"{CHART}&count=stages-begun&rows=stage&measure=share-over&target=9"),
    (OFFICER, f"{CHART}&count=complaints&rows=service-area&columns=quarter"),
    (OFFICER, f"{CHART}&count=stages-answered&rows=nature&columns=outcome&base=row"),
    (MANAGER, "/reports/dashboard/"),
    (Role.HEAD_OF_SERVICE, "/reports/dashboard/"),
    (Role.COMMITTEE, "/reports/dashboard/"),
    (MANAGER, "/reports/2026-07-01/2026-09-30/monitoring/"),
    (OFFICER, "/reports/2026-04-01/2026-11-30/services/1/"),
    (MANAGER, "/reports/2026-04-01/2027-03-31/people/"),
    (OFFICER, f"{YEAR}tables/"),
    (Role.COMMITTEE, "/reports/table/save/?count=complaints&start=2026-04-01&end=2027-03-31"),
    (Role.RESPONDER, "/reports/"),
    (Role.COMMITTEE, "/reports/editions/"),
    (Role.COMMITTEE, "/reports/editions/begin/"),
    (Role.COMMITTEE, "/reports/editions/template/"),
    (Role.COMMITTEE, "/reports/editions/outside/"),
    (Role.COMMITTEE, "/reports/editions/outside/add/"),
    (Role.COMMITTEE, f"{ANSWER}&count=complaints&rows=service-area&measure=number&base=none"),
    (Role.COMMITTEE, f"{ANSWER}&table=stage2_outcomes"),
    (Role.COMMITTEE, "/reports/editions/printed/"),
    (Role.COMMITTEE, "/reports/editions/printed/add/"),
    (Role.COMMITTEE, "/reports/editions/released/"),
    (Role.COMMITTEE, "/reports/editions/released/add/"),
    # What a council sets
    (ADMINISTRATOR, "/calendar/"),
    (ADMINISTRATOR, "/denominators/"),
    (ADMINISTRATOR, "/denominators/add/"),
    (ADMINISTRATOR, "/denominators/of/children/"),
    (ADMINISTRATOR, "/denominators/of/children/add/"),
    (ADMINISTRATOR, "/denominators/of/children/ → /denominators/of/children/1"),
    (ADMINISTRATOR, "/calendar/add-closure/"),
    (ADMINISTRATOR, "/calendar/add-holiday/"),
    (ADMINISTRATOR, "/calendar/ → /calendar/changes/"),
    (MANAGER, "/calendar/ → /calendar/changes/"),
    (ADMINISTRATOR, "/procedures/"),
    (ADMINISTRATOR, "/procedures/children/2006/"),
    (ADMINISTRATOR, "/procedures/children/2006/try/"),
    (MANAGER, "/procedures/children/1991/try/"),
    (ADMINISTRATOR, "/procedures/steps/"),
    (ADMINISTRATOR, "/procedures/steps/?procedure=children"),
    (ADMINISTRATOR, "/lists/"),
    (ADMINISTRATOR, "/lists/decision-reasons/"),
    (ADMINISTRATOR, "/lists/document-kinds/"),
    (ADMINISTRATOR, "/lists/ombudsman-decisions/"),
    (ADMINISTRATOR, "/messages/"),
    (MANAGER, "/messages/"),
    (MANAGER, "/messages/ → /messages/"),
    (OFFICER, "/messages/mine/"),
    (ADMINISTRATOR, "/people/"),
    (ADMINISTRATOR, "/people/ → /people/"),
    (ADMINISTRATOR, "/people/rights/"),
    (ADMINISTRATOR, "/no-such-page/"),
]
ANSWERED_OTHERWISE = {
    (ADMINISTRATOR, "/no-such-page/"): 404,
    (OFFICER, "/cases/s/nothing/"): 404,
    (Role.RESPONDER, "/reports/"): 403,
}
every_page = pytest.mark.parametrize(("role", "path"), PAGES, ids=str)


@pytest.fixture
def open_page(site, desk_of, reference_of):
    def open_page(role, path, *, javascript=True):
        page = desk_of(role, javascript=javascript)
        page.set_viewport_size(WIDTHS["desk" if javascript else "phone"])
        path = re.sub(r"\{(.+?)\}", lambda name: reference_of(name[1]), path)
        path, _, link = path.partition(ARROW)
        answer = page.goto(site + path)
        if link:
            further = page.locator(f"main a[href^='{link}']:not([href='{path}'], [href$='/add/'])")
            answer = page.goto(site + further.first.get_attribute("href"))
        assert answer.status == ANSWERED_OTHERWISE.get((role, path), 200)
        return page

    return open_page


def fits(page):
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return page.evaluate(wide) <= 0


@pytest.mark.xdist_group("pages")
@every_page
def test_a_page_has_no_axe_violation_and_fits(open_page, has_no_violations, role, path):
    page = open_page(role, path)

    for width in WIDTHS.values():
        page.set_viewport_size(width)
        has_no_violations(page)
        assert fits(page), f"the page scrolls sideways at {width['width']} pixels"


@every_page
def test_a_page_is_whole_and_fits_a_phone_without_javascript(open_page, role, path):
    page = open_page(role, path, javascript=False)

    assert page.locator("h1").count() == 1
    assert fits(page), "the page scrolls sideways"
