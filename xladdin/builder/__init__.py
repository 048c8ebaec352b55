"""The builder of ``jixiao.xlam``: the table of buttons, VBA source and settings made one file."""

from xladdin.builder.addin import build_addin
from xladdin.builder.settings import AddinSettings, read_settings

__all__ = ["AddinSettings", "build_addin", "read_settings"]
