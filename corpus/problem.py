"""What a check reports."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One breach of a rule: where it is, what is wrong, what to do."""

    table: str
    row: str
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """The problem in one line."""
        where = " / ".join(part for part in (self.table, self.row, self.field) if part)
        return f"{where}: {self.message} → {self.remedy}"
