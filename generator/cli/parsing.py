"""The words of a command line as the values a command takes."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

from generator.cli.arguments import Argument, Option, Parameter


class WrongUse(Exception):  # noqa: N818  (an answer to the user, not a program error)
    """A command was called wrongly; the text says how, in Chinese."""


def parse(parameters: Sequence[Parameter], words: Iterable[str]) -> dict[str, Any]:
    """Return the values given, by the names of the parameters.

    Options may stand before, between and behind the arguments; behind ``--`` nothing is an option.
    Raises ``WrongUse``.
    """
    options = {name: each for each in parameters for name in _names(each)}
    waiting, values, arguments = deque(words), dict[str, Any](), list[str]()
    while waiting:
        word = waiting.popleft()
        if word == "--":
            arguments += waiting
            break
        if word.startswith("-") and len(word) > 1:
            _take_option(options, word, waiting, values)
        else:
            arguments.append(word)
    _take_arguments(parameters, arguments, values)
    for each in parameters:
        if each.required and each.name not in values:
            raise WrongUse(f"缺少参数“{each.shown}”")
    return values


def _names(parameter: Parameter) -> tuple[str, ...]:
    declared = parameter.declared
    return declared.names if isinstance(declared, Option) else ()


def _take_option(
    options: dict[str, Parameter], word: str, waiting: deque[str], values: dict[str, Any]
) -> None:
    """Take one option, its value from ``--name=value``, ``-nvalue`` or the word that follows."""
    if word.startswith("--"):
        name, given, value = word.partition("=")
    else:
        name, value = word[:2], word[2:]
        given = value
    option = options.get(name)
    if option is None or (given and option.is_switch):
        raise WrongUse(f"没有“{word if option else name}”这个选项")
    if option.is_switch:
        values[option.name] = True
    elif given or waiting:
        _put(option, value if given else waiting.popleft(), values)
    else:
        raise WrongUse(f"选项“{name}”后面缺少内容")


def _take_arguments(
    parameters: Sequence[Parameter], given: list[str], values: dict[str, Any]
) -> None:
    """Give the words to the arguments in order; one that takes many takes all that are left."""
    waiting = deque(given)
    for each in parameters:
        if isinstance(each.declared, Argument):
            for _ in range(len(waiting) if each.many else min(1, len(waiting))):
                _put(each, waiting.popleft(), values)
    if waiting:
        raise WrongUse(f"多余的参数“{waiting[0]}”")


def _put(parameter: Parameter, word: str, values: dict[str, Any]) -> None:
    value = _number(parameter, word) if parameter.kind is int else parameter.kind(word)
    if parameter.many:
        values.setdefault(parameter.name, []).append(value)
    else:
        values[parameter.name] = value


def _number(parameter: Parameter, word: str) -> int:
    least = parameter.declared.least if isinstance(parameter.declared, Option) else None
    if not word.isdecimal() or (least is not None and int(word) < least):
        beyond = "" if least is None else f"（不小于 {least}）"
        raise WrongUse(f"“{parameter.shown}”应为整数{beyond}，不能是“{word}”")
    return int(word)
