"""Packs woven into one site of pages that open from a disk: wording, rules, examples, status, history."""
