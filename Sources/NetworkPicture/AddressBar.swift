/// A subnet's addresses by what they are for.
public struct AddressBar: Sendable, Hashable {
    /// What addresses are for.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// The five that Azure keeps of every subnet.
        case azure
        /// Those that others hold, as far as the model says.
        case others
        /// Those of private endpoints, public addresses of pods, internal services and a jumpbox.
        case reserved
        /// Those of machines, their pods and the API server.
        case used
        /// Those that upgrades take for a while.
        case surge
        /// Those that are left.
        case free
        /// Those that the subnet does not have.
        case missing

        /// A word for legends.
        public var label: String {
            switch self {
            case .azure: "kept by Azure"
            case .others: "held by others"
            case .reserved: "reserved"
            case .used: "used"
            case .surge: "surge"
            case .free: "free"
            case .missing: "missing"
            }
        }
    }

    /// Whether the subnet's size is known; without it `free` and `missing` are not.
    public let isSizeKnown: Bool
    private let counts: [Part: Int]

    /// The bar of a subnet in which `usable` addresses can be assigned, nil where that is not known.
    public init(usable: Int?, azure: Int, others: Int, reserved: Int, used: Int, surge: Int) {
        let demand = others + reserved + used + surge
        isSizeKnown = usable != nil
        counts = [
            .azure: usable == nil ? 0 : azure, .others: others, .reserved: reserved, .used: used,
            .surge: surge, .free: usable.map { max(0, $0 - demand) } ?? 0,
            .missing: usable.map { max(0, demand - $0) } ?? 0,
        ]
    }

    /// How many addresses are for `part`.
    public subscript(part: Part) -> Int { counts[part] ?? 0 }

    /// The parts that there are any of, in the order of the bar.
    public var parts: [Part] { Part.allCases.filter { self[$0] > 0 } }

    /// Widths of the parts on a bar of `total` cells, in their order: in proportion, but none without a cell. They sum to
    /// `total` where that leaves every part one.
    public func widths(of total: Int) -> [(part: Part, cells: Int)] {
        let parts = parts
        let sum = parts.reduce(0) { $0 + self[$1] }
        guard sum > 0, total >= parts.count else { return parts.map { ($0, 1) } }
        // Each has one; the rest goes by size, what division leaves over to the largest remainders, the first ones first.
        let rest = total - parts.count
        var widths = parts.map { (part: $0, cells: 1 + rest * self[$0] / sum) }
        let remainders = parts.indices.sorted {
            let (left, right) = (rest * self[parts[$0]] % sum, rest * self[parts[$1]] % sum)
            return left == right ? $0 < $1 : left > right
        }
        let given = widths.reduce(0) { $0 + $1.cells }
        for index in remainders.prefix(total - given) { widths[index].cells += 1 }
        return widths
    }
}
