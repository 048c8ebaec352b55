"""Returned workbooks with everything in them that people, printers and programs add."""

import io
import zipfile
from collections.abc import Iterator

_SHEET, _RELATIONS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c6300010000050001"
    "0d0a2db40000000049454e44ae426082"
)
_VALIDATIONS = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>填报说明!$A$1:$A$3</xm:f>'
    "</x14:formula1><xm:sqref>B2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)
_ADDED = {
    "xl/media/公章.png": _PNG,
    "xl/drawings/drawing1.xml": (
        b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
    ),
    "xl/drawings/_rels/drawing1.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/image" '
        'Target="../media/公章.png"/></Relationships>'
    ).encode(),
    "xl/drawings/vmlDrawing1.vml": b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape/></xml>',
    "xl/comments1.xml": (
        f'<comments xmlns="{_MAIN}"><authors><author>张三</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><t>请核实</t></text></comment>'
        "</commentList></comments>"
    ).encode(),
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments xmlns='urn:threaded'/>",
    "xl/persons/person.xml": b"<personList xmlns='urn:threaded'/>",
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)) * 12,
    "xl/ctrlProps/ctrlProp1.xml": b'<formControlPr objectType="CheckBox" checked="Checked"/>',
    "xl/cellimages.xml": b'<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
    "customXml/item1.xml": "<档案 xmlns='urn:oa'>收文〔2024〕15号</档案>".encode(),
    "customXml/itemProps1.xml": b"<ds:datastoreItem xmlns:ds='urn:ds'/>",
    "docProps/custom.xml": b"<Properties xmlns='urn:custom'/>",
}
_RELATED = {
    "drawing": "../drawings/drawing1.xml",
    "vmlDrawing": "../drawings/vmlDrawing1.vml",
    "comments": "../comments1.xml",
    "printerSettings": "../printerSettings/printerSettings1.bin",
    "ctrlProp": "../ctrlProps/ctrlProp1.xml",
}


def enriched(workbook: bytes) -> bytes:
    """Return a returned workbook with all of it, packed the way different programs pack."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number, (name, data) in enumerate(_members(workbook)):
            archive.writestr(_header(name, number), data, compresslevel=1 + number % 9)
        archive.comment = "由 OA 系统导出".encode()
    return target.getvalue()


def _members(workbook: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            yield name, _changed(name, archive.read(name))
            if name == _SHEET:  # in the middle, so that members stand on both sides of the change
                yield from list(_ADDED.items())[:6]
    yield from list(_ADDED.items())[6:]
    yield _RELATIONS, _relations()


def _relations() -> bytes:
    each = "".join(
        f'<Relationship Id="rIdA{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(_RELATED.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{each}</Relationships>'.encode()


def _changed(name: str, data: bytes) -> bytes:
    if name == _SHEET:
        more = (
            f'<drawing xmlns:r="{_OFFICE}" r:id="rIdA0"/>'
            f'<legacyDrawing xmlns:r="{_OFFICE}" r:id="rIdA1"/>{_VALIDATIONS}'
        )
        return data.replace(b"</worksheet>", more.encode() + b"</worksheet>")
    if name == "[Content_Types].xml":
        more = (
            '<Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.'
            'vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.printerSettings"/>'
        )
        return data.replace(b"</Types>", more.encode() + b"</Types>")
    return data


def _header(name: str, number: int) -> zipfile.ZipInfo:
    header = zipfile.ZipInfo(name, (2024, 1 + number % 12, 1 + number % 28, 8, number % 60, 2))
    header.compress_type = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
    header.external_attr = 0o100644 << 16 | number % 2
    header.create_system = number % 4
    header.comment = f"第{number}个".encode()
    header.extra = b"\xfe\xca" + (4).to_bytes(2, "little") + number.to_bytes(4, "little")
    return header
