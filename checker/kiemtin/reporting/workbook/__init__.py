"""A copy of a rundown as a workbook: notes on its cells, a sheet with the required order."""
