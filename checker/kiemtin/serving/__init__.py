"""What asks from outside: the gate before publication, webhooks, watched folders."""
