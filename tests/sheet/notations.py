"""The same worksheet in other notations of XML: prefixes, order, spaces, comments, CDATA."""

import random
import xml.etree.ElementTree as ElementTree  # only over what openpyxl has just written
from xml.sax.saxutils import escape, quoteattr

from generator.workbook.sheet import position

from .sheets import MAIN


def rewritten(plain: bytes, chance: random.Random) -> bytes:
    """Return the worksheet ``plain`` in a notation chosen by ``chance``."""
    writer = _Writer(chance)
    tree = ElementTree.fromstring(plain)
    writer.leave_out_positions(tree)
    declaration = chance.choice(["", "\ufeff", '<?xml version="1.0" encoding="utf-8"?>\r\n'])
    return (declaration + writer.element(tree, root=True)).encode()


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.prefix = chance.choice(["", "", "x:", "主:"])
        self.odd = chance.random() < 0.6
        self.counted: set[ElementTree.Element] = set()

    def leave_out_positions(self, tree: ElementTree.Element) -> None:
        """Choose rows and cells that stand where they are expected, to be written without ``r``."""
        row = 0
        for node in tree.iter(f"{{{MAIN}}}row"):
            row, expected = int(node.attrib["r"]), row + 1
            if row == expected and self.chance.random() < 0.5:
                self.counted.add(node)
            column = 0
            for cell in node:
                column, following = position(cell.attrib["r"])[1], column + 1
                if column == following and self.chance.random() < 0.5:
                    self.counted.add(cell)

    def element(self, node: ElementTree.Element, *, root: bool = False) -> str:
        tag = self.prefix + node.tag.rpartition("}")[2]
        attributes = [(name, value) for name, value in node.attrib.items() if "}" not in name]
        if "{http://www.w3.org/XML/1998/namespace}space" in node.attrib:
            attributes.append(("xml:space", "preserve"))
        if root:
            attributes.append(("xmlns" + (f":{self.prefix[:-1]}" if self.prefix else ""), MAIN))
        if self.odd:
            attributes = [each for each in attributes if each[0] != "r" or node not in self.counted]
            self.chance.shuffle(attributes)
        start = tag + "".join(f"{self.gap()}{name}={quoteattr(v)}" for name, v in attributes)
        inner = self.text(node.text or "") + "".join(
            self.between() + self.element(child) for child in node
        )
        if not inner and self.chance.random() < 0.8:
            return f"<{start}{self.chance.choice(['', ' '])}/>"
        return f"<{start}>{inner}</{tag}{self.chance.choice(['', ' ']) if self.odd else ''}>"

    def gap(self) -> str:
        return self.chance.choice([" ", "\n  ", "\t"]) if self.odd else " "

    def between(self) -> str:
        choices = ["", "", "\r\n ", "<!-- </c> <c r='A1'> -->", "<?note <c/> ?>"]
        return self.chance.choice(choices) if self.odd else ""

    def text(self, data: str) -> str:
        if not data:
            return ""
        way = self.chance.choice(["plain", "cdata", "numeric"]) if self.odd else "plain"
        if way == "cdata" and "]]>" not in data and "\r" not in data:
            return f"<![CDATA[{data}]]>"
        if way == "numeric":
            return "".join(f"&#{ord(char)};" for char in data)
        return escape(data)
