"""Where a name begins and ends, and whether it looks like one."""
