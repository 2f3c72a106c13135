"""The work calendar: what a newsroom knew beforehand of the events that pieces report."""
