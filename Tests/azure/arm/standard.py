"""The Azure that a test begins with: one subscription, a network team's VNet, quota enough. Tests merge changes over it."""
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SUBSCRIPTION = "11111111-2222-3333-4444-555555555555"
CLIENT = "0c11e000-0000-4000-8000-000000000001"
SECRET = "planted-client-secret"
LOCATION = "westeurope"
SCOPE = f"/subscriptions/{SUBSCRIPTION}"
NETWORK_GROUP = f"{SCOPE}/resourceGroups/network-team"
VNET = f"{NETWORK_GROUP}/providers/Microsoft.Network/virtualNetworks/corp"
SYSTEM_IDENTITY = "5e1f0000-0000-4000-8000-000000000001"
USER_IDENTITY = "5e1f0000-0000-4000-8000-000000000002"
USER_IDENTITY_ID = f"{NETWORK_GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/pipeline"
VAULT = f"{NETWORK_GROUP}/providers/Microsoft.KeyVault/vaults/team-vault"

PROVIDERS = ("Microsoft.Compute", "Microsoft.Network", "Microsoft.Storage", "Microsoft.ManagedIdentity",
             "Microsoft.Authorization", "Microsoft.Resources", "Microsoft.KeyVault")


def _subnet(name, prefix):
    return {"name": name, "properties": {"addressPrefix": prefix}}


def _vnet():
    return {
        "location": LOCATION, "tags": {"owner": "network-team"},
        "properties": {
            "addressSpace": {"addressPrefixes": ["10.7.0.0/16"]},
            "subnets": [_subnet("masters", "10.7.1.0/24"), _subnet("nodes", "10.7.2.0/23"),
                        _subnet("other", "10.7.8.0/24")],
            "virtualNetworkPeerings": [{
                "name": "hub",
                "properties": {
                    "peeringState": "Connected", "peeringSyncLevel": "FullyInSync", "allowVirtualNetworkAccess": True,
                    "allowForwardedTraffic": True, "useRemoteGateways": False, "allowGatewayTransit": False,
                    "remoteVirtualNetwork": {"id": f"{SCOPE}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub"},
                    "remoteAddressSpace": {"addressPrefixes": ["10.9.0.0/16"]},
                },
            }],
        },
    }


def standard():
    """A fresh copy, as JSON values."""
    # Owners manage everything, yet read and write no data: that takes a role of its own.
    owner = [{"role": "Owner", "scope": SCOPE}, {"role": "Storage Blob Data Contributor", "scope": SCOPE}]
    return {
        "tenant": TENANT,
        "tokenLifetime": 3600,
        "subscriptions": {SUBSCRIPTION: {"name": "Platform", "state": "Enabled"}},
        "principals": {
            "pipeline": {
                "clientId": CLIENT, "objectId": "0b1ec700-0000-4000-8000-000000000001", "secret": SECRET, "roles": owner,
                "federated": {"issuer": "https://token.actions.githubusercontent.com", "subject": "repo:team/clusters:ref:main"},
            },
            "machine": {"clientId": SYSTEM_IDENTITY, "objectId": "0b1ec700-0000-4000-8000-000000000002", "system": True,
                        "roles": owner},
            "assigned": {"clientId": USER_IDENTITY, "objectId": "0b1ec700-0000-4000-8000-000000000003",
                         "resourceId": USER_IDENTITY_ID, "roles": owner},
        },
        "providers": {name: "Registered" for name in PROVIDERS},
        "registrationPolls": 1,
        "groups": {
            NETWORK_GROUP: {"location": LOCATION, "tags": {"owner": "network-team"}},
            f"{SCOPE}/resourceGroups/vm-team": {"location": LOCATION},
        },
        "resources": {
            VNET: _vnet(),
            VAULT: {
                "location": LOCATION,
                "properties": {
                    "tenantId": TENANT, "sku": {"family": "A", "name": "standard"}, "accessPolicies": [],
                    "enabledForTemplateDeployment": True, "enableRbacAuthorization": True, "provisioningState": "Succeeded",
                },
            },
        },
        "secrets": {VAULT: {"ssh-private-key": "planted-vault-secret", "client-secret": "planted-vault-client-secret"}},
        "occupied": {
            f"{VNET}/subnets/masters": {"first": "10.7.1.10", "count": 1},
            f"{VNET}/subnets/other": {"first": "10.7.8.4", "count": 30},
        },
        "quota": {
            "compute": {"cores": [40, 20000], "virtualMachines": [10, 25000], "virtualMachineScaleSets": [0, 2500],
                        "availabilitySets": [0, 2500], "standardDSv5Family": [16, 20000]},
            "network": {"PublicIPAddresses": [4, 1000], "StandardSkuPublicIpAddresses": [4, 1000],
                        "LoadBalancers": [1, 1000], "StandardSkuLoadBalancers": [1, 1000], "VirtualNetworks": [1, 1000],
                        "NetworkSecurityGroups": [2, 5000], "NetworkInterfaces": [35, 65536], "NatGateways": [0, 1000],
                        "RouteTables": [0, 200]},
        },
        "skus": {},
        "images": {
            "Canonical/ubuntu-24_04-lts/server": ["24.04.202509170", "24.04.202510010"],
            "Canonical/ubuntu-24_04-lts/server-arm64": ["24.04.202509170"],
            "Canonical/0001-com-ubuntu-server-jammy/22_04-lts-gen2": ["22.04.202509170"],
        },
        "takenLabels": [],
        "locks": [],
        "policies": [],
        "failing": {},
        "stuck": "",
        "whatIf": "ok",
        "hiddenFor": 0,
        "deletePolls": 1,
        "pageSize": 100,
        "http2": False,
        "pace": None,
        "retryAfter": 0,
        "limits": {"reads": 11999, "writes": 1199, "deletes": 14999},
        "publicAddresses": "52.174.0.10",
    }


def merge(base, change):
    """`change` over `base`: objects merged, other values replaced, null removes."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    merged = dict(base)
    for name, value in change.items():
        if value is None and name in merged and name != "pace":
            del merged[name]
        else:
            merged[name] = merge(merged.get(name), value)
    return merged
