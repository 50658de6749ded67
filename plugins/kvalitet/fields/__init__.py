"""Fields: what may stand where. A tree of text becomes typed values, each with its place."""

from kvalitet.fields.model import Field, Kind, Limit
from kvalitet.fields.typed import Typing, read_fields
from kvalitet.fields.value import Amount, Interval, Reference, Value

__all__ = ["Amount", "Field", "Interval", "Kind", "Limit", "Reference", "Typing", "Value", "read_fields"]
