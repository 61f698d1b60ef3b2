extension NetworkPicture {
    /// One line about the VNet.
    var vnetLine: String {
        let ranges = vnetRanges.isEmpty ? "ranges not said" : vnetRanges.joined(separator: ", ")
        return isExistingVNet
            ? "existing VNet \(vnetName ?? "?"): \(ranges)" : "VNet made by slipway: \(ranges)"
    }

    /// One line about nodes, pods, services and the API server.
    var clusterLine: String {
        [
            Self.count(nodes, "node"), Self.count(pods, "pod"), serviceRange.map { "services \($0)" },
            apiServer.map { "API server \($0)" },
        ].compactMap(\.self).joined(separator: ", ")
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension NetworkPicture.Subnet {
    /// The figures of its bar, such as `156 used, 31 surge, 64 free`.
    var figures: String {
        let figures = bar.parts.map { "\(bar[$0]) \($0.label)" }.joined(separator: ", ")
        return bar.isSizeKnown
            ? figures : figures.isEmpty ? "size not known here" : "\(figures), size not known here"
    }
}

extension NetworkPicture.Group {
    /// Its figures, such as `3 machines × 31 addresses = 93, surge 1 × 31 = 31`.
    var figures: String {
        let machines = "\(NetworkPicture.count(machines, "machine")) × \(addressesEach) = \(addresses)"
        return surgeMachines > 0
            ? "\(machines), surge \(surgeMachines) × \(addressesEach) = \(surge)" : machines
    }
}

extension NetworkPicture.Resident {
    /// What it is, its name and its address.
    var line: String {
        [kind, name, address].compactMap(\.self).joined(separator: " ")
    }
}

extension NetworkPicture.Neighbour {
    /// What it is, with its name.
    var heading: String {
        switch kind {
        case .peer: "peered VNet \(name)"
        case .site: "on premises \(name)"
        }
    }
}
