import Generation
import HTTPTransport

/// Asks an API server whether it is there.
struct APIServerProbe {
    let folder: String

    /// Whether it answers at `host`, by the cluster's own authority; nil where that is not at hand. Any status is an answer: an
    /// API server may refuse strangers.
    func answers(at host: String, port: Int) -> Bool? {
        let authority = "\(folder)/secrets/pki/ca.crt"
        guard (try? POSIX.kind(of: authority)) == .file, let url = HTTPURL("https://\(host):\(port)/readyz")
        else {
            return nil
        }
        var settings = TransportSettings(userAgent: "slipway/\(Version.text)", .process)
        settings.caFile = authority
        settings.connectTimeout = 5
        let transport = CurlTransport(settings, metadataAddress: nil)
        let request = HTTPRequest(.get, url, timeout: 10, bodyLimit: 1 << 16)
        guard case .success(let response) = transport.send([request]).first else { return false }
        return response.status < 500
    }
}
