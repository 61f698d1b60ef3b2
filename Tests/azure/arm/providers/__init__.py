"""Resource providers: what Azure answers for subscriptions, networks, machines, vaults and storage."""
