"""Everything that comes back: files, folders and archives, down to the single workbook.

What a file is, is told by its content; nothing that was found is lost without a word.
"""

from generator.batch.intake.found import Input, loaded
from generator.batch.intake.limits import ArchiveLimits
from generator.batch.intake.listing import Listing

__all__ = ["ArchiveLimits", "Input", "Listing", "loaded"]
