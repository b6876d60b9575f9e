"""The child process: reads and marks with the library's own functions until its input ends."""

from ita_data.marking import mark
from ita_data.reading import load
from ita_data.worker.child import run

if __name__ == "__main__":
    run(load, mark)
