"""The gate over HTTP: routes, what they take and give, and the process that serves them."""
