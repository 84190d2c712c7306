from django.http import HttpResponse

from accounts.permissions import Permission, needs


@needs(Permission.OPEN_REPORTS)
def index(request):
    return HttpResponse("Reports")


annual_report = logs = printed = behind_cell = behind_figure = index
