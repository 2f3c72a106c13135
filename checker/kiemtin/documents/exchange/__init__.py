"""Items as news systems hand them over as JSON: ninjs, Superdesk, WordPress."""
