"""Reading outside the app's process, since a hostile file can end the process that reads it.

A child process (`python -m ita_data.worker`) reads one file at a time under a memory and a
time limit. Where it dies or takes too long it is replaced, and the officer gets a sentence.
"""

from ita_data.worker.service import ReadingService, read_safely

__all__ = ["ReadingService", "read_safely"]
