"""The data files: what is published for programs and people who count."""

from kvalitet.export.coverage import coverage_record, dump_record
from kvalitet.export.files import export_files, write_exports

__all__ = ["coverage_record", "dump_record", "export_files", "write_exports"]
