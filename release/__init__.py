"""From source to the PC on the desk: ``python3 dev.py build``. docs/release.md explains it."""
