import ArgumentParser
import Azure
import Catalogue

/// What every command that talks to Azure has.
struct AzureOptions: ParsableArguments {
    /// How tokens are got.
    enum Authentication: String, Choice {
        /// The first of the others that is set up.
        case auto
        case workloadIdentity = "workload-identity"
        case clientSecret = "client-secret"
        case clientCertificate = "client-certificate"
        case managedIdentity = "managed-identity"
        case azureCLI = "azure-cli"

        var kind: CredentialKind? { CredentialKind(rawValue: rawValue) }
    }

    /// The clouds, in the Azure CLI's words.
    enum CloudName: String, Choice {
        case publicCloud = "AzureCloud"
        case usGovernment = "AzureUSGovernment"
        case china = "AzureChinaCloud"

        var cloud: Cloud? { Cloud(rawValue: rawValue) }
    }

    @Option(
        help: ArgumentHelp(
            "The subscription's id; by default AZURE_SUBSCRIPTION_ID, then that of the model's VNet, then the Azure CLI's.",
            valueName: "id"))
    var subscription: String?

    @Option(help: ArgumentHelp("The resource group; by default the cluster's name.", valueName: "name"))
    var resourceGroup: String?

    @Option(help: ArgumentHelp("The region, where the model names none.", valueName: "region"))
    var location: String?

    @Option(help: ArgumentHelp("The tenant's id, in place of AZURE_TENANT_ID.", valueName: "id"))
    var tenant: String?

    @Option(help: "How to log in; auto takes the first that is set up (docs/deploy.md).")
    var auth = Authentication.auto

    @Option(help: "The cloud; by default that of the model's region.")
    var cloud: CloudName?

    @Option(
        help: ArgumentHelp(
            "The resource manager's address, in place of the cloud's; by default SLIPWAY_ENDPOINT.",
            valueName: "url"))
    var endpoint: String?

    @Option(help: ArgumentHelp("Minutes until the command gives up.", valueName: "minutes"))
    var timeout = 120.0

    @Option(
        help: ArgumentHelp("Seconds between looks at Azure, where it does not say.", valueName: "seconds"))
    var pollInterval = 5.0

    @Flag(help: "Show each request on standard error, without secrets.")
    var debug = false

    func validate() throws {
        guard timeout > 0, timeout <= 10_080 else {
            throw ValidationError("--timeout is a number of minutes up to 10080")
        }
        guard pollInterval >= 0.01, pollInterval <= 3600 else {
            throw ValidationError("--poll-interval is a number of seconds up to 3600")
        }
    }
}
