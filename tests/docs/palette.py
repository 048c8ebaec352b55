"""PNG pictures in at most 256 colours, which makes screenshots a third as large."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}
"""Bytes of a pixel by PNG colour type: red, green, blue, and the last with opacity."""

_MOST = 256
_MARGIN = 14
Colour = bytes
_WHITE: Colour = b"\xff\xff\xff"


def size(png: bytes) -> tuple[int, int]:
    """Return width and height of a picture."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def reduced(png: bytes) -> bytes:
    """Return an 8-bit truecolour picture in few colours and without the white below it."""
    width, _ = size(png)
    rows = list(_rows(png))
    while len(rows) > 1 and set(rows[-1]) == set(rows[-2]) == {_WHITE}:
        rows.pop()
    rows += [rows[-1]] * _MARGIN
    counted = Counter(pixel for row in rows for pixel in row)
    palette, index = _palette(counted)
    lines = b"".join(b"\0" + bytes(index[pixel] for pixel in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(lines, 9)))
    return _SIGNATURE + b"".join(_chunk(*each) for each in (*chunks, (b"IEND", b"")))


def _palette(counted: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """Return a palette, and for each colour the number of the one that stands for it.

    The palette grows by the colour that would look most wrong: far from all others, and frequent.
    """
    palette = [counted.most_common(1)[0][0]]
    number = dict.fromkeys(counted, 0)
    wrong = {colour: _apart(colour, palette[0]) for colour in counted}
    while len(palette) < _MOST and any(wrong.values()):
        worst = max(wrong, key=lambda each: wrong[each] * counted[each] ** 0.5)
        for colour in counted:
            apart = _apart(colour, worst)
            if apart < wrong[colour]:
                number[colour], wrong[colour] = len(palette), apart
        palette.append(worst)
    return palette, number


def _apart(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _rows(png: bytes) -> Iterator[list[Colour]]:
    """Yield the pixels of each row."""
    width, _ = size(png)
    channels = _CHANNELS[png[25]]
    data = zlib.decompress(b"".join(body for kind, body in _chunks(png) if kind == b"IDAT"))
    stride = width * channels
    before = bytes(stride)
    for start in range(0, len(data), stride + 1):
        before = _unfiltered(data[start], data[start + 1 : start + 1 + stride], before, channels)
        yield [before[at : at + 3] for at in range(0, stride, channels)]


def _unfiltered(kind: int, line: bytes, above: bytes, channels: int) -> bytes:
    """Return a row's bytes as they were before PNG's filter took what its neighbours tell."""
    if kind == 0:
        return line
    done = bytearray(line)
    for at, value in enumerate(line):
        left = done[at - channels] if at >= channels else 0
        corner = above[at - channels] if at >= channels else 0
        done[at] = (value + _predicted(kind, left, above[at], corner)) & 255
    return bytes(done)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 3:
        return (left + up) // 2
    if kind < 3:
        return left if kind == 1 else up
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
