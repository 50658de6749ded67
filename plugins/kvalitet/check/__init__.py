"""Everything the check has to say of a collection of standards, and its exit code."""

from kvalitet.check.run import Assessed, Report, check_collection, run_check

__all__ = ["Assessed", "Report", "check_collection", "run_check"]
