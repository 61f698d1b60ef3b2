import ArgumentParser
import NetworkTopology
import Reachability
import Rules

/// What commands that look at a network can be told to think of as broken.
struct FailureOptions: ParsableArguments {
    /// The connections that can be down.
    enum Down: String, ExpressibleByArgument, CaseIterable {
        case vpn, expressroute

        var kind: GatewayKind { self == .vpn ? .vpn : .expressRoute }
    }

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Look at the network while every connection of this kind is down: vpn or expressroute.",
            valueName: "kind"))
    var down: [Down] = []

    /// What follows packets through the network of `review`, or through what is left of it.
    func tracer(of review: Review) -> Tracer {
        guard !down.isEmpty else { return review.tracer }
        return Tracer(down.reduce(review.tracer.atlas.topology) { $0.losing($1.kind) })
    }
}
