"""The LibreOffice extension ``jixiao.oxt``: the same buttons as menu and toolbar."""

from xladdin.extension.build import build_extension

__all__ = ["build_extension"]
