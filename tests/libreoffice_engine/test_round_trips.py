"""Few round trips, whatever the number of cells."""

import xlwings as xw

from xladdin.libreoffice import Engine

ROWS = [
    [f"text {row} {column}" if column % 3 else row * 1.5 for column in range(30)]
    for row in range(60)
]


def test_round_trips_do_not_grow_with_the_rows(sheet: xw.Sheet, engine: Engine) -> None:
    def trips(rows: int) -> tuple[int, int]:
        cells = sheet["A1"].resize(rows, 30)
        with engine.calls.counted() as written:
            cells.value = ROWS[:rows]
        with engine.calls.counted() as read:
            _ = cells.value
        return written.total, read.total

    trips(2)
    assert trips(60) == trips(5)
    assert sum(trips(60)) < 40


def test_calls_are_counted_by_name(sheet: xw.Sheet, engine: Engine) -> None:
    with engine.calls.counted() as count:
        sheet["A1"].impl.raw_value = 1.0
    assert count.by_name["setDataArray"] == 1
    before = count.total
    sheet["A1"].value = 2
    assert count.total == before
