"""Items as news systems hand them over: JSON (ninjs, Superdesk, WordPress), XML (NewsML-G2, NITF), HTML."""
