"""Microsoft's clients, pointed at a loopback Azure."""
from azure.identity import ClientSecretCredential
from azure.keyvault.secrets import SecretClient
from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.keyvault import KeyVaultManagementClient
from azure.mgmt.msi import ManagedServiceIdentityClient
from azure.mgmt.network import NetworkManagementClient
from azure.mgmt.resource.deployments import DeploymentsMgmtClient
from azure.mgmt.resource.resources import ResourceManagementClient
from azure.mgmt.resource.subscriptions import SubscriptionClient
from azure.storage.blob import BlobServiceClient

from arm import standard


class Clients:
    """One of each, made when asked for."""

    def __init__(self, azure, credential=None):
        self._azure = azure
        self._trust = {"connection_verify": str(azure.ca)}
        self.credential = credential or self.secret()

    def secret(self, secret=standard.SECRET):
        return ClientSecretCredential(standard.TENANT, standard.CLIENT, secret, authority=self._azure.endpoint,
                                      disable_instance_discovery=True, **self._trust)

    def _made(self, kind, *arguments):
        # Without credential_scopes the client asks for a token of the public cloud, as users' scripts do.
        return kind(self.credential, *arguments, base_url=self._azure.endpoint, polling_interval=0.01, retry_backoff_factor=0.01,
                    **self._trust)

    @property
    def resources(self):
        return self._made(ResourceManagementClient, standard.SUBSCRIPTION)

    @property
    def deployments(self):
        return self._made(DeploymentsMgmtClient, standard.SUBSCRIPTION)

    @property
    def subscriptions(self):
        return self._made(SubscriptionClient)

    @property
    def network(self):
        return self._made(NetworkManagementClient, standard.SUBSCRIPTION)

    @property
    def compute(self):
        return self._made(ComputeManagementClient, standard.SUBSCRIPTION)

    @property
    def authorization(self):
        return self._made(AuthorizationManagementClient, standard.SUBSCRIPTION)

    @property
    def identities(self):
        return self._made(ManagedServiceIdentityClient, standard.SUBSCRIPTION)

    @property
    def vaults(self):
        return self._made(KeyVaultManagementClient, standard.SUBSCRIPTION)

    def secrets(self, url):
        # The challenge names the vault's cloud host, which on loopback is none.
        return SecretClient(url, self.credential, verify_challenge_resource=False, **self._trust)

    def blobs(self, url, credential=None):
        return BlobServiceClient(url, credential or self.credential, **self._trust)
