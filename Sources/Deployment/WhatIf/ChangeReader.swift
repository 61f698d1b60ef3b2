import JSONText

/// Reads Azure's what-if result.
///
/// Source: Microsoft Learn, "ARM template deployment what-if operation".
struct ChangeReader {
    let target: DeploymentTarget

    /// The changes in a result, in order of owner, kind and id.
    func changes(_ result: JSONValue) -> [ResourceChange] {
        let list = result["properties"]?["changes"]?.array ?? result["changes"]?.array ?? []
        return list.compactMap(change).sorted {
            ($0.owner.rank, $0.kind.rank, $0.id) < ($1.owner.rank, $1.kind.rank, $1.id)
        }
    }

    private func change(_ value: JSONValue) -> ResourceChange? {
        guard let id = value["resourceId"]?.string, let word = value["changeType"]?.string else { return nil }
        // A word that is newer than this program is not left out: nobody knows what it would do.
        let kind = ResourceChange.Kind(rawValue: word) ?? .unsupported
        let reason = value["unsupportedReason"]?.string
        let (type, name) = ResourceID.typeAndName(id)
        let properties = (value["delta"]?.array ?? []).flatMap { self.properties($0, below: "", depth: 0) }
        return ResourceChange(
            id: id, type: type, name: name, kind: kind, properties: properties,
            reason: kind == .unsupported ? reason ?? "Azure says \(word)" : reason, owner: owner(of: id))
    }

    /// The leaves of a delta: an array's or object's own changes stand in its children.
    private func properties(_ value: JSONValue, below parent: String, depth: Int) -> [ResourceChange.Property]
    {
        guard let part = value["path"]?.string, depth < 32 else { return [] }
        let path = parent.isEmpty ? part : Int(part) == nil ? "\(parent).\(part)" : "\(parent)[\(part)]"
        let children = value["children"]?.array ?? []
        guard children.isEmpty else {
            return children.flatMap { properties($0, below: path, depth: depth + 1) }
        }
        let isHidden = ChangeNoise.isSecret(path)
        func shown(_ value: JSONValue?) -> JSONValue? {
            value.flatMap { $0 == .null ? nil : isHidden ? "(not shown)" : $0 }
        }
        let isNoise = value["propertyChangeType"]?.string == "NoEffect" || ChangeNoise.isNoise(path, value)
        return [
            ResourceChange.Property(
                path: path, before: shown(value["before"]), after: shown(value["after"]), isNoise: isNoise)
        ]
    }

    private func owner(of id: String) -> ResourceChange.Owner {
        guard !target.owns(id) else { return .cluster }
        return id.lowercased().contains("/providers/microsoft.authorization/roleassignments/")
            ? .grant : .network
    }
}

extension ResourceChange.Owner {
    /// The network team's come first.
    var rank: Int {
        switch self {
        case .network: 0
        case .grant: 1
        case .cluster: 2
        }
    }
}

extension ResourceChange.Kind {
    /// What destroys comes first.
    var rank: Int {
        [.delete, .modify, .create, .deploy, .unsupported, .noChange, .ignore].firstIndex(of: self) ?? 0
    }
}

/// What Azure's comparison reports although nothing changes.
///
/// Source: Microsoft's list of known noise of what-if (github.com/Azure/arm-template-whatif, issues).
enum ChangeNoise {
    private static let names: Set<String> = [
        "provisioningstate", "etag", "resourceguid", "uniqueid", "timecreated", "vmid", "instanceview",
        "creationdata",
        "ipconfigurations", "privateipallocationmethod", "privateipaddressversion", "macaddress",
        "defaultsecurityrules", "latestmodelapplied", "principalid", "tenantid", "clientid",
    ]

    /// Whether a change at `path` says nothing: a property that only Azure sets vanishes, or an expression stands where a
    /// value will be.
    static func isNoise(_ path: String, _ value: JSONValue) -> Bool {
        let name = path.split(separator: ".").last.map { $0.prefix { $0 != "[" }.lowercased() } ?? ""
        let kind = value["propertyChangeType"]?.string
        if kind == "Delete", names.contains(name) { return true }
        if kind == "Modify", let after = value["after"]?.string, after.hasPrefix("["), after.hasSuffix("]") {
            return true
        }
        return false
    }

    private static let secrets = [
        "protectedsettings", "customdata", "userdata", "adminpassword", "password", "secret", "privatekey",
        "sharedkey",
    ]

    /// Whether values at `path` are never shown.
    static func isSecret(_ path: String) -> Bool {
        let path = path.lowercased()
        return secrets.contains { path.contains($0) }
    }
}

/// Reads resource ids.
enum ResourceID {
    /// The type and the name of the resource `id`: `Microsoft.Network/virtualNetworks/subnets` and `vnet/nodes`.
    static func typeAndName(_ id: String) -> (type: String, name: String) {
        let parts = id.split(separator: "/").map(String.init)
        guard let start = parts.lastIndex(where: { $0.lowercased() == "providers" }), start + 1 < parts.count
        else {
            return (parts.count == 4 ? "Microsoft.Resources/resourceGroups" : "", parts.last ?? id)
        }
        let rest = parts[(start + 2)...]
        let types = rest.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let names = rest.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        return (([parts[start + 1]] + types).joined(separator: "/"), names.joined(separator: "/"))
    }
}
