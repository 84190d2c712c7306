"""Addresses of the reports: a period is two days, a list has the name of its number."""

from datetime import date

from django.urls import path, register_converter

from reporting.views import any_table, behind, compared, comparing, reports, saved_tables

app_name = "reporting"


class Day:
    regex = r"\d{4}-\d{2}-\d{2}"
    to_python = date.fromisoformat  # a day that does not exist is a page that does not exist

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Day, "day")

PERIOD = "<day:start>/<day:end>/"
urlpatterns = [
    path("", reports.index, name="index"),
    path("table/", any_table.any_table, name="any-table"),
    path("table/behind/", any_table.behind_asked, name="behind-asked"),
    path("table/file/<str:kind>/", any_table.as_file, name="table-file"),
    path("table/save/", saved_tables.save, name="save-table"),
    path("table/saved/<slug:key>/", saved_tables.saved_table, name="saved-table"),
    path("table/saved/<slug:key>/delete/", saved_tables.delete, name="delete-table"),
    path(PERIOD, reports.annual_report, name="annual-report"),
    path(f"{PERIOD}tables/", any_table.standard, name="standard"),
    path(f"{PERIOD}tables/file/<slug:kind>/", any_table.standard_file, name="standard-file"),
    path(f"{PERIOD}monitoring/", compared.monitoring, name="monitoring"),
    path(f"{PERIOD}monitoring/file/", compared.monitoring_file, name="monitoring-file"),
    path(f"{PERIOD}services/<int:pk>/", compared.service, name="service"),
    path(f"{PERIOD}people/", compared.people, name="people"),
    path(f"{PERIOD}logs/", comparing.logs, name="logs"),
    path(f"{PERIOD}printed/", comparing.printed, name="printed"),
    path(
        f"{PERIOD}behind/<slug:table>/<str:row>/<str:column>/",
        behind.behind_cell,
        name="behind-cell",
    ),
    path(f"{PERIOD}behind/<str:key>/", behind.behind_figure, name="behind-figure"),
]
