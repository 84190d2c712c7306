from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "editions"
    verbose_name = "editions of the annual report"

    def ready(self):
        from documents import vault
        from editions.earlier import numbers_published
        from editions.models import Made, WordTemplate
        from reporting import published

        published.SOURCES.append(numbers_published)
        vault.KEEPERS.append(lambda: WordTemplate.objects.values_list("sha256", flat=True).all())
        vault.KEEPERS.append(
            lambda: Made.objects.exclude(sha256="").values_list("sha256", flat=True)
        )
