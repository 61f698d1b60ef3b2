internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText

/// Which address the runtime, or the pod, asks for.
enum RequestedAddress {
    /// The annotation by which a pod asks for an address, or for a reserved one by name.
    static let annotation = "slipway.io/address"

    /// Reads, in this order: the capability `ips`, `args.cni.ips`, `IP` of CNI_ARGS, the pod's annotation.
    ///
    /// - Parameter settings: looked up only where a name is given.
    static func wish(
        _ request: NetworkRequest, _ environment: CNIEnvironment,
        settings: () throws(CNIError) -> NodeSettings
    ) throws(CNIError) -> AddressWish {
        let lists = [
            ("runtimeConfig.ips", request.object["runtimeConfig"]?["ips"]),
            ("args.cni.ips", request.object["args"]?["cni"]?["ips"]),
        ]
        for (key, value) in lists {
            guard let value, value != .null else { continue }
            guard let elements = value.array else {
                throw CNIError(.invalidConfiguration, "\"\(key)\" is no list")
            }
            if elements.isEmpty { continue }
            guard elements.count == 1, let text = elements[0].string else {
                throw CNIError(
                    .invalidConfiguration,
                    "\"\(key)\": one address as a text is supported, \(elements.count) are given")
            }
            return .exactly(try address(text, key))
        }
        if let text = environment.arguments.address, !text.isEmpty {
            return .exactly(try address(text, "IP of CNI_ARGS"))
        }
        let annotations = request.object["runtimeConfig"]?["io.kubernetes.cri.pod-annotations"]
        guard let text = annotations?[annotation]?.string, !text.isEmpty else { return .any }
        if let address = IPv4Address(text) { return .exactly(address) }
        guard let reserved = try settings().reservedAddresses.first(where: { $0.name == text }) else {
            throw CNIError(
                .invalidConfiguration,
                "the annotation \(annotation) names \"\(text)\", which is no address and no reserved one's name"
            )
        }
        return .exactly(reserved.address)
    }

    /// `10.0.0.5` or `10.0.0.5/24`.
    private static func address(_ text: String, _ key: String) throws(CNIError) -> IPv4Address {
        if let address = IPv4Address(text) { return address }
        if let prefix = IPv4PrefixText(text) { return prefix.address }
        throw CNIError(.invalidConfiguration, "\(key): \"\(text)\" is no IPv4 address")
    }
}
