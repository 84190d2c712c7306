"""Bring a new version of GOV.UK Frontend and MoJ Frontend into static/, without Node.

    npm pack govuk-frontend @ministryofjustice/frontend     (in an empty folder; unpack both)
    python scripts/vendor_assets.py GOVUK_PACKAGE MOJ_PACKAGE

Each argument is the unpacked folder that holds ``package.json``. What is taken is the published
style sheet, the published script and the pictures that the style sheet names. What is changed:

- the GDS Transport face goes (only services on GOV.UK may use it), and so does the crest;
- addresses of pictures become relative, and notes for debuggers go, so that files can carry hashed
  names.

The licences beside the files are kept by hand: the packages do not carry their text.
"""

import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
FONTS = (  # what people's own machines have; static/site.css names the same
    '"Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,"Noto Sans","Liberation Sans",'
    "arial,sans-serif"
)


@dataclass(frozen=True)
class Package:
    folder: str  # under static/
    name: str  # as its package.json says
    dist: str  # where it keeps what it publishes
    stem: str  # govuk-frontend: .min.css and .min.js


PACKAGES = (
    Package("govuk", "govuk-frontend", "dist/govuk", "govuk-frontend"),
    Package("moj", "@ministryofjustice/frontend", "moj", "moj-frontend"),
)


def main(arguments):
    if len(arguments) != len(PACKAGES):
        raise SystemExit("Usage: vendor_assets.py GOVUK_PACKAGE MOJ_PACKAGE")
    for package, source in zip(PACKAGES, map(Path, arguments), strict=True):
        version = checked_version(package, source)
        pictures = vendor(package, source / package.dist, STATIC / package.folder)
        print(f"{package.name} {version}: style sheet, script, {pictures} pictures")


def checked_version(package, source):
    about = json.loads((source / "package.json").read_text())
    if (about["name"], about["license"]) != (package.name, "MIT"):
        raise SystemExit(f"{source} is {about['name']} under {about['license']}: not as expected")
    return about["version"]


def vendor(package, dist, target):
    """Write one package's files and return how many pictures its style sheet needs."""
    target.mkdir(parents=True, exist_ok=True)
    css, pictures = free_style_sheet((dist / f"{package.stem}.min.css").read_text())
    (target / f"{package.folder}.css").write_text(css)
    script = (dist / f"{package.stem}.min.js").read_text()
    (target / f"{package.stem}.min.js").write_text(without_source_map(script))
    shutil.rmtree(target / "images", ignore_errors=True)
    for picture in pictures:
        (target / "images").mkdir(exist_ok=True)
        shutil.copy(dist / "assets" / "images" / picture, target / "images" / picture)
    return len(pictures)


def free_style_sheet(css):
    """Return a style sheet that any council may use, and the pictures it still names."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONTS)
    css = css.replace("url(/assets/images/govuk-crest.svg)", "none")
    css = without_source_map(css.replace("url(/assets/", "url("))
    for unwanted in ("GDS Transport", "crest.svg", "url(/"):
        if unwanted in css:
            raise SystemExit(f"{unwanted} is still in the style sheet: the package has changed")
    return css, sorted(set(re.findall(r"url\(images/([^)]+)\)", css)))


def without_source_map(text):
    text = re.sub(r"/\*# sourceMappingURL=\S+ \*/", "", text)
    return re.sub(r"//# sourceMappingURL=\S+", "", text).rstrip() + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
