"""Messages to and from other systems: signatures, a queue, and where they may go."""
