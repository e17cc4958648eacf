"""Files to a playbook: the only place that knows YAML."""

from generator.loading.folders.closed import not_here
from generator.loading.load import Loaded, load
from generator.loading.problem import Problem
from generator.loading.site.options import OptionError, find_root, read_options, settings

__all__ = ["Loaded", "OptionError", "Problem", "find_root", "load", "not_here", "read_options", "settings"]
