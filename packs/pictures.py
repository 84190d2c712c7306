"""Pictures as pages: a page that is one has no text, and nothing under it."""

import io

import pikepdf
from PIL import Image

WIDE, HIGH = 595, 842  # A4 in points
HEAD, FOOT, SIDE = 48, 40, 28  # room for the heading, for the page number, and at the sides
DOTS_PER_INCH = 150
QUALITY = 80


def page_of_picture(made: pikepdf.Pdf, picture: Image.Image) -> None:
    """Add an A4 page with the picture in the frame that documents have."""
    wide, high = (HIGH, WIDE) if picture.width > picture.height else (WIDE, HIGH)
    room = wide - 2 * SIDE, high - HEAD - FOOT
    scale = min(room[0] / picture.width, room[1] / picture.height)
    size = picture.width * scale, picture.height * scale
    at = (wide - size[0]) / 2, FOOT + (room[1] - size[1]) / 2
    most = int(max(room) / 72 * DOTS_PER_INCH * 1.4)
    smaller = picture.copy()
    smaller.thumbnail((most, most))
    draw_on_a_new_page(made, (wide, high), smaller, (*at, *size))


def draw_on_a_new_page(made: pikepdf.Pdf, page_size, picture: Image.Image, where) -> None:
    """``where`` is left, bottom, width, height in points."""
    page = made.add_blank_page(page_size=page_size)
    image = pikepdf.Stream(made, _as_jpeg(picture))
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    image.Filter = pikepdf.Name.DCTDecode
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=image))
    left, low, wide, high = (f"{value:.2f}" for value in where)
    drawn = f"q {wide} 0 0 {high} {left} {low} cm /Picture Do Q"
    page.Contents = pikepdf.Stream(made, drawn.encode())


def _as_jpeg(picture: Image.Image) -> bytes:
    """On white where it is see-through, and without what a camera notes."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        picture = Image.new("RGBA", seen.size, "white")
        picture.alpha_composite(seen)
    written = io.BytesIO()
    picture.convert("RGB").save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
