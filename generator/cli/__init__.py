"""The command ``jixiao``: the only place of the engine that prints and exits."""

from generator.cli.main import main

__all__ = ["main"]
