"""The child process: reads with the library's own `load` until its input ends."""

from ita_data.reading import load
from ita_data.worker.child import run

if __name__ == "__main__":
    run(load)
