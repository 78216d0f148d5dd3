"""Records out: domain objects -> the bytes of a document. No Qt, no files."""
