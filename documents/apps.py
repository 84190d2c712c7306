from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"

    def ready(self):
        from documents import vault
        from documents.models import Document

        vault.KEEPERS.append(lambda: Document.objects.values_list("sha256", flat=True))
