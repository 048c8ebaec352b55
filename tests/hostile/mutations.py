"""Damage done to real returns: to the file as it is, and to the parts inside a sound file."""

import io
import random
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, bytes]

_TEXTS = (
    "XFD1048576", "A1048577", "XFE1", "A0", "", "-1", "1e999", "NaN", "999999999999999999999",
    "=1+1", "&#0;", "&#xD800;", "&#65535;", "]]>", "&nope;", "\x00", "\x0b", "\r", "_x0000_",
    "￾", "\ufdd0", "#REF!", "'绩效自评表'!$A$1:$XFD$1048576", "../../etc/passwd", "rId999",
)  # fmt: skip
_TAGS = (
    b"<c/>", b"<c r='B2'/>", b'<row r="3"/>', b"</row>", b"<!-- x -->", b"<![CDATA[x]]>", b"<?x?>",
    b'<a xmlns="urn:x"/>', b"<f>1</f>", b'<c r="A1" r="A1"/>', b'<x:c r="A1"/>', b"<is/>",
)  # fmt: skip


def parts_of(workbook: bytes) -> Parts:
    """Return the members of a workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """Return a sound archive of some members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def mutated(workbook: bytes, chance: random.Random) -> bytes:
    """Return a workbook damaged in one to three ways."""
    if chance.random() < 0.3:
        return _apply(workbook, chance, _RAW)
    parts = parts_of(workbook)
    for _ in range(chance.randint(1, 3)):
        name = _chosen(parts, chance)
        if chance.random() < 0.12:
            _rearranged(parts, name, chance)
        else:
            parts[name] = damaged_xml(parts[name], chance)
    return packed(parts)


def damaged_xml(xml: bytes, chance: random.Random) -> bytes:
    """Return the XML of a part damaged in one way."""
    return _apply(xml, chance, _XML) if xml else xml


def _chosen(parts: Parts, chance: random.Random) -> str:
    likely = [name for name in parts if "sheet" in name or "workbook" in name or "styles" in name]
    return (
        chance.choice(likely or list(parts)) if chance.random() < 0.8 else chance.choice([*parts])
    )


def _apply(data: bytes, chance: random.Random, ways: list[Callable[..., bytes]]) -> bytes:
    return chance.choice(ways)(data, chance)


def _rearranged(parts: Parts, name: str, chance: random.Random) -> None:
    """Take a part away, exchange two, or put one in under another spelling."""
    other = chance.choice([*parts])
    way = chance.randrange(4)
    if way == 0 and len(parts) > 1:
        del parts[name]
    elif way == 1:
        parts[name], parts[other] = parts[other], parts[name]
    elif way == 2:
        parts[chance.choice([name.upper(), f"../{name}", f"/{name}", f"{name}/"])] = parts[name]
    else:
        parts[name] = b""


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 200) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    end = start + chance.randint(1, 300)
    return data[:end] + data[start:end] + data[end:]


def _value_changed(xml: bytes, chance: random.Random) -> bytes:
    """Put an odd text into an attribute or between two tags."""
    found = list(re.finditer(rb'"([^"<>]*)"|>([^<>]+)<', xml))
    if not found:
        return xml
    match = chance.choice(found)
    start, end = match.span(1 if match[1] is not None else 2)
    text = chance.choice(_TEXTS)
    return xml[:start] + text.encode("utf-8", "surrogatepass") + xml[end:]


def _tag_put_in(xml: bytes, chance: random.Random) -> bytes:
    at = xml.find(b"<", chance.randrange(len(xml)))
    at = len(xml) if at < 0 else at
    return xml[:at] + chance.choice(_TAGS) + xml[at:]


def _tag_taken_out(xml: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb"<[^<>]+>", xml))
    if not found:
        return xml
    match = chance.choice(found)
    return xml[: match.start()] + xml[match.end() :]


def _declared(xml: bytes, chance: random.Random) -> bytes:
    head = chance.choice(
        [
            b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
            b'<?xml version="1.0" encoding="utf-16"?>',
            b'<?xml version="1.0" encoding="us-ascii"?>',
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b" ",
        ]
    )
    return head + re.sub(rb"^<\?xml[^>]*\?>", b"", xml)


_RAW = [_flipped, _cut_off, _cut_out, _doubled]
_XML = [*_RAW, *([_value_changed] * 8), _tag_put_in, _tag_put_in, _tag_taken_out, _declared]
