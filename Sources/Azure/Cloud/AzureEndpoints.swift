public import Catalogue
public import HTTPTransport

/// Where a cloud's services are, and which hosts belong to it.
///
/// Source: Microsoft Learn, "Azure Government vs. public", "Azure China developer guide".
public struct AzureEndpoints: Sendable {
    /// The resource manager, without a slash at its end.
    public let resourceManager: HTTPURL
    /// Where tokens are given out, without a slash at its end.
    public let authority: HTTPURL
    /// Whom a token for the resource manager is for.
    public let audience: String
    /// Whether the resource manager is not one of a known cloud's.
    public let isCustom: Bool

    /// For whom tokens for blobs are, in every cloud.
    public static let storageAudience = "https://storage.azure.com"

    /// Why there are no endpoints.
    public struct Refusal: Error, Sendable, CustomStringConvertible {
        /// The reason and what helps.
        public var description: String
    }

    /// The endpoints of `cloud`, or of the resource manager at `endpoint`.
    ///
    /// - Parameter authority: where tokens are given out, in place of the cloud's (`AZURE_AUTHORITY_HOST`).
    public init(cloud: Cloud, endpoint: String?, authority: String?) throws(Refusal) {
        if let endpoint {
            resourceManager = try Self.base(endpoint, "the endpoint")
            self.authority =
                try authority.map { text throws(Refusal) in
                    try Self.base(text, "AZURE_AUTHORITY_HOST")
                } ?? resourceManager
            audience = resourceManager.text
            isCustom = true
            return
        }
        resourceManager = try Self.base(cloud.resourceManager, "the endpoint")
        self.authority = try Self.base(authority ?? cloud.authority, "AZURE_AUTHORITY_HOST")
        audience = resourceManager.text
        isCustom = false
    }

    private static func base(_ text: String, _ what: String) throws(Refusal) -> HTTPURL {
        var text = text[...]
        while text.last == "/" { text.removeLast() }
        if !text.contains("://") { text = "https://\(text)" }
        guard let url = HTTPURL(String(text)), url.isEncrypted, !url.text.contains("?") else {
            throw Refusal(description: "\(what) \(text) is not an https address")
        }
        return url
    }

    /// Whether a token for the resource manager may go to `url`: to its host, to hosts below it (regional ones), encrypted.
    public func mayReceiveToken(_ url: HTTPURL) -> Bool {
        guard url.isEncrypted else { return false }
        if url.host == resourceManager.host {
            return url.port == resourceManager.port || resourceManager.isLoopback
        }
        return !isCustom && url.host.hasSuffix(".\(resourceManager.host)") && url.port == 443
    }
}

extension Cloud {
    /// The resource manager's address.
    var resourceManager: String {
        switch self {
        case .publicCloud: "https://management.azure.com"
        case .usGovernment: "https://management.usgovcloudapi.net"
        case .china: "https://management.chinacloudapi.cn"
        }
    }

    /// Where tokens are given out.
    var authority: String {
        switch self {
        case .publicCloud: "https://login.microsoftonline.com"
        case .usGovernment: "https://login.microsoftonline.us"
        case .china: "https://login.chinacloudapi.cn"
        }
    }

    /// What follows `ACCOUNT.blob.` in the address of blobs.
    public var storageSuffix: String {
        switch self {
        case .publicCloud: "core.windows.net"
        case .usGovernment: "core.usgovcloudapi.net"
        case .china: "core.chinacloudapi.cn"
        }
    }
}
