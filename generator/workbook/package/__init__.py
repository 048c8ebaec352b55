"""The zip container of a workbook: opened within limits, written back byte for byte."""

from generator.workbook.package.atomic import save_atomically, whole_file
from generator.workbook.package.limits import Limits
from generator.workbook.package.package import Package

__all__ = ["Limits", "Package", "save_atomically", "whole_file"]
