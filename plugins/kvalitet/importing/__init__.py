"""From a document to a draft of a standard: what it says, where it belongs, and how sure that is.

Nothing is named here: reading documents and writing YAML need libraries that are an extra of the package, and each
module is loaded by those who use it.
"""
