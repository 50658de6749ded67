"""Everything the check has to say of a collection of standards, and its exit code."""

from kvalitet.check.release import Release, hold_back
from kvalitet.check.run import Assessed, Checked, Report, Tally, check_files, gather, run_check

__all__ = ["Assessed", "Checked", "Release", "Report", "Tally", "check_files", "gather", "hold_back", "run_check"]
