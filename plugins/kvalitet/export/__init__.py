"""The data files: what is published for programs and people who count."""

from kvalitet.export.coverage import ADOPTED, coverage_record, dump_record
from kvalitet.export.files import export_files, find_catalogues, write_exports
from kvalitet.export.history import HistoryError, Snapshot, keep_snapshot, load_history
from kvalitet.export.spreadsheet import MISSING, can_make_spreadsheet

__all__ = [
    "ADOPTED",
    "MISSING",
    "HistoryError",
    "Snapshot",
    "can_make_spreadsheet",
    "coverage_record",
    "dump_record",
    "export_files",
    "find_catalogues",
    "keep_snapshot",
    "load_history",
    "write_exports",
]
