"""Where the fields above and below the indicator block stand, told by the labels around them."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from generator.workbook.layout import CellSpec, RowSpec
from generator.workbook.reader.labelled.labels import LabelRows, comparable, right_of
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.sheet import Sheet

_FILLERS = {"-", "—"}


class FieldFinder(Struct):
    """Walks the rows of a layout down a sheet; ``found`` collects the cells of the fields."""

    sheet: Sheet
    rows: LabelRows
    next_row: int
    last_row: int
    columns: dict[str, int]
    found: dict[str, Position] = field(default_factory=dict)

    def walk(self, specs: tuple[RowSpec, ...]) -> None:
        """Find the fields of consecutive layout rows; a row that is not there is passed over."""
        for number, spec in enumerate(specs):
            labels = [cell for cell in spec.cells if _is_label(cell)]
            if labels:
                row = self._row_of([comparable(cell.label or "") for cell in labels])
                if row is not None:
                    self._by_labels(specs, number, row)
                    self.next_row = row + 1
            elif any(cell.field for cell in spec.cells):
                self._below_header(specs, number)

    def _row_of(self, wanted: list[str]) -> int | None:
        """Return the next row that has most of the labels; half of them must be there."""
        best, best_row = (len(wanted) + 1) // 2 - 1, None
        for row in range(self.next_row, self.last_row + 1):
            texts = [text for _, text in self.rows.get(row, ())]
            hits = sum(min(texts.count(label), 1) for label in wanted)
            if hits > best:
                best, best_row = hits, row
            if hits == len(wanted):
                break
        return best_row

    def _by_labels(self, specs: tuple[RowSpec, ...], number: int, row: int) -> None:
        at = dict(self._matched(specs[number], row))
        in_order = self._in_order(specs[number], row, at)
        for cell in specs[number].cells:
            if cell.field is None:
                continue
            if in_order:
                self.found[cell.field] = (row, in_order[id(cell)])
                continue
            label = _left_neighbour(specs[number], cell)
            if label is not None and id(label) in at:
                bounds = [*at.values(), *self._headed_behind(specs[number], cell)]
                column = self._beside(row, at[id(label)], bounds)
                self.found[cell.field] = (row, column or self._blank(row, cell, at[id(label)]))
            elif cell.at[0] in self.columns:
                self.found[cell.field] = (row, self.columns[cell.at[0]])
        for cell in specs[number].cells:
            if id(cell) in at and _heads_a_column(specs, number, cell):
                self.columns[cell.at[0]] = at[id(cell)]

    def _in_order(self, spec: RowSpec, row: int, at: dict[int, int]) -> dict[int, int]:
        """Return the columns of a row of figures that slipped, {} where it stands as it should.

        Its cells behind the label are as many as the layout's, but not below their headings.
        """
        labels = [cell for cell in spec.cells if _is_label(cell)]
        last = labels[-1]
        behind = [cell for cell in spec.cells if cell.first_column > last.last_column]
        if id(last) not in at or sum(cell.field is not None for cell in behind) < 2:
            return {}
        filled = sorted(c for r, c in self.sheet.filled if r == row and c > at[id(last)])
        expected = [self.columns.get(cell.at[0]) for cell in behind]
        if len(filled) != len(behind) or filled == expected:
            return {}
        return {id(cell): column for cell, column in zip(behind, filled, strict=True)}

    def _matched(self, spec: RowSpec, row: int) -> Iterator[tuple[int, int]]:
        """Yield (label cell, sheet column) for the labels of a row, equal ones in order."""
        free = list(self.rows.get(row, ()))
        for cell in spec.cells:
            if not _is_label(cell):
                continue
            for entry in free:
                if entry[1] == comparable(cell.label or ""):
                    free.remove(entry)
                    yield id(cell), entry[0]
                    break

    def _headed_behind(self, spec: RowSpec, entry: CellSpec) -> Iterator[int]:
        """Yield where the entries behind one stand by their headings: theirs are not its own."""
        for cell in spec.cells:
            if cell.field and cell.first_column > entry.last_column and cell.at[0] in self.columns:
                yield self.columns[cell.at[0]]

    def _blank(self, row: int, entry: CellSpec, label_column: int) -> int:
        """Return the column of an entry nobody filled in: below its heading, or by its label."""
        headed = self.columns.get(entry.at[0], 0)
        return headed if headed > label_column else right_of(self.sheet, (row, label_column))

    def _beside(self, row: int, label_column: int, bounds: Iterable[int]) -> int | None:
        """Return the column of the first filled cell right of a label and before any bound."""
        first = right_of(self.sheet, (row, label_column))
        following = min((c for c in bounds if c > label_column), default=first + 6)
        for column in range(first, following):
            cell = self.sheet.cells.get((row, column))
            if cell is not None and cell.kind != "blank" and cell.raw.strip():
                return column
        return None

    def _below_header(self, specs: tuple[RowSpec, ...], number: int) -> None:
        """A row without labels: its fields stand below the labels that head their columns."""
        row = self.next_row
        fields = [cell for cell in specs[number].cells if cell.field and cell.at[0] in self.columns]
        if not fields or number == 0:
            return
        for cell in fields:
            assert cell.field is not None
            self.found[cell.field] = (row, self.columns[cell.at[0]])
        self.next_row = row + 1


def _is_label(cell: CellSpec) -> bool:
    return cell.label is not None and cell.label not in _FILLERS


def _left_neighbour(spec: RowSpec, entry: CellSpec) -> CellSpec | None:
    return next(
        (c for c in spec.cells if _is_label(c) and c.last_column + 1 == entry.first_column), None
    )


def _heads_a_column(specs: tuple[RowSpec, ...], number: int, label: CellSpec) -> bool:
    """Tell whether a label stands above an entry rather than before one."""
    beside = [c for c in specs[number].cells if c.first_column == label.last_column + 1]
    if any(c.field for c in beside) or number + 1 == len(specs):
        return False
    below = specs[number + 1].cells
    return any(c.field and c.first_column == label.first_column for c in below)
