internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText

/// `slipway-vnet list`: who holds which address.
struct AttachmentList {
    let call: PeopleCall

    func run() throws(CNIError) {
        let records = try Node(call.configuration).table().records.filter { $0.state != .free }
        guard !call.wantsJSON else { return call.say(.array(records.map(Self.value))) }
        let rows = records.map {
            [
                "\($0.address)", $0.key?.hostInterface ?? "", $0.state == .attached ? "attached" : "reserved",
                $0.isInPool ? "" : "stale", Self.name($0), $0.key?.containerID ?? "",
            ]
        }
        call.say(Self.aligned([["ADDRESS", "INTERFACE", "STATE", "", "POD", "CONTAINER"]] + rows))
    }

    /// An attachment as JSON.
    static func value(of record: SlotRecord) -> JSONValue {
        [
            "network": .string(record.key?.network ?? ""),
            "containerID": .string(record.key?.containerID ?? ""),
            "ifname": .string(record.key?.interface ?? ""), "address": .string("\(record.address)"),
            "hostInterface": .string(record.key?.hostInterface ?? ""),
            "state": record.state == .attached ? "attached" : "reserved", "stale": .bool(!record.isInPool),
            "podNamespace": .string(record.pod.namespace), "podName": .string(record.pod.name),
        ]
    }

    /// The pod, or the container where the runtime did not name the pod. Controls are not for terminals.
    static func name(_ record: SlotRecord) -> String {
        let text =
            record.pod.name.isEmpty
            ? "container \(record.key?.containerID ?? "?")" : "\(record.pod.namespace)/\(record.pod.name)"
        return String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) where width > 0 {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
