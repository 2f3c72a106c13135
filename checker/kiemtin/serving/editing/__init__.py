"""What the page for editors asks of a child: drafts as they are typed, rundowns as they are reordered."""
