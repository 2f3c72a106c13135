"""The command `kiemtin`: one thin file a sub-command, each imported only when it is called."""
