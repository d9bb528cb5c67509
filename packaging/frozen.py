"""Where both frozen programs begin. ``-m cdd_desktop.central`` serves the sample province's central endpoint, as the
same words do with a plain Python."""

import sys

if sys.argv[1:3] == ["-m", "cdd_desktop.central"]:
    del sys.argv[1:3]
    from cdd_desktop.central.cli import main
else:
    if sys.argv[1:3] == ["-m", "cdd_desktop"]:
        del sys.argv[1:3]
    from cdd_desktop.cli import main

sys.exit(main())
