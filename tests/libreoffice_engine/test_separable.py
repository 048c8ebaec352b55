"""The engine stands alone: nothing of this project is needed to use it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "xladdin" / "libreoffice"


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.stem)
def test_it_imports_only_the_standard_library_and_xlwings(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            top = name.partition(".")[0]
            own = name == "xladdin.libreoffice" or name.startswith("xladdin.libreoffice.")
            assert own or top == "xlwings" or top in sys.stdlib_module_names, name
            assert not name.startswith("xlwings.pro")


def test_importing_it_needs_no_libreoffice() -> None:
    code = "import sys, xladdin.libreoffice; assert 'uno' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PACKAGE.parents[1])
