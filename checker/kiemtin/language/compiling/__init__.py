"""From syntax trees to the rulebook in force: linked, typed, in layers, its tables checked."""
