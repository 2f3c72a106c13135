"""What no example shows of a pack: claims about its rules, each with an item that the engine has judged."""
