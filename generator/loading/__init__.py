"""Files to a playbook: the only place that knows YAML."""

from generator.loading.load import Loaded, load
from generator.loading.problem import Problem

__all__ = ["Loaded", "Problem", "load"]
