"""How well the files of a folder are read: precision and recall of fields and quantities.

python -m tests.cases.score [FOLDER]     # files with a *.gold.json beside each, folders inside too

A field counts as right where it says the same, white space (also of no width, which readings
keep as the file has it) apart; a quantity where its words,
amount, unit, comparison and cadence are the gold's. What a gold leaves out is not asked.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ita_data import UnreadableFile, load
from ita_data.export.letters import visible
from ita_data.inspection import inspection

HERE = Path(__file__).parent
TITLES = ("agency", "district", "province", "fiscal_year")
FIELDS = (
    "number", "title", "topic", "steps", "period_text", "start", "end", "departments",
    "departments_text", "output", "outcome", "declared_status", "budget_thb", "evidence",
)  # fmt: skip
QUANTITY = (
    "column", "text", "amount", "unit", "comparison", "every_months", "per_year", "annual_target",
)  # fmt: skip
Item = tuple[Any, ...]
Said = dict[str, Any]


def cases_in(folder: Path) -> list[Path]:
    """Every file that has a gold beside it, in this folder and those inside."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix not in (".py", ".json", ""))
    return [path for path in files if path.with_suffix(".gold.json").exists()]


def gold_of(case: Path) -> Said:
    said: Said = json.loads(case.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return said


def reading_like(case: Path, gold: Said) -> Said:
    """What is read, cut to the keys of the gold; nothing where the file is refused."""
    try:
        read = inspection(load(case.name, case.read_bytes()))
    except UnreadableFile:
        return {"measures": []}
    titles = {name: read[name] for name in TITLES if name in gold}
    return titles | {"measures": [_like(at, m, gold) for at, m in enumerate(read["measures"])]}


def _like(at: int, measure: Said, gold: Said) -> Said:
    asked = gold["measures"][at] if at < len(gold["measures"]) else measure
    return {key: measure[key] for key in asked}


def fields(said: Said) -> Iterator[Item]:
    """Every field that holds something, with the measure's place in the report."""
    yield from ((name, _squashed(said[name])) for name in TITLES if said.get(name) is not None)
    for at, measure in enumerate(said["measures"]):
        for name in FIELDS:
            if (value := measure.get(name)) not in (None, "", []):
                yield at, name, _squashed(value)


def quantities(said: Said) -> Iterator[Item]:
    for at, measure in enumerate(said["measures"]):
        for quantity in measure.get("quantities", ()):
            yield at, *(_squashed(quantity.get(name)) for name in QUANTITY)


def _squashed(value: Any) -> str:
    return "".join(visible(str(value)).split())


def score(pairs: list[tuple[Said, Said]], of: Any) -> tuple[float, float]:
    """(precision, recall) over all (reading, gold) pairs."""
    right = found = wanted = 0
    for read, gold in pairs:
        one, other = Counter(of(read)), Counter(of(gold))
        right += (one & other).total()
        found, wanted = found + one.total(), wanted + other.total()
    return right / max(found, 1), right / max(wanted, 1)


def main(folder: Path) -> None:
    pairs = [
        (reading_like(case, gold), gold) for case in cases_in(folder) for gold in [gold_of(case)]
    ]
    print(f"{len(pairs)} files")
    for what, of in (("fields", fields), ("quantities", quantities)):
        precision, recall = score(pairs, of)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        print(f"{what:<12}precision {precision:.4f}   recall {recall:.4f}   F1 {f1:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE)
