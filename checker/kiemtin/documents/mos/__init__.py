"""MOS messages (https://mosprotocol.com): a running order replayed from what was sent, message by message."""
