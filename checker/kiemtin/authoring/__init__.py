"""Help for who writes packs and drafts in an editor: what is wrong, what a word means, what may follow.

Pure questions to a text; `server` alone speaks the Language Server Protocol.
"""
