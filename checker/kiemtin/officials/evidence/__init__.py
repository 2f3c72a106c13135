"""What a text says for and against a reading that a finding would rest on.

Asked only where a finding would be made, so nothing here is on the path of what is in order.
"""
