public import Azure
public import Catalogue
internal import Crypto
public import HTTPTransport
public import JSONText

/// Puts slipway-vnet where nodes can fetch it: into a storage account of the cluster's group, under its SHA-256.
///
/// The account is made by a small deployment of its own. The upload is by the caller's token, or, where that has no right on
/// blobs, by a signature that holds for a quarter of an hour. Nodes read without any: the program is public, and they compare
/// its SHA-256.
public struct PluginStorage {
    /// Why the program is not where nodes can fetch it.
    public struct Refusal: Error, Sendable, CustomStringConvertible {
        /// The reason and what helps.
        public var description: String
    }

    private let client: ARMClient
    private let transport: any HTTPTransport
    private let target: DeploymentTarget
    private let cloud: Cloud

    private static let container = "slipway"
    private static let serviceVersion = "2021-08-06"
    /// Minutes for which a signature holds.
    private static let signatureMinutes = 15.0

    /// The storage of the cluster in `target`.
    public init(
        _ client: ARMClient, _ transport: any HTTPTransport, _ target: DeploymentTarget, _ cloud: Cloud
    ) {
        self.client = client
        self.transport = transport
        self.target = target
        self.cloud = cloud
    }

    /// The account's name, which no other cluster has: 24 characters at most, letters and digits.
    var accountName: String {
        let text = "\(target.subscription)/\(target.resourceGroup)/\(target.name)".lowercased()
        let digits = SHA256.hash(data: Array(text.utf8)).prefix(9).map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0\(text)" : text
        }.joined()
        return "slw\(digits)"
    }

    /// The template of the account.
    var template: JSONValue {
        let id = "[resourceId('Microsoft.Storage/storageAccounts', '\(accountName)')]"
        let tags: JSONValue = [Ownership.tag: .string(target.name)]
        return [
            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
            "contentVersion": "1.0.0.0",
            "resources": [
                [
                    "type": "Microsoft.Storage/storageAccounts",
                    "apiVersion": .string(APIVersion.storage.rawValue),
                    "name": .string(accountName), "location": "[resourceGroup().location]", "tags": tags,
                    "kind": "StorageV2", "sku": ["name": "Standard_LRS"],
                    "properties": [
                        "allowBlobPublicAccess": true, "minimumTlsVersion": "TLS1_2",
                        "supportsHttpsTrafficOnly": true,
                    ],
                ],
                [
                    "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
                    "apiVersion": .string(APIVersion.storage.rawValue),
                    "name": .string("\(accountName)/default/\(Self.container)"),
                    "dependsOn": [.string(id)],
                    "properties": ["publicAccess": "Blob"],
                ],
            ],
            "outputs": [
                "accountId": ["type": "string", "value": .string(id)],
                "blobEndpoint": [
                    "type": "string",
                    "value": .string(
                        "[reference(resourceId('Microsoft.Storage/storageAccounts', '\(accountName)'), "
                            + "'\(APIVersion.storage.rawValue)').primaryEndpoints.blob]"),
                ],
            ],
        ]
    }

    /// The body of the deployment that makes the account.
    public var deployment: JSONValue {
        ["properties": ["mode": "Incremental", "template": template, "parameters": .object([])]]
    }

    /// Uploads `program` unless it is there, and returns its address.
    ///
    /// - Parameter account: the account's deployment at its end.
    public func upload(
        _ program: [UInt8], sha256: String, to account: DeploymentState
    ) throws(AzureFailure) -> Result<String, Refusal> {
        guard let endpoint = account.output("blobEndpoint"), let id = account.output("accountId"),
            let url = HTTPURL(
                "\(endpoint)\(endpoint.hasSuffix("/") ? "" : "/")\(Self.container)/slipway-vnet-\(sha256)"),
            belongs(url)
        else {
            return .failure(Refusal(description: "the storage account's deployment named no usable address"))
        }
        if try isReadable(url, bytes: program.count) { return .success(url.text) }
        let token = try client.credentials.token(for: AzureEndpoints.storageAudience)
        var response = try send(put(program, to: url, token: token))
        if response.status == 403 {
            let signature = try signature(of: id)
            guard let signed = HTTPURL("\(url.text)?\(signature)") else {
                return .failure(
                    Refusal(description: "Azure gave no usable signature for the storage account"))
            }
            response = try send(put(program, to: signed, token: nil))
        }
        guard [200, 201, 409].contains(response.status) else {
            return .failure(
                Refusal(
                    description:
                        "slipway-vnet could not be put into the storage account \(accountName) (HTTP \(response.status)"
                        + "\(response.headers["x-ms-error-code"].map { ", \($0)" } ?? "")); grant Storage Blob Data Contributor "
                        + "on it, or host the program yourself (networkProfile.plugin)"))
        }
        guard try isReadable(url, bytes: program.count) else {
            return .failure(
                Refusal(
                    description:
                        "nodes cannot read from the storage account \(accountName): a policy or its firewall forbids it; host "
                        + "slipway-vnet yourself (networkProfile.plugin)"))
        }
        return .success(url.text)
    }

    /// Whether `url` is an address of the cloud's storage: only there does a token for it go.
    private func belongs(_ url: HTTPURL) -> Bool {
        guard url.isEncrypted else { return false }
        if client.endpoints.isCustom { return url.host == client.endpoints.resourceManager.host }
        return url.host == "\(accountName).blob.\(cloud.storageSuffix)"
    }

    /// Whether anybody can read the program there.
    private func isReadable(_ url: HTTPURL, bytes: Int) throws(AzureFailure) -> Bool {
        let response = try send(
            HTTPRequest(.head, url, headers: ["x-ms-version": Self.serviceVersion], timeout: 30))
        return response.status == 200 && response.headers["Content-Length"] == "\(bytes)"
    }

    private func put(_ program: [UInt8], to url: HTTPURL, token: AccessToken?) -> HTTPRequest {
        var headers: HTTPHeaders = [
            "x-ms-version": Self.serviceVersion, "x-ms-blob-type": "BlockBlob",
            "Content-Type": "application/octet-stream",
        ]
        if let token { headers["Authorization"] = "Bearer \(token.secret)" }
        return HTTPRequest(.put, url, headers: headers, body: program, timeout: 600, bodyLimit: 1 << 20)
    }

    /// The answer to `request`, which is sent again where the failure passes: a new account's name takes a moment to be known.
    private func send(_ request: HTTPRequest) throws(AzureFailure) -> HTTPResponse {
        var pause = min(1, client.pollInterval)
        for attempt in 1...6 {
            switch transport.send([request]).first {
            case .success(let response):
                guard response.status == 429 || response.status >= 500, attempt < 6 else { return response }
            case .failure(let error):
                if error.kind == .interrupted { throw .interrupted }
                guard error.isTransient, attempt < 6 else { throw .transport(error) }
            case nil: throw .unexpected("no answer")
            }
            try client.pause(until: client.time.monotonic + pause)
            pause *= 2
        }
        throw .unexpected("no answer")
    }

    /// A signature with which anybody may write into the container for some minutes.
    private func signature(of account: String) throws(AzureFailure) -> String {
        let answer = try client.send(
            ARMRequest(
                .post, "\(account)/ListServiceSas", .storage,
                body: [
                    "canonicalizedResource": .string("/blob/\(accountName)/\(Self.container)"),
                    "signedResource": "c",
                    "signedPermission": "cw",
                    "signedProtocol": "https",
                    "signedExpiry": .string(UTC.text(client.time.unixTime + Self.signatureMinutes * 60)),
                ], retries: .always))
        guard let token = answer.body["serviceSasToken"]?.string, !token.isEmpty else {
            throw .unexpected("Azure gave no signature for the storage account")
        }
        return token
    }
}
