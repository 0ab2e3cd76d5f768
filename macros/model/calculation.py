"""What a worksheet works out for who fills it in on a screen: sums for each party, with and without the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import Field

from macros.model.fields import Line, Many, Part, Slug, Some, Text, mistake, slug
from macros.model.worksheet_fields import AnyField, Column, TableField


class Sum(Part):
    """A table of amounts, and what its columns are. Amounts with another `what` are never added up."""

    table: Slug = Field(description="de tabel met de bedragen")
    what: Line = Field(description="wat er geteld wordt, bijvoorbeeld geld")
    party: Slug = Field(description="de kolom met de partij")
    year: Slug = Field(description="de kolom met het jaar; die heeft options")
    sort: Slug | None = Field(None, description="de kolom met de soort, zoals kosten of opbrengst; die heeft options")
    gets: Many[Line] = Field((), description="de soorten die een partij krijgt; al het andere geeft zij")
    with_: Slug = Field(alias="with", description="de kolom met wat er is met het netwerk; die heeft amount")
    without: Slug = Field(description="de kolom met wat er zonder het netwerk zou zijn; met dezelfde amount")


class Effects(Part):
    """A table of what changes and is no amount: it stands beside the sums."""

    table: Slug = Field(description="de tabel met wat verandert")
    party: Slug = Field(description="de kolom met de partij")
    text: Slug = Field(description="de kolom met wat er verandert")
    how: Slug = Field(description="de kolom die zegt hoe je het weet")


class Assumptions(Part):
    """A table of what is taken for granted: it stands under the sums."""

    table: Slug = Field(description="de tabel met wat je aanneemt")
    text: Slug = Field(description="de kolom met wat je aanneemt")


class Calculation(Part):
    """What the page adds up while people type. On paper they do it themselves, in the fields `by_hand`."""

    by_hand: Some[Slug] = Field(description="de velden waarin je op papier zelf rekent; daar staat op het scherm de uitkomst")
    sums: Some[Sum] = Field(description="de tabellen die worden opgeteld")
    effects: Effects | None = Field(None, description="wat niet in getallen past")
    assumptions: Assumptions | None = Field(None, description="wat je aanneemt")
    caution: Text = Field(description="wat de uitkomst niet is; staat bij de uitkomst")

    def check(self, parts: Iterable[Sequence[AnyField]]) -> None:
        """Every name must be a field or a column that can be what it is said to be. Raises a Dutch mistake."""
        ids = [[field.id for field in part] for part in parts]
        fields: dict[str, AnyField] = {field.id: field for part in parts for field in part}
        unknown = next((name for name in self.by_hand if name not in fields), None)
        if unknown:
            raise mistake(f"Bij calculation staat '{unknown}', maar dat veld is er niet.", f"Kies uit: {', '.join(fields)}.")
        first = self.by_hand[0]
        own = next(part for part in ids if first in part)
        if tuple(own[own.index(first) :][: len(self.by_hand)]) != self.by_hand:
            raise mistake(
                "De velden bij by_hand staan niet achter elkaar.", "Zet ze in één onderdeel onder elkaar, en noem ze hier net zo."
            )
        for one in (*self.sums, self.effects, self.assumptions):
            for name, column in _columns(one, fields) if one else ():
                if name in ("year", "sort", "how") and not column.options:
                    raise mistake(f"De kolom '{column.id}' heeft geen options.", f"Bij {name} moet je kunnen kiezen.")
        for sum_ in self.sums:
            columns = dict(_columns(sum_, fields))
            if not columns["with_"].amount or columns["with_"].amount != columns["without"].amount:
                raise mistake(
                    f"In '{sum_.table}' hebben '{sum_.with_}' en '{sum_.without}' niet dezelfde amount.", "Zet bij allebei euro of hours."
                )
            sorts = columns["sort"].options if sum_.sort else ()
            odd = next((name for name in sum_.gets if slug(name) not in map(slug, sorts)), None)
            if odd:
                raise mistake(
                    f"'{odd}' bij gets is geen soort in '{sum_.table}'.", f"Kies uit: {', '.join(sorts) or 'niets, want er is geen sort'}."
                )


def _columns(part: Sum | Effects | Assumptions, fields: Mapping[str, AnyField]) -> Iterator[tuple[str, Column]]:
    """The columns that a part names, by what it calls them."""
    table = fields.get(part.table)
    if not isinstance(table, TableField):
        tables = [name for name, field in fields.items() if isinstance(field, TableField)]
        raise mistake(f"Bij calculation staat '{part.table}', maar die tabel is er niet.", f"Kies uit: {', '.join(tables)}.")
    columns = {column.id: column for column in table.columns}
    for name in type(part).model_fields:
        wanted = getattr(part, name)
        if name in ("table", "what", "gets") or wanted is None:
            continue
        if wanted not in columns:
            raise mistake(f"De tabel '{part.table}' heeft geen kolom '{wanted}'.", f"Kies uit: {', '.join(columns)}.")
        yield name, columns[wanted]
