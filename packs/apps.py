from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "packs"
    verbose_name = "files of cases"

    def ready(self):
        from documents import vault
        from packs.models import Pack, PackDocument

        made = Pack.objects.finished()
        vault.KEEPERS.append(lambda: made.values_list("sha256", flat=True).all())
        copies = PackDocument.objects.copies()
        vault.KEEPERS.append(lambda: copies.values_list("copy_sha256", flat=True).all())
        vault.KEEPERS.append(lambda: made.values_list("beside_sha256", flat=True).all())
