public import Addressing
import NetworkTopology

extension Atlas {
    /// The route that packets from the subnet at `index` to `address` take, and why it wins.
    public func route(from index: Int, to address: IPv4Address) -> RouteChoice? {
        table(of: index).choice(for: address)
    }

    /// The routes of the interfaces in the subnet at `index`, as Azure lists them: system, gateway, user.
    public func routes(of index: Int) -> [EffectiveRoute] { table(of: index).routes }
}
