internal import Crypto
public import JSONText

/// A plan as a file, so that exactly what was shown is deployed later.
public struct PlanFile: Sendable {
    /// The form of the file.
    private static let version = 1

    /// What the file says.
    public let value: JSONValue

    /// The file of `plan` for `cluster` in `target`.
    public init(_ plan: ChangePlan, _ cluster: ClusterToDeploy, _ target: DeploymentTarget) {
        value = [
            "slipwayPlan": .integer(Self.version),
            "subscription": .string(target.subscription),
            "resourceGroup": .string(target.resourceGroup),
            "deployment": .string(target.name),
            "template": .string(Self.digest(cluster)),
            "makesGroup": .bool(plan.makesGroup),
            "changes": .array(plan.changes.filter(\.isEffective).map(Self.change)),
        ]
    }

    /// The file in `bytes`, or nil if it is none of slipway's.
    public init?(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes, depthLimit: 200),
            value["slipwayPlan"]?.integer == Self.version
        else { return nil }
        self.value = value
    }

    /// How the world or the cluster differ from when `self` was written; empty where they do not.
    public func differences(to now: PlanFile) -> [String] {
        var lines: [String] = []
        for (member, what) in [
            ("subscription", "the subscription"), ("resourceGroup", "the resource group"),
            ("deployment", "the cluster"), ("template", "the template or its parameters"),
            ("makesGroup", "whether the group exists"),
        ] where value[member] != now.value[member] {
            lines.append("\(what) changed")
        }
        let before = Self.byID(value)
        let after = Self.byID(now.value)
        for id in Set(before.keys).union(after.keys).sorted() where before[id] != after[id] {
            let was = before[id]?["kind"]?.string ?? "nothing"
            let isNow = after[id]?["kind"]?.string ?? "nothing"
            lines.append(
                was == isNow ? "\(id): other properties would change" : "\(id): was \(was), now \(isNow)")
        }
        return lines
    }

    private static func byID(_ value: JSONValue) -> [String: JSONValue] {
        Dictionary(
            (value["changes"]?.array ?? []).map { ($0["id"]?.string?.lowercased() ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func change(_ change: ResourceChange) -> JSONValue {
        .object(present: [
            "id": .string(change.id), "kind": .string(change.kind.rawValue),
            "owner": .string(change.owner.rawValue),
            "properties": .array(
                change.properties.filter { !$0.isNoise }.map { property in
                    .object(present: [
                        "path": .string(property.path), "before": property.before, "after": property.after,
                    ])
                }),
        ])
    }

    /// A digest of what is deployed; values of secure parameters are left out, since the file is for showing around.
    static func digest(_ cluster: ClusterToDeploy) -> String {
        let secure = Set(
            (cluster.template["parameters"]?.object ?? []).filter {
                $0.value["type"]?.string?.lowercased().hasPrefix("secure") ?? false
            }.map(\.name))
        let value: JSONValue = [
            "template": cluster.template,
            "parameters": .object(cluster.parameters.filter { !secure.contains($0.name) }),
        ]
        return SHA256.hash(data: JSONWriter.bytes(of: value, .compact)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
