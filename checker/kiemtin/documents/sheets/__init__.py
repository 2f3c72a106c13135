"""Workbooks of Office Open XML, read leniently: raw numbers with their formats, as Excel opens them."""
