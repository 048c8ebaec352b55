"""Pictures in few colours look as they did."""

import struct
import zlib

import pytest

from tests.docs.palette import reduced, size

Colour = tuple[int, int, int]
WHITE, RED, BLUE = (255, 255, 255), (200, 30, 40), (20, 60, 120)


def png(rows: list[list[Colour]], kind: int) -> bytes:
    """Return a truecolour PNG whose every row is stored with a filter (0 none, 1 left, 2 up)."""
    lines, above = b"", bytes(3 * len(rows[0]))
    for row in rows:
        plain = bytes(part for pixel in row for part in pixel)
        taken = {0: bytes(len(plain)), 1: bytes(3) + plain[:-3], 2: above}[kind]
        lines += bytes([kind]) + bytes((a - b) & 255 for a, b in zip(plain, taken, strict=True))
        above = plain
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def seen(picture: bytes) -> list[list[Colour]]:
    """Return the colours of a picture with a palette, stored without filters."""
    width, height = size(picture)
    parts, at = {}, 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        name, body = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        assert picture[at + 8 + length : at + 12 + length] == struct.pack(
            ">I", zlib.crc32(name + body)
        )
        parts[name] = body
        at += length + 12
    palette = [tuple(parts[b"PLTE"][n : n + 3]) for n in range(0, len(parts[b"PLTE"]), 3)]
    data = zlib.decompress(parts[b"IDAT"])
    lines = [data[n * (width + 1) + 1 : (n + 1) * (width + 1)] for n in range(height)]
    return [[palette[number] for number in line] for line in lines]


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_few_colours_stay_exactly_as_they_are(kind: int) -> None:
    rows = [[WHITE, RED, BLUE], [RED, RED, WHITE], [BLUE, WHITE, RED]]
    assert seen(reduced(png(rows, kind)))[:3] == rows


def test_of_many_colours_a_rare_but_different_one_stays() -> None:
    """A green tick on hundreds of greys must not become grey."""
    green = (0, 160, 60)
    greys = [(n % 256, (n + n // 256) % 256, n % 256) for n in range(900)]
    rows = [greys] * 9 + [[green, *greys[1:]]]
    assert seen(reduced(png(rows, 0)))[9][0] == green


def test_white_below_is_cut_but_for_a_margin() -> None:
    rows = [[RED] * 4] * 3 + [[WHITE] * 4] * 50
    found = seen(reduced(png(rows, 0)))
    assert found[:3] == rows[:3]
    assert 10 < len(found) < 25
