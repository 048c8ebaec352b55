"""Imports run one way: forms <- workbook <- batch <- cli, and xladdin on top of them."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("generator", "xladdin")
    for path in (ROOT / package).rglob("*.py")
}
ORDER = ["generator.forms", "generator.workbook", "generator.batch", "generator.cli"]
SPREADSHEETS = {"openpyxl", "lxml", "zipfile", "xlsxwriter", "python_calamine"}


def imported(module: str, *, everywhere: bool = True) -> Iterator[str]:
    """Yield what a module imports; ``everywhere`` includes imports inside functions."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def layer(module: str) -> int | None:
    return next((n for n, name in enumerate(ORDER) if (module + ".").startswith(name + ".")), None)


@pytest.mark.parametrize("module", MODULES)
def test_a_layer_imports_only_layers_below(module: str) -> None:
    own = layer(module)
    for name in imported(module):
        assert own is None or (layer(name) or 0) <= own, f"{module} imports {name}"


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("generator")])
def test_the_engine_knows_neither_excel_nor_the_addin(module: str) -> None:
    assert not {name.partition(".")[0] for name in imported(module)} & {"xlwings", "xladdin"}


@pytest.mark.parametrize("module", [n for n in MODULES if n.startswith("generator.forms")])
def test_forms_know_no_spreadsheet(module: str) -> None:
    assert not {name.partition(".")[0] for name in imported(module)} & SPREADSHEETS


def test_there_is_no_import_cycle() -> None:
    graph = {
        module: {
            name for name in imported(module, everywhere=False)
            if name in MODULES and name != module and not module.startswith(name + ".")
        }
        for module in MODULES
    }  # fmt: skip
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", [n for n in MODULES if not n.startswith("generator.cli")])
def test_nothing_below_the_command_line_prints_or_exits(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "sys.exit", "exit", "quit", "os._exit"}
