import Azure
import Catalogue
import Deployment
import HTTPTransport

/// A command's way to Azure.
struct AzureSession {
    let client: ARMClient
    let transport: CurlTransport
    let cloud: Cloud

    /// The metadata address of Azure's machines.
    private static let metadataAddress = "http://169.254.169.254"

    /// A session by `options`. Nothing is asked yet.
    init(_ options: AzureOptions, cloud: Cloud) throws {
        let environment = Environment.process
        let cloud = options.cloud?.cloud ?? cloud
        let endpoints: AzureEndpoints
        do {
            endpoints = try AzureEndpoints(
                cloud: cloud, endpoint: options.endpoint ?? environment["SLIPWAY_ENDPOINT"],
                authority: environment["AZURE_AUTHORITY_HOST"])
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
        let metadata = HTTPURL(environment["AZURE_POD_IDENTITY_AUTHORITY_HOST"] ?? Self.metadataAddress)
        // Plain http goes to Azure's own address, or to a stand-in on this machine, and nowhere else.
        let isUsable =
            metadata.map { $0.text == Self.metadataAddress || $0.isLoopback || $0.isEncrypted } ?? false
        let time = SystemTimekeeper()
        transport = CurlTransport(
            TransportSettings(userAgent: "slipway/\(Version.text)", environment),
            metadataAddress: isUsable ? metadata : nil)
        let chain = CredentialChain(
            CredentialChain.Choice(
                kind: options.auth.kind, tenant: options.tenant,
                subscription: options.subscription ?? environment["AZURE_SUBSCRIPTION_ID"],
                metadataAddress: isUsable ? metadata : nil),
            transport, time, environment, authority: endpoints.authority)
        client = ARMClient(
            transport, time, endpoints, chain, pollInterval: options.pollInterval,
            trace: options.debug ? { Console.printError("debug: \($0)") } : nil)
        client.deadline = time.monotonic + options.timeout * 60
        self.cloud = cloud
        Interruption.begin()
    }

    /// The subscription: the command's, the environment's, that of the model's VNet, the Azure CLI's.
    func subscription(_ options: AzureOptions, ofNetwork network: String?) throws -> String {
        if let id = options.subscription ?? Environment.process["AZURE_SUBSCRIPTION_ID"] ?? network {
            return id
        }
        do { _ = try client.credentials.token(for: client.endpoints.audience) } catch {
            throw AzureExit.end(for: error)
        }
        if let id = client.credentials.defaultSubscription(for: client.endpoints.audience) { return id }
        Console.printError("slipway: name the subscription: --subscription ID, or AZURE_SUBSCRIPTION_ID")
        throw CommandEnd(status: .unreadable)
    }
}
