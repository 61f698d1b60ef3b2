internal import Addressing
internal import CNISpec
internal import IPAM

extension Refusal {
    /// Whether Azure, asked again, may know better.
    var mayPass: Bool {
        switch self {
        case .exhausted, .notInPool: true
        case .held: false
        }
    }

    /// The error as the runtime reads it.
    var reported: CNIError {
        switch self {
        case .exhausted:
            CNIError(
                .tryAgainLater, "all addresses of this machine's interface are held",
                details: "see slipway-vnet status")
        case .notInPool(let address):
            CNIError(.invalidConfiguration, "\(address) is no address that pods of this machine can have")
        case .held(let address, let key):
            CNIError(.tryAgainLater, "\(address) is held by container \(key.containerID)")
        }
    }
}
