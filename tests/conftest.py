"""Before Qt is imported: no display is needed, and without one Qt would abort the whole run."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
