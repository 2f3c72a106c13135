"""Tables of people in a Word file: what stands before each of their paragraphs."""

from __future__ import annotations

from kiemtin.documents.tables import people_table
from kiemtin.documents.word_paragraphs import Paragraph


def cell_signs(found: list[Paragraph]) -> dict[int, str]:
    """What stands before each paragraph, by its 1-based index, in tables of people: a row is a line there.

    Also -index of each paragraph that is a heading over columns.
    """
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for index, paragraph in enumerate(found, start=1):
        if paragraph.cell is not None:
            table, row, column = paragraph.cell
            tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(index)
    signs: dict[int, str] = {}
    for rows in tables.values():
        told = [
            ["\n".join(filter(str.strip, (found[at - 1].text for at in cell))) for cell in row.values()]
            for row in rows.values()
        ]
        people = people_table(told)
        if people is None:
            continue
        for number, cells in enumerate(rows.values()):
            for column, (cell, words) in enumerate(zip(cells.values(), told[number], strict=True)):
                for at in cell:
                    first = column == 0 and at == cell[0]
                    signs[at] = "\n" if first else people.before[column] if words.strip() else ""
                    if number == 0 and people.headed:
                        signs[-at] = ""
    return signs
