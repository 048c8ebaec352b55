"""What each button is proven to do, a module for each group of the ribbon."""

from tests.addin_proof.proofs import batch, carrying, checking, filling, help, reasons, scoring

__all__ = ["batch", "carrying", "checking", "filling", "help", "reasons", "scoring"]
