"""What cells can hold and no form can: the file is refused in words staff know."""

import io

import pytest
from openpyxl import load_workbook

from generator.resources import samples
from generator.workbook.names import field_name
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected


def changed(field: str, value: str) -> bytes:
    """Return a real return with another value in the cell of a field."""
    book = load_workbook(samples("returned", "sh2023-03.xlsx"))
    ((sheet, cell),) = book.defined_names[field_name(field)].destinations
    book[sheet][cell.replace("$", "")].value = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_a_unit_of_money_nobody_knows() -> None:
    with pytest.raises(Rejected) as refused:
        read_workbook_form(changed("money_unit", "亿元"))
    assert refused.value.rejection.code == "FORM-BROKEN"
    assert "资金单位" in refused.value.rejection.message


def test_more_decimals_than_a_form_has() -> None:
    with pytest.raises(Rejected) as refused:
        read_workbook_form(changed("funds.carry_over.initial_budget", "0.00000000001"))
    assert refused.value.rejection.code == "FORM-BROKEN"
    assert "上年结转资金" in refused.value.rejection.message


def test_a_figure_typed_as_text_with_more_digits_than_a_form_has() -> None:
    with pytest.raises(Rejected) as refused:
        read_workbook_form(changed("funds.annual_total.actual_expenditure", "100000000000000元"))
    assert refused.value.rejection.code == "FORM-BROKEN"
    assert "全年执行数" in refused.value.rejection.message
