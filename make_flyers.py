"""Make the flyers: `python3 make_flyers.py`, or `python3 make_flyers.py --help` for more."""

from press.bootstrap import ensure_ready

ensure_ready()

from press.cli import main  # noqa: E402  (nothing else may be imported before it is installed)

main()
