"""Addresses of the annual report as a document."""

from django.urls import path

from editions.views import (
    clearing,
    committee,
    files,
    frozen,
    listing,
    making,
    outside,
    printed,
    publishing,
    reading,
    writing,
)

app_name = "editions"
ONE = "<int:pk>/"
urlpatterns = [
    path("", listing.editions, name="index"),
    path("begin/", listing.begin, name="begin"),
    path("template/", files.template, name="template"),
    path("outside/", outside.figures, name="outside"),
    path("outside/add/", outside.add, name="outside-add"),
    path("outside/<int:pk>/", outside.change, name="outside-change"),
    path("released/", outside.register, name="register"),
    path("released/add/", outside.add_release, name="release-add"),
    path("printed/", printed.texts, name="printed"),
    path("printed/add/", printed.add, name="printed-add"),
    path(f"printed/{ONE}", printed.text, name="printed-text"),
    path(f"printed/{ONE}file.csv", printed.file, name="printed-file"),
    path(f"printed/{ONE}place/<slug:place>/", printed.place, name="printed-place"),
    path(f"printed/{ONE}aside/<slug:place>/", printed.set_aside, name="printed-aside"),
    path(ONE, writing.edition, name="edition"),
    path(f"{ONE}cover/", writing.cover, name="cover"),
    path(f"{ONE}add-section/", writing.add_section, name="add-section"),
    path(f"{ONE}section/<int:section>/", writing.section, name="section"),
    path(f"{ONE}section/<int:section>/dismiss/", writing.dismiss, name="dismiss"),
    path(f"{ONE}section/<int:section>/<slug:what>/", writing.change_section, name="change-section"),
    path(f"{ONE}figures/", reading.figures, name="figures"),
    path(f"{ONE}read/", reading.whole, name="read"),
    path(f"{ONE}read/<int:number>/", reading.part, name="part"),
    path(f"{ONE}clear/", clearing.clear, name="clear"),
    path(f"{ONE}cleared/<int:clearance>/", clearing.changed_since, name="changed-since"),
    path(f"{ONE}priorities/", committee.priorities, name="priorities"),
    path(f"{ONE}priorities/<int:priority>/", committee.outcome, name="outcome"),
    path(f"{ONE}committee/", committee.items, name="committee"),
    path(f"{ONE}committee/<int:item>/", committee.item, name="committee-item"),
    path(f"{ONE}public/", publishing.public, name="public"),
    path(f"{ONE}publish/", publishing.publish, name="publish"),
    path(f"{ONE}differs/", frozen.differs, name="differs"),
    path(f"{ONE}behind/<str:number>/", frozen.behind, name="behind"),
    path(f"{ONE}make/<slug:kind>/", making.make, name="make"),
    path(f"{ONE}made/<int:made>/", making.made, name="made"),
    path(f"{ONE}made/<int:made>/file/", making.made_file, name="made-file"),
    path(f"{ONE}file/<slug:kind>/", files.file, name="file"),
]
