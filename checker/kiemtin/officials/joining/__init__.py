"""From pieces to names with their titles: the grammar of chains."""
