"""A button's picture put together: its icon and label, photographs, and what it says."""

import subprocess
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.resources import templates
from tests.docs.palette import reduced, size

_STYLE = """
body{margin:0;padding:14px;background:#fff;font:15px "Noto Sans CJK SC",sans-serif;color:#222}
h1{display:flex;align-items:center;gap:9px;margin:0;font-size:19px;color:#1f4e79}
h1 img{width:30px}
p{margin:10px 0 4px;color:#1f4e79}
.photo{display:block;border:1px solid #9ab}
.said{box-sizing:border-box;margin:12px 0 0;padding:9px 13px;border-left:4px solid #1f4e79;
background:#eef3f8;white-space:pre-wrap;line-height:1.5}
"""
_NARROWEST = 760
_LINE = 23
"""Pixels of a line of the message."""


@dataclass(frozen=True)
class Page:
    """A title, the button whose icon stands before it, photographs with titles, a message."""

    title: str
    icon: str | None
    photographs: list[tuple[str, Path]]
    said: str


def draw(page: Page, picture: Path) -> None:
    """Draw a page with Chromium and save it as PNG in few colours."""
    sizes = [size(photo.read_bytes()) for _, photo in page.photographs]
    width = max([_NARROWEST, *(wide + 30 for wide, _ in sizes)])
    height = 62 + sum(high + 38 for _, high in sizes) + _height_of(page.said, width)
    with tempfile.TemporaryDirectory() as name:
        source, shot = Path(name) / "page.html", Path(name) / "page.png"
        source.write_text(_html(page), encoding="utf-8")
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--allow-file-access-from-files", f"--window-size={width},{height}",
            f"--screenshot={shot}", source.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        picture.write_bytes(reduced(shot.read_bytes()))


def _html(page: Page) -> str:
    icon = f'<img src="{_icon(page.icon)}">' if page.icon else ""
    shown = "".join(
        (f"<p>{escape(title)}</p>" if title else "") + f'<img class="photo" src="{photo.as_uri()}">'
        for title, photo in page.photographs
    )
    said = f'<div class="said">{escape(page.said)}</div>' if page.said else ""
    head = f"<h1>{icon}{escape(page.title)}</h1>"
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>{head}{shown}{said}'


def _icon(button: str) -> str:
    return templates("ribbon", "icons", f"{button}.svg").as_uri()


def _height_of(said: str, width: int) -> int:
    """Return the room a message needs, Chinese characters being as wide as high."""
    if not said:
        return 0
    in_a_line = (width - 64) // 15
    lines = sum(-(-max(1, len(line)) // in_a_line) for line in said.split("\n"))
    return 34 + lines * _LINE
