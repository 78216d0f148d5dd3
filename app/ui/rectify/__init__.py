"""改: putting things right at home; this version has only a page that says so."""
