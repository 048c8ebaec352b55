"""Installing the add-in for one user, and finding out why it does not work."""

from xladdin.installing.doctor import Complaint, examine
from xladdin.installing.install import Installed, Locked, Unsupported, install, uninstall
from xladdin.installing.machine import Machine, ThisMachine

__all__ = [
    "Complaint",
    "Installed",
    "Locked",
    "Machine",
    "ThisMachine",
    "Unsupported",
    "examine",
    "install",
    "uninstall",
]
