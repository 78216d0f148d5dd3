"""法规库: rules by kind, their articles, and what cites them."""
