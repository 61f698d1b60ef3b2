import AddressPlan
import Deployment

/// The room in a VNet for people: a table of its subnets, then for each part of a model where it could go.
enum HeadroomText {
    /// The text.
    static func text(of headroom: SubnetHeadroom, _ addresses: AddressPlan?) -> String {
        var head = ["subnet", "prefix", "usable", "used", "free"]
        if addresses == nil { head.append("nodes of \(AddressPlan.standardMaxPods + 1) addresses") }
        let rows = headroom.rows.map { row in
            var cells = [
                row.name, row.prefixes.joined(separator: " "), "\(row.usable)", "\(row.used)", "\(row.free)",
            ]
            if let reason = closed(row) {
                cells.append(reason)
            } else if addresses == nil {
                cells.append("\(row.nodes(of: AddressPlan.standardMaxPods + 1))")
            }
            return cells
        }
        let blocks =
            [["VNet \(headroom.network) in \(headroom.location)"] + aligned([head] + rows)]
            + (addresses.map(Placement.all) ?? []).map { block($0, headroom.rows) }
        return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func closed(_ row: SubnetHeadroom.Row) -> String? {
        if let service = row.delegation { return "delegated to \(service)" }
        return row.isReserved ? "kept by Azure" : nil
    }

    /// A part of the model, and the subnets that could host it; others only where the model names them or none could.
    private static func block(_ placement: Placement, _ rows: [SubnetHeadroom.Row]) -> [String] {
        let peak = placement.peak > placement.needed ? ", \(placement.peak) at the peak of an upgrade" : ""
        let node = placement.node.map { ", \($0) a node" } ?? ""
        var title = "\(placement.names.joined(separator: ", ")): \(placement.needed) addresses\(peak)\(node)"
        if placement.names.count > 1 { title = "together " + title }
        let hosts = rows.filter {
            switch placement.verdict(in: $0) {
            case .fits, .noUpgrade: true
            case .tooFew, .closed: placement.isNamed($0)
            }
        }
        guard !hosts.isEmpty else {
            guard let best = rows.first(where: \.canHost) else {
                return [title, "  no subnet can host machines"]
            }
            return [
                title, "  fits nowhere; \(best.name) has most room: \(words(placement.verdict(in: best)))",
            ]
        }
        return [title]
            + aligned(
                hosts.map { row in
                    let own = placement.isNamed(row) ? " (named by the model)" : ""
                    return ["  \(row.name)", words(placement.verdict(in: row)) + own]
                })
    }

    private static func words(_ verdict: Placement.Verdict) -> String {
        switch verdict {
        case .fits(let more): more.map { "fits, \($0) more nodes" } ?? "fits"
        case .noUpgrade(let missing): "fits, but an upgrade lacks \(missing) addresses"
        case .tooFew(let missing): "\(missing) addresses too few"
        case .closed: "no machine can join it"
        }
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count - 1 ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { cells in
            cells.enumerated().map { index, cell in
                index == cells.count - 1
                    ? cell : cell + String(repeating: " ", count: max(0, widths[index] - cell.count))
            }.joined(separator: "  ")
        }
    }
}
