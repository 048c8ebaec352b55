"""Colours: LibreOffice's number is red-green-blue, Excel's number blue-green-red."""

from collections.abc import Sequence

Rgb = tuple[int, int, int]
Color = Sequence[int] | str | int

AUTOMATIC = -1  # no background; the text colour of the system


def to_remote(color: Color | None) -> int:
    """Return LibreOffice's number for an RGB tuple, ``#rrggbb`` or Excel's number."""
    if color is None:
        return AUTOMATIC
    if isinstance(color, str):
        return int(color.removeprefix("#"), 16)
    if isinstance(color, int):
        return (color & 255) << 16 | color & 0xFF00 | color >> 16 & 255
    red, green, blue = color
    return red << 16 | green << 8 | blue


def to_rgb(number: int) -> Rgb | None:
    """Return an RGB tuple; None for the automatic colour."""
    if number == AUTOMATIC:
        return None
    return number >> 16 & 255, number >> 8 & 255, number & 255
