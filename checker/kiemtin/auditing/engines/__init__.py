"""Where shards run: worker processes of this machine, or those of a dask cluster."""
