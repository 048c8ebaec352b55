"""The sheets of a workbook, each scanned when it is asked for: a form needs two of three."""

from collections.abc import Iterator, Mapping

from generator.workbook.package import Package
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.workbook import SheetRef


class Sheets(Mapping[str, Sheet]):
    """Sheets by name, in the order of the workbook; asking for one raises ``Rejected`` if broken.

    ``sheets["a"]`` scans the part; ``"a" in sheets`` and the names alone do not.
    """

    def __init__(
        self, package: Package, refs: Mapping[str, SheetRef], strings: SharedStrings
    ) -> None:
        self._package, self._refs, self._strings = package, refs, strings
        self._scanned: dict[str, Sheet] = {}

    def __getitem__(self, name: str) -> Sheet:
        sheet = self._scanned.get(name)
        if sheet is None:
            xml = self._package.read(self._refs[name].part)
            sheet = scan(xml, self._strings, self._package.limits, name)
            self._scanned[name] = sheet
        return sheet

    def get(  # type: ignore[override]  # the one overload of a mapping's that is ever used
        self, name: str, default: Sheet | None = None
    ) -> Sheet | None:
        """Return a sheet as scanned, ``default`` where there is none of that name."""
        return self[name] if name in self._refs else default

    def __contains__(self, name: object) -> bool:
        return name in self._refs

    def __iter__(self) -> Iterator[str]:
        return iter(self._refs)

    def __len__(self) -> int:
        return len(self._refs)
