"""Packs as packages: a folder, a zip or a wheel with a name, a version and a hash."""
