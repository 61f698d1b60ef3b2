import JSONText
import NetworkPlan

/// How many addresses of a live subnet are free for the cluster.
struct SubnetRoom {
    /// Addresses that Azure can give out.
    let usable: Int
    /// Addresses that others hold.
    let taken: Int
    /// Addresses that this cluster holds already, from an earlier attempt.
    let own: Int

    /// Addresses that the cluster can have, its own included.
    var free: Int { max(0, usable - taken) }

    /// The room in the subnet, nil where Azure did not say enough.
    init?(_ live: LiveSubnet, _ context: PreflightContext, network: String) {
        guard !live.prefixes.isEmpty else { return nil }
        let usages = context.facts.list(.networkUsage(network)) ?? []
        let usage = usages.first { $0["id"]?.string?.lowercased() == live.id.lowercased() }
        // A subnet lists who holds its addresses; the VNet's usage counts them all the same, and in pages.
        let held = max(live.holders.count, usage.flatMap { LiveUsage.number($0["currentValue"]) } ?? 0)
        usable = live.usable
        own = context.ownAddresses(in: live)
        taken = max(0, held - own)
    }

    /// The figures in words.
    var words: String {
        "\(usable) usable, \(taken) held by others" + (own > 0 ? ", \(own) by this cluster already" : "")
            + ", \(free) free"
    }
}
