"""Whether a site says what its readers are not meant to read."""

from generator.leaks.find import Leak, find_leaks

__all__ = ["Leak", "find_leaks"]
