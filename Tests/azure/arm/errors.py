"""Errors in the shapes in which Azure reports them. Codes and places: public issue threads (see errors.json of the shelf)."""
import json

from .exchange import Refusal

# The code's HTTP status where it is refused at once, and the words in which Azure's English answer puts it.
SAYINGS = {
    "SubnetIsFull": (400, "Subnet {name} with address prefix {detail} does not have enough capacity for {count} IP addresses."),
    "PrivateIPAddressIsAllocated": (400, "IP configuration {name} is using the private IP address {detail} which is already allocated to resource {other}."),
    "PrivateIPAddressInReservedRange": (400, "Private static IP address {detail} falls within reserved IP range of subnet prefix {other}."),
    "PrivateIPAddressNotInSubnet": (400, "Private static IP address {detail} does not belong to the range of subnet prefix {other}."),
    "DnsRecordInUse": (400, "DNS record {detail} is already used by another public IP."),
    "PublicIPCountLimitReached": (400, "Cannot create more than {count} public IP addresses for this subscription in this region."),
    "StaticPublicIPCountLimitReached": (400, "Es können nicht mehr als {count} statische öffentliche IP-Adressen angelegt werden."),
    "AllocationFailed": (200, "Allocation failed. We do not have sufficient capacity for the requested VM size in this region."),
    "ZonalAllocationFailed": (200, "Allocation failed. We do not have sufficient capacity for the requested VM size in this zone."),
    "OverconstrainedAllocationRequest": (200, "Allocation failed. VM(s) with the following constraints cannot be allocated, because the condition is too restrictive.\n- Networking Constraints\n- VM Size"),
    "OverconstrainedZonalAllocationRequest": (200, "Allocation failed. VM(s) with the following constraints cannot be allocated.\n- Availability Zone\n- VM Size"),
    "VMExtensionProvisioningError": (200, "VM has reported a failure when processing extension 'bring-up'. Error message: \"Enable failed: failed to execute command: command terminated with exit status={exit}\n[stdout]\n\n[stderr]\n\"."),
    "VMExtensionProvisioningTimeout": (200, "Provisioning of VM extension bring-up has timed out."),
    "OSProvisioningTimedOut": (200, "OS Provisioning for VM '{name}' did not finish in the allotted time. The VM may still finish provisioning successfully."),
    "PrincipalNotFound": (400, "Principal {detail} does not exist in the directory {other}. Set the principalType property."),
    "RoleAssignmentUpdateNotPermitted": (400, "Tenant ID, application ID, principal ID, and scope are not allowed to be updated."),
    "RequestDisallowedByPolicy": (403, "Resource '{name}' was disallowed by policy. Policy identifiers: '[{{\"policyAssignment\":{{\"name\":\"{detail}\"}}}}]'."),
    "SkuNotAvailable": (409, "The requested VM size for resource '{name}' is currently not available in location 'westeurope'."),
    "QuotaExceeded": (400, "Operation could not be completed as it results in exceeding approved {detail} quota. Location: westeurope, Current Limit: 10, Current Usage: 8, Additional Required: 4, (Minimum) New Limit Required: 12."),
    "OperationNotAllowed": (409, "Operation could not be completed as it results in exceeding approved Total Regional Cores quota."),
    "AnotherOperationInProgress": (409, "Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: https://stranger.invalid/operations/1."),
    "RetryableError": (429, "A retryable error occurred."),
    "CanceledAndSupersededDueToAnotherOperation": (200, "Operation was canceled and superseded by another operation."),
    "NetcfgInvalidSubnet": (400, "Subnet '{name}' is not valid in virtual network 'corp'."),
    "InUseSubnetCannotBeDeleted": (400, "Subnet nodes is in use by {other} and cannot be deleted."),
    "ResourceNotFound": (404, "The Resource '{name}' was not found."),
    "InternalServerError": (500, "Encountered internal server error. Diagnostic information: timestamp, tracking id."),
    "LinkedAuthorizationFailed": (403, "The client has permission to perform action on scope; however, it does not have permission to perform action '{detail}' on the linked scope(s) '{other}'."),
    "MissingSubscriptionRegistration": (409, "The subscription is not registered to use namespace '{detail}'."),
    "InvalidParameter": (400, "The value of parameter {detail} is invalid."),
    "PlatformImageNotFound": (404, "The platform image '{detail}' is not available."),
}

# Codes that a provider reports after it had accepted the resource: they come wrapped once more.
LATE = {"AllocationFailed", "ZonalAllocationFailed", "OverconstrainedAllocationRequest", "VMExtensionProvisioningError",
        "VMExtensionProvisioningTimeout", "OSProvisioningTimedOut"}


class _Blank(dict):
    def __missing__(self, name):
        return name.upper()


def saying(code, **figures):
    """(HTTP status, message) of a code."""
    status, text = SAYINGS.get(code, (400, f"The operation failed with {code}."))
    return status, text.format_map(_Blank({"exit": "40", "count": "8", **figures}))


def failure(code, **figures):
    """The innermost error object of a code."""
    return {"code": code, "message": saying(code, **figures)[1]}


def status_message(error, late=None):
    """What a failed resource's operation says: the error, wrapped where the provider failed late."""
    if late if late is not None else error["code"] in LATE:
        return {"status": "Failed", "error": {
            "code": "ResourceDeploymentFailure", "target": error.get("target", ""),
            "message": "The resource write operation failed to complete successfully, because it reached terminal "
                       "provisioning state 'Failed'.",
            "details": [error]}}
    return {"error": error}


def words(status):
    """The HTTP status as older api-versions name it in place of a code."""
    return {400: "BadRequest", 403: "Forbidden", 404: "NotFound", 409: "Conflict"}.get(status, "BadRequest")


def deployment_failed(messages, wrapped=False):
    """The error of a failed deployment, from the status messages of its operations.

    `wrapped`: the form of older api-versions, with the error as JSON text inside a message."""
    details = []
    for message in messages:
        error = message["error"]
        if wrapped:
            status = SAYINGS.get(error["code"], (400, ""))[0]
            details.append({"code": words(409 if message.get("status") else status),
                            "message": json.dumps(message, indent=2).replace("\n", "\r\n")})
        else:
            details.append(error)
    return {"code": "DeploymentFailed", "target": "", "details": details,
            "message": "At least one resource deployment operation failed. Please list deployment operations for "
                       "details. Please see https://aka.ms/arm-deployment-operations for usage details."}


def not_found(kind, identifier, group):
    return Refusal(404, "ResourceNotFound",
                   f"The Resource '{kind}/{identifier}' under resource group '{group}' was not found.")


def group_not_found(name):
    return Refusal(404, "ResourceGroupNotFound", f"Resource group '{name}' could not be found.")


def deployment_not_found(name):
    return Refusal(404, "DeploymentNotFound", f"Deployment '{name}' could not be found.")
