"""Make the flyers: `python3 make_flyers.py`, or `python3 make_flyers.py --help` for more."""

if __name__ == "__main__":  # workers load this file too, and have nothing to do in it
    from press.bootstrap import ensure_ready

    ensure_ready()

    from press.command import main  # nothing else may be imported before it is installed

    main()
