"""How well the files of a folder are read: precision and recall of fields and quantities.

python -m tests.cases.score [FOLDER]     # files with a *.gold.json beside each
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ita_data import UnreadableFile, load
from ita_data.inspection import inspection

HERE = Path(__file__).parent
TITLES = ("agency", "district", "province", "fiscal_year")
FIELDS = (
    "number", "title", "steps", "period_text", "start", "end", "departments", "departments_text",
    "output", "outcome", "declared_status", "budget_thb", "evidence",
)  # fmt: skip
QUANTITY = ("column", "amount", "unit", "comparison", "every_months", "per_year", "annual_target")
Item = tuple[Any, ...]


def fields(said: dict[str, Any]) -> Iterator[Item]:
    """Every field that holds something, with the measure's place in the report."""
    yield from ((name, str(said[name])) for name in TITLES if said.get(name) is not None)
    for at, measure in enumerate(said["measures"]):
        for name in FIELDS:
            if (value := measure.get(name)) not in (None, "", []):
                yield at, name, "".join(str(value).split())


def quantities(said: dict[str, Any]) -> Iterator[Item]:
    for at, measure in enumerate(said["measures"]):
        yield from ((at, *(q.get(name) for name in QUANTITY)) for q in measure["quantities"])


def score(pairs: list[tuple[dict[str, Any], dict[str, Any]]], of: Any) -> tuple[float, float]:
    """(precision, recall) over all (reading, gold) pairs."""
    right = found = wanted = 0
    for read, gold in pairs:
        one, other = Counter(of(read)), Counter(of(gold))
        right += (one & other).total()
        found, wanted = found + one.total(), wanted + other.total()
    return right / max(found, 1), right / max(wanted, 1)


def reading(case: Path) -> dict[str, Any]:
    """What is read; nothing where the file is refused."""
    try:
        return inspection(load(case.name, case.read_bytes()))
    except UnreadableFile:
        return {"measures": []}


def main(folder: Path) -> None:
    files = (p for p in sorted(folder.iterdir()) if p.suffix not in (".py", ".json", ""))
    golds = [(case, case.with_suffix(".gold.json")) for case in files]
    pairs = [
        (reading(case), json.loads(gold.read_text(encoding="utf-8")))
        for case, gold in golds
        if gold.exists()
    ]
    print(f"{len(pairs)} files")
    for what, of in (("fields", fields), ("quantities", quantities)):
        precision, recall = score(pairs, of)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        print(f"{what:<12}precision {precision:.4f}   recall {recall:.4f}   F1 {f1:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE)
