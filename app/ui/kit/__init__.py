"""Generic widgets. Import the modules you need; this package imports nothing, so that starting stays cheap."""
