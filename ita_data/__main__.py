"""`python -m ita_data …`"""

import sys

from ita_data.cli import main

if __name__ == "__main__":
    sys.exit(main())
