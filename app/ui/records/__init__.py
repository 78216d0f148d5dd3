"""记: what was studied, day by day."""
