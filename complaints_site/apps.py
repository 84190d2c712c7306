from django.apps import AppConfig


class ComplaintsSiteConfig(AppConfig):
    name = "complaints_site"
    verbose_name = "Pages and commands that draw on every app"
