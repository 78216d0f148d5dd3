"""讲: leading a session; this version has only a page that says so."""
