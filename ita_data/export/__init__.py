"""What leaves the program: the official report, the Excel summary, print styles."""
