"""iNEWS: stories in NSML, alone or as a queue with its listing."""
