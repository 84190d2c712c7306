"""Each service area on one page that can be printed, and the list of those pages."""

from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import ServiceArea
from complaints_site.service_page import areas_with_open_cases, service_page


@require_safe
@needs(Permission.OPEN_CASES)
def service_areas(request):
    """The service areas with open complaints that the reader may see."""
    areas = list(areas_with_open_cases(request.user, localdate()))
    return render(request, "services/areas.html", {"areas": areas})


@require_safe
@needs(Permission.OPEN_CASES)
def service_area(request, pk):
    """One service area: its open complaints with their days, its actions and lessons that wait."""
    area = get_object_or_404(ServiceArea, pk=pk)
    page = service_page(area, request.user, localdate())
    return render(request, "services/area.html", {"page": page, "today": localdate()})
