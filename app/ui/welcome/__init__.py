"""The first start: three short steps, each can be skipped."""
