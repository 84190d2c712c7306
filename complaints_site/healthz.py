"""Whether this copy can answer: for the load balancer, the container and the person on call."""

from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.permissions import open_to_anyone
from messages_out.health import health
from stages.calendars import horizon_warning


@open_to_anyone
@require_safe
@never_cache
def healthz(request):
    """Answer 200 with what needs seeing to, or 503 when there is no database.

    A calendar that ends soon, or a worker that is behind, is a warning only: taking the site away
    would not help either. It says numbers, and no name.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        warning, work = horizon_warning(localdate()), health()
    except DatabaseError:
        return JsonResponse({"status": "down", "database": "does not answer"}, status=503)
    warnings = [*([warning] if warning else []), *work.warnings]
    return JsonResponse({"status": "up", "warnings": warnings, "worker": work.numbers})
