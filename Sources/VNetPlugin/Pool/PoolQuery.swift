internal import CNISpec
internal import IPAM
internal import InstanceMetadata
internal import LinuxSystem
internal import Netlink

/// Asks Azure which addresses the machine's interface has.
struct PoolQuery {
    let settings: NodeSettings
    let uplink: Uplink
    let identity: UInt64
    /// For one request.
    let milliseconds: Int

    /// The first good answer, or why there is none.
    ///
    /// An answer without a single address for pods would take the whole pool away; it counts only if nobody answers
    /// otherwise.
    func ask() -> Result<PoolDocument, CNIError> {
        var empty: PoolDocument?
        var reasons: [String] = []
        for source in settings.sources {
            do throws(AnswerDefect) {
                let document = try ask(source)
                if !document.pool.isEmpty { return .success(document) }
                empty = empty ?? document
                reasons.append("\(source.name): no address but the machine's own")
            } catch {
                reasons.append("\(source.name): \(error)")
            }
        }
        // A source that did not answer cannot contradict: then an empty list is no answer, either.
        if let empty, reasons.allSatisfy({ $0.hasSuffix("own") }) { return .success(empty) }
        return .failure(
            CNIError(
                .tryAgainLater, "Azure does not say which addresses \(uplink.name) has",
                details: reasons.joined(separator: "; ")))
    }

    private func ask(_ source: PoolSource) throws(AnswerDefect) -> PoolDocument {
        guard let endpoint = settings.endpoints[source] else { throw AnswerDefect("there is no such source") }
        let isMetadata = source == .instanceMetadata
        let response = try HTTPClient.get(
            isMetadata ? InstanceMetadataAnswer.path : WireserverAnswer.path, of: endpoint,
            headers: isMetadata ? ["Metadata: true"] : [], milliseconds: milliseconds)
        guard response.status == 200 else { throw AnswerDefect("status \(response.status)") }
        let interfaces =
            isMetadata
            ? try InstanceMetadataAnswer.interfaces(in: response.body)
            : try WireserverAnswer.interfaces(in: response.body)
        let choice = try PoolSelection(
            interfaces, mac: "\(uplink.mac)", carried: uplink.addresses.map({ $0.address }))
        return PoolDocument(
            identity: identity, mac: "\(uplink.mac)", primary: choice.primary, subnet: choice.subnet,
            source: source,
            answeredAt: Clock.wall,
            pool: choice.pool.map { PoolAddress($0.address, prefixLength: $0.prefixLength) })
    }
}
