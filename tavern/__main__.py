"""`python -m tavern`: the same as the command `tavern`."""

import sys

from tavern.cli import main

if __name__ == "__main__":
    sys.exit(main())
