"""The helper columns: formulas that read a target and an actual and score them by rule.

They stand on the form sheet outside the print area, one column a step, so that anybody can follow
them.  Only functions that Excel 2010, WPS and LibreOffice all have; digits are walked one by one,
since ``--LEFT(...)`` reads ``2:30`` as a time and ``3月1日`` by locale.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.forms.profiles import Profile
from generator.forms.values import Grade
from generator.workbook.formulas import grammar
from generator.workbook.formulas.twin import band_top
from generator.workbook.plan.places import Places
from generator.workbook.sheet.address import letters

UNITS = "jx_list_units"
NOT_APPLICABLE = "jx_list_not_applicable"
NO_WORDS = "jx_list_no_words"
GRADE_LISTS = {
    Grade.ACHIEVED: "jx_list_achieved",
    Grade.PARTLY_ACHIEVED: "jx_list_partly_achieved",
    Grade.NOT_ACHIEVED: "jx_list_not_achieved",
}


_READ = ("target", "actual", "weight")
_LOWER_GRADES = (Grade.NOT_ACHIEVED, Grade.PARTLY_ACHIEVED)
_ROW = "\x00"


class Scoring(NamedTuple):
    """What of a profile the formulas depend on: the inverse method, the tops of lower grades."""

    inverse: str
    tops: tuple[tuple[Grade, Decimal], ...]


class Helper(StrEnum):
    """The helper columns in order, with the heading each has in the sheet."""

    TARGET_TEXT = "目标文本"
    TARGET_LITERAL = "目标数字串"
    TARGET_NUMBER = "目标数"
    TARGET_SIGN = "目标符号"
    TARGET_UNIT = "目标单位"
    ACTUAL_TEXT = "实际文本"
    ACTUAL_LITERAL = "实际数字串"
    ACTUAL_NUMBER = "实际数"
    ACTUAL_UNIT = "实际单位"
    RULE_SCORE = "规则得分"


def row_formulas(places: Places, row: int, profile: Profile) -> Iterator[tuple[Helper, str]]:
    """Yield the formula (with ``=``) of each helper cell of one indicator row."""
    columns = [places.columns[name] for name in _READ]
    columns += [places.helpers[helper] for helper in Helper]
    number = str(row)
    for helper, formula in _formulas_of_any_row(tuple(columns), _scoring(profile)):
        yield helper, formula.replace(_ROW, number)


def _scoring(profile: Profile) -> Scoring:
    tops = {grade: band_top(profile, grade) for grade in _LOWER_GRADES}
    return Scoring(profile.inverse_method.value, tuple(tops.items()))


@lru_cache(maxsize=64)
def _formulas_of_any_row(
    columns: tuple[int, ...], scoring: Scoring
) -> tuple[tuple[Helper, str], ...]:
    """Return the formulas with :data:`_ROW` where the row's number goes: they differ in nothing."""
    target, actual, weight, *helpers = (letters(column) + _ROW for column in columns)
    at = dict(zip(Helper, helpers, strict=True))
    return tuple(_formulas(target, actual, weight, at, scoring))


def _formulas(
    target: str, actual: str, weight: str, at: dict[Helper, str], scoring: Scoring
) -> Iterator[tuple[Helper, str]]:
    yield Helper.TARGET_TEXT, _text(target)
    yield Helper.TARGET_LITERAL, _literal(at[Helper.TARGET_TEXT])
    yield Helper.TARGET_NUMBER, _number(at[Helper.TARGET_LITERAL])
    yield Helper.TARGET_SIGN, _sign(at)
    yield (
        Helper.TARGET_UNIT,
        _unit(at[Helper.TARGET_TEXT], at[Helper.TARGET_LITERAL], at[Helper.TARGET_NUMBER]),
    )
    yield Helper.ACTUAL_TEXT, _text(actual)
    yield Helper.ACTUAL_LITERAL, _literal(at[Helper.ACTUAL_TEXT])
    yield Helper.ACTUAL_NUMBER, _actual_number(at)
    yield (
        Helper.ACTUAL_UNIT,
        _unit(at[Helper.ACTUAL_TEXT], at[Helper.ACTUAL_LITERAL], at[Helper.ACTUAL_NUMBER]),
    )
    yield Helper.RULE_SCORE, "=" + _score(at, weight, scoring)


def _text(cell: str) -> str:
    formula = cell
    for wide, narrow in (("　", " "), ("％", "%"), ("（", "("), ("）", ")")):
        formula = f'SUBSTITUTE({formula},"{wide}","{narrow}")'
    return "=" + formula


def _literal(text: str) -> str:
    rest = f'MID({text},MIN(FIND({{0,1,2,3,4,5,6,7,8,9}},{text}&"{grammar.DIGITS}")),30)'
    outside = f'ISERROR(FIND(MID({rest}&"x",ROW($1:$31),1),"{grammar.NUMBER_CHARACTERS}"))'
    return f"=LEFT({rest},MATCH(1,INDEX(--{outside},0),0)-1)"


def _number(literal: str) -> str:
    return f"={_number_or(literal, '')}"


def _number_or(literal: str, condition: str) -> str:
    """Return the number of a literal where all its points and commas are in place."""
    bare = f'SUBSTITUTE({literal},",","")'
    grouped = f'TEXT(INT(VALUE({bare})),"#,##0")&"."'
    fraction = f'MID({literal},FIND(".",{literal}&"."),30)'
    tests = [
        condition,
        f"LEN({literal})>0",
        f"LEN({literal})<={grammar.LONGEST_NUMBER}",
        f'ISNUMBER(FIND(RIGHT({literal},1),"{grammar.DIGITS}"))',
        f'LEN({literal})-LEN(SUBSTITUTE({literal},".",""))<=1',
        f'ISERROR(FIND(",",{fraction}))',
        f'OR(ISERROR(FIND(",",{literal})),LEFT({literal}&".",LEN({grouped}))={grouped})',
    ]
    return f'IFERROR(IF(AND({",".join(filter(None, tests))}),VALUE({bare}),""),"")'


def _no_blanks(text: str) -> str:
    return f'SUBSTITUTE({text}," ","")'


def _prefix(text: str, literal: str) -> str:
    return _no_blanks(f"LEFT({text},FIND({literal},{text})-1)")


def _sign(at: dict[Helper, str]) -> str:
    text, literal = at[Helper.TARGET_TEXT], at[Helper.TARGET_LITERAL]
    prefix = _prefix(text, literal)
    branches = '""'
    for sign, glyphs in grammar.SIGN_GLYPHS.items():
        found = f'ISNUMBER(FIND("|"&{prefix}&"|","{grammar.fenced(glyphs)}"))'
        branches = f'IF({found},"{sign}",{branches})'
    branches = f'IF({prefix}="","=",{branches})'
    words = (
        f'AND({literal}="",{_no_blanks(text)}<>"",'
        f'ISERROR(FIND("|"&{_no_blanks(text)}&"|",{NOT_APPLICABLE})),'
        f"SUMPRODUCT(--ISNUMBER(FIND({NO_WORDS},{text})))=0)"
    )
    return f'=IF(ISNUMBER({at[Helper.TARGET_NUMBER]}),{branches},IF({words},"文",""))'


def _unit(text: str, literal: str, number: str) -> str:
    tail = _no_blanks(f"MID({text},FIND({literal},{text})+LEN({literal}),40)")
    bare = f'SUBSTITUTE(SUBSTITUTE({tail},"(",""),")","")'
    return f'=IF(ISNUMBER({number}),{bare},"")'


def _actual_number(at: dict[Helper, str]) -> str:
    text, literal = at[Helper.ACTUAL_TEXT], at[Helper.ACTUAL_LITERAL]
    fenced = grammar.fenced(("", *grammar.SIGN_GLYPHS["="]))
    plain = f'ISNUMBER(FIND("|"&{_prefix(text, literal)}&"|","{fenced}"))'
    return "=" + _number_or(literal, plain)


def _score(at: dict[Helper, str], weight: str, scoring: Scoring) -> str:
    target, actual = at[Helper.TARGET_TEXT], at[Helper.ACTUAL_TEXT]
    sign = at[Helper.TARGET_SIGN]
    nothing = (
        f'OR(NOT(ISNUMBER({weight})),{sign}="",{_no_blanks(actual)}="",'
        f'ISNUMBER(FIND("|",{target}&{actual})))'
    )
    by_words = _words_score(at, weight, scoring)
    by_number = _number_score(at, weight, scoring)
    decided = f'IF({sign}="文",{by_words},{by_number})'
    return f'IFERROR(IF({nothing},"",IF({weight}<0,"",{decided})),"")'


def _words_score(at: dict[Helper, str], weight: str, scoring: Scoring) -> str:
    actual = _no_blanks(at[Helper.ACTUAL_TEXT])
    target = _no_blanks(at[Helper.TARGET_TEXT])
    said = {
        grade: f'ISNUMBER(FIND("|"&{actual}&"|",{name}))' for grade, name in GRADE_LISTS.items()
    }
    is_all = (
        f"IF(ISNUMBER({at[Helper.ACTUAL_NUMBER]}),"
        f'AND({at[Helper.ACTUAL_NUMBER]}=100,{at[Helper.ACTUAL_UNIT]}="%"),FALSE)'
    )
    full = f"OR({is_all},EXACT({actual},{target}),{said[Grade.ACHIEVED]})"
    lower = '""'
    for grade, top in scoring.tops:
        share = _rounded(f"{weight}*{top}")
        lower = f"IF({said[grade]},{share},{lower})"
    return f"IF({full},{weight},{lower})"


def _number_score(at: dict[Helper, str], weight: str, scoring: Scoring) -> str:
    target, actual = at[Helper.TARGET_NUMBER], at[Helper.ACTUAL_NUMBER]
    unit = at[Helper.TARGET_UNIT]
    known = (
        f"AND(ISNUMBER({actual}),EXACT({unit},{at[Helper.ACTUAL_UNIT]}),"
        f'ISNUMBER(FIND("|"&{unit}&"|",{UNITS})))'
    )
    sign = at[Helper.TARGET_SIGN]
    at_zero = f'IF(OR({sign}="≥",{actual}<=0),{weight},0)'
    share = _rounded(f"{actual}*{weight}/{target}")
    positive = f"IF({target}=0,{at_zero},IF({actual}>={target},{weight},{share}))"
    inverse = _inverse_score(target, actual, weight, scoring)
    return f'IF({known},IF({sign}="≤",{inverse},{positive}),"")'


def _inverse_score(target: str, actual: str, weight: str, scoring: Scoring) -> str:
    if scoring.inverse == "target_over_actual":
        missed = _rounded(f"{target}*{weight}/{actual}")
    else:
        share = _rounded(f"(2*{target}-{actual})*{weight}/{target}")
        missed = f"IF({actual}>=2*{target},0,{share})"
    return f"IF({actual}<={target},{weight},{missed})"


def _rounded(expression: str) -> str:
    """Round as the engine does: 10 decimals first, so that both see the same halves."""
    return f"ROUND(ROUND({expression},10),2)"
