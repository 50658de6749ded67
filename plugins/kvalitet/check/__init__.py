"""Everything the check has to say of a collection of standards, and its exit code."""

from kvalitet.check.release import Release, hold_back
from kvalitet.check.run import Assessed, Report, check_collection, run_check

__all__ = ["Assessed", "Release", "Report", "check_collection", "hold_back", "run_check"]
