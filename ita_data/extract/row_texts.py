"""The texts of a table's row by what they mean: what its number, its title, its steps are."""

from collections.abc import Mapping, Sequence

from ita_data.extract.columns import Column
from ita_data.extract.numbers import number_of
from ita_data.extract.tables import columns_by_field


class RowTexts:
    """Reads the rows of one table. `inside` is a row's texts by column, without those beside
    the table."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.by_field = columns_by_field(columns)

    def inside(self, texts: Mapping[int, str]) -> dict[int, str]:
        return {c.column: texts[c.column] for c in self.columns if c.column in texts}

    def of(self, name: str, inside: Mapping[int, str]) -> str:
        """What stands in a field's columns; "" where nothing does."""
        columns = self.by_field.get(name, ())
        return " ".join([inside[c.column] for c in columns if c.column in inside])

    def number(self, inside: Mapping[int, str]) -> str:
        """The words in the number column."""
        return self.of("number", inside)

    def own_number(self, inside: Mapping[int, str]) -> int | None:
        return number_of(self.number(inside))

    def columns_of(self, name: str) -> list[int]:
        return [column.column for column in self.by_field.get(name, ())]

    def say_a_measure(self, inside: Mapping[int, str]) -> bool:
        return bool(self.of("title", inside) and self.of("steps", inside))

    def are_a_measure(self, texts: Mapping[int, str]) -> bool:
        """Whether a row is a measure's for sure: numbered, or with a title and steps."""
        inside = self.inside(texts)
        return self.own_number(inside) is not None or self.say_a_measure(inside)
