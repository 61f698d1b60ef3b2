/// A size of virtual machines, as far as rules and the plan need to know it.
public struct VMSize: Sendable, Hashable {
    /// Azure's name, such as `Standard_D4s_v5`.
    public let name: String
    /// Virtual processors.
    public let vCPUs: Int
    /// Memory in GiB.
    public let memoryGiB: Double
    /// Network interfaces at most.
    public let maxNICs: Int
    /// Data disks at most.
    public let maxDataDisks: Int
    /// Whether packets can bypass the host.
    public let acceleratedNetworking: Support
    /// Whether premium disks can be attached.
    public let premiumStorage: Bool
    /// Whether images of the second generation boot.
    public let generation2: Bool
    /// Whether Azure has retired it, or announced the day.
    public let isRetired: Bool

    /// Whether a size can do something.
    public enum Support: String, Sendable {
        case no, yes
        /// It does nothing else.
        case required
    }
}

/// All sizes that slipway knows: `apimodels/vm-sizes.tsv`, whose last column names each row's source.
public struct VMSizes: Sendable {
    /// The sizes in the order of the table.
    public let all: [VMSize]
    private let byName: [String: VMSize]

    /// The sizes in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        all = TabSeparated.rows(
            bytes,
            columns: [
                "name", "vcpus", "memory_gib", "max_nics", "max_data_disks", "accelerated_networking",
                "premium_storage", "hyperv_generations", "retired",
            ]
        ) { cells in
            guard let vCPUs = Int(cells[1]), let memory = Double(cells[2]), let nics = Int(cells[3]),
                let disks = Int(cells[4]), let accelerated = VMSize.Support(rawValue: cells[5])
            else { return nil }
            // Generations stand in rising order, "V1,V2".
            return VMSize(
                name: cells[0], vCPUs: vCPUs, memoryGiB: memory, maxNICs: nics, maxDataDisks: disks,
                acceleratedNetworking: accelerated, premiumStorage: cells[6] == "yes",
                generation2: cells[7].hasSuffix("V2"), isRetired: cells[8] == "yes")
        }
        byName = Dictionary(all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The size of that name, without regard to case, as Azure compares it.
    public subscript(name: String) -> VMSize? { byName[name.lowercased()] }
}
