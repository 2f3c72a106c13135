"""Archives: many documents in one file or folder, read one after the other in constant memory."""
