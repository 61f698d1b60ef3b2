"""Credentials: azure-identity gets tokens of every kind, and is refused where it should be."""
import json
import os
import pathlib
import unittest
from unittest import mock

from azure.core.exceptions import ClientAuthenticationError, HttpResponseError, ResourceExistsError
from azure.identity import CertificateCredential, ManagedIdentityCredential, WorkloadIdentityCredential

from arm import certificates, standard
from harness.running import Running
from harness.tokens import federated_token

from .clients import Clients

SCOPE = "https://management.azure.com/.default"


class WithAzure(unittest.TestCase):
    judged = ()

    def setUp(self):
        running = Running(judged=self.judged)
        self.azure = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)
        self.options = {"authority": self.azure.endpoint, "disable_instance_discovery": True,
                        "connection_verify": str(self.azure.ca)}


class Credentials(WithAzure):
    def works(self, credential):
        clients = Clients(self.azure, credential)
        self.assertTrue(list(clients.subscriptions.subscriptions.list()))

    def test_secret(self):
        self.works(Clients(self.azure).secret())
        with self.assertRaises(ClientAuthenticationError) as caught:
            Clients(self.azure).secret("wrong").get_token(SCOPE)
        self.assertIn("AADSTS7000215", str(caught.exception))

    def test_certificate(self):
        path = certificates.client(self.azure.folder, "client-rsa", "rsa")
        other = certificates.client(self.azure.folder, "client-other", "rsa")
        self.azure.world["principals"]["pipeline"]["certificates"] = [path.read_text()]
        self.works(CertificateCredential(standard.TENANT, standard.CLIENT, str(path), **self.options))
        with self.assertRaises(ClientAuthenticationError):
            CertificateCredential(standard.TENANT, standard.CLIENT, str(other), **self.options).get_token(SCOPE)

    def test_workload_identity(self):
        file = pathlib.Path(self.azure.folder, "token")
        file.write_text(federated_token())
        self.works(WorkloadIdentityCredential(tenant_id=standard.TENANT, client_id=standard.CLIENT, token_file_path=str(file),
                                              **self.options))
        file.write_text(federated_token(sub="repo:somebody/else:ref:main"))
        with self.assertRaises(ClientAuthenticationError):
            WorkloadIdentityCredential(tenant_id=standard.TENANT, client_id=standard.CLIENT, token_file_path=str(file),
                                       **self.options).get_token(SCOPE)

    def test_managed_identity(self):
        with mock.patch.dict(os.environ, {"AZURE_POD_IDENTITY_AUTHORITY_HOST": self.azure.imds.url}):
            self.works(ManagedIdentityCredential())
            self.works(ManagedIdentityCredential(client_id=standard.USER_IDENTITY))
            with self.assertRaises((ClientAuthenticationError, HttpResponseError)):
                ManagedIdentityCredential(client_id=standard.CLIENT).get_token(SCOPE)


class Data(WithAzure):
    """The data planes: vault and blobs, with rights of their own."""

    # The SDK of vaults asks once without a token, to learn whose token the vault wants.
    judged = ("auth-missing KeyVault_GetSecret",)

    def test_vault(self):
        clients = Clients(self.azure)
        vault = self.azure.vaults[standard.VAULT].url
        with self.assertRaises(HttpResponseError):
            clients.secrets(vault).get_secret("ssh-private-key")
        self.azure.world["principals"]["pipeline"]["roles"].append({"role": "Key Vault Secrets User", "scope": standard.VAULT})
        self.assertEqual(Clients(self.azure).secrets(vault).get_secret("ssh-private-key").value, "planted-vault-secret")

    def test_blobs(self):
        clients = Clients(self.azure)
        clients.resources.resource_groups.create_or_update("store", {"location": "westeurope"})
        template = {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                    "contentVersion": "1.0.0.0", "resources": [{
                        "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "plugins",
                        "location": "westeurope", "sku": {"name": "Standard_LRS"}, "kind": "StorageV2"}],
                    "outputs": {"blob": {"type": "string", "value":
                                "[reference(resourceId('Microsoft.Storage/storageAccounts', 'plugins')).primaryEndpoints.blob]"}}}
        done = clients.deployments.deployments.begin_create_or_update(
            "store", "plugins", {"properties": {"mode": "Incremental", "template": template}}).result()
        service = clients.blobs(done.properties.outputs["blob"]["value"])
        container = service.get_container_client("slipway")
        container.create_container()
        blob = container.get_blob_client("plugin")
        blob.upload_blob(b"the plugin")
        with self.assertRaises(ResourceExistsError):
            blob.upload_blob(b"another")
        self.assertEqual(blob.download_blob().readall(), b"the plugin")
        self.assertTrue(blob.exists())
        lines = [json.loads(x) for x in (self.azure.folder / "storage.jsonl").read_text().splitlines()]
        self.assertTrue(any(x["operation"] == "Blob_Put" for x in lines))
