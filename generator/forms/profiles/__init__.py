"""Scoring profiles: the weights, bands and thresholds in force in a place, each with its source."""

from generator.forms.profiles.load import ProfileError, load_profile, profile_ids, read_profile
from generator.forms.profiles.model import Band, Certainty, Cited, GradeBand, Profile

__all__ = [
    "Band",
    "Certainty",
    "Cited",
    "GradeBand",
    "Profile",
    "ProfileError",
    "load_profile",
    "profile_ids",
    "read_profile",
]
