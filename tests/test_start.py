"""The server loads the code of the first page before the first visitor is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).parents[1]
_LADEN = """
import sys
from start import laad
beurt = sys.getswitchinterval()
laad()
assert sys.getswitchinterval() == beurt
voor = set(sys.modules)
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("streamlit_app.py", default_timeout=60).run()
assert not at.exception
print(sorted(naam for naam in set(sys.modules) - voor if naam.startswith(("core.", "pages.onderdelen."))))
"""


def test_the_first_page_finds_its_code_loaded(eigen_datamap: Path) -> None:
    opdracht = [sys.executable, "-W", "ignore", "-c", _LADEN]
    uit = subprocess.run(opdracht, capture_output=True, text=True, cwd=WORTEL, timeout=120)
    assert uit.returncode == 0, uit.stderr
    assert uit.stdout.strip() == "[]"
