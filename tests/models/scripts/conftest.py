"""PyTorch is large and no part of nnviz: its tests are where it is, or where NNVIZ_TORCH names a Python that has it."""

import os
from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") or "NNVIZ_TORCH" in os.environ else ["test_torch_script.py"]
