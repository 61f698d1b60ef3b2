import AddressPlan
import ClusterModel
import Findings
import JSONText

/// Finds the keys whose values differ.
struct ModelComparison {
    private let old: ClusterSide
    private let new: ClusterSide
    private var found: [KeyChange] = []

    /// The keys of the tables in which the two sides differ, in the order of the new model, then what is gone.
    static func differences(_ old: ClusterSide, _ new: ClusterSide) -> [KeyChange] {
        var comparison = ModelComparison(old, new)
        let (before, after) = (ComparableModel(old), ComparableModel(new))
        comparison.compare(before.json, after.json, Place())
        comparison.compareSecrets(before, after)
        return comparison.found
    }

    private init(_ old: ClusterSide, _ new: ClusterSide) {
        self.old = old
        self.new = new
    }

    /// Where the two sides are looked at.
    private struct Place {
        var pattern = ""
        var old = ModelPath.root
        var new = ModelPath.root
        var machines: String?

        func key(_ key: String) -> Place {
            Place(
                pattern: pattern.isEmpty ? key : "\(pattern).\(key)", old: old[key], new: new[key],
                machines: pattern == "properties" && key == "masterProfile" ? ClusterSide.masters : machines)
        }

        func element(old oldIndex: Int, new newIndex: Int, named name: String) -> Place {
            Place(
                pattern: "\(pattern)[]", old: old[oldIndex], new: new[newIndex],
                machines: pattern == "properties.agentPoolProfiles" ? name : machines)
        }
    }

    private mutating func compare(_ before: JSONValue?, _ after: JSONValue?, _ place: Place) {
        if Self.isSame(before, after) { return }
        guard let row = KeyTable.byPattern[place.pattern] else {
            // An object that is always there, and whose keys have the rows.
            for key in Self.keys(before, after) {
                compare(before?[key], after?[key], place.key(key))
            }
            return
        }
        switch row.shape {
        case .value: report(row, place, before, after)
        case .set:
            func sorted(_ value: JSONValue?) -> [String] {
                (value?.array ?? []).compactMap(\.string).sorted()
            }
            if sorted(before) != sorted(after) { report(row, place, before, after) }
        case .map:
            for key in Self.keys(before, after) where !Self.isSame(before?[key], after?[key]) {
                report(row, place.key(key), before?[key], after?[key])
            }
        case .object:
            guard before != nil, after != nil else { return report(row, place, before, after) }
            for key in Self.keys(before, after) { compare(before?[key], after?[key], place.key(key)) }
        case .list(let key): compareLists(before?.array ?? [], after?.array ?? [], by: key, row, place)
        }
    }

    private mutating func compareLists(
        _ before: [JSONValue], _ after: [JSONValue], by key: String, _ row: KeyRow, _ place: Place
    ) {
        let (oldNames, newNames) = (Self.names(before, by: key), Self.names(after, by: key))
        let oldIndex = Dictionary(
            zip(oldNames, oldNames.indices), uniquingKeysWith: { first, _ in first })
        let kept = Set(newNames)
        for (index, name) in newNames.enumerated() {
            guard let earlier = oldIndex[name] else {
                var here = place.element(old: 0, new: index, named: Self.name(after[index], by: key))
                here.old = place.old
                report(row, here, nil, after[index])
                continue
            }
            let here = place.element(old: earlier, new: index, named: Self.name(after[index], by: key))
            // What they are known by is the same but for the case of letters, which only counts in keys of people.
            for inner in Self.keys(before[earlier], after[index]) where inner != key || key == "keyData" {
                compare(before[earlier][inner], after[index][inner], here.key(inner))
            }
        }
        for (index, name) in oldNames.enumerated() where !kept.contains(name) {
            var here = place.element(old: index, new: 0, named: Self.name(before[index], by: key))
            here.new = place.new
            report(row, here, before[index], nil)
        }
    }

    private mutating func report(_ row: KeyRow, _ place: Place, _ before: JSONValue?, _ after: JSONValue?) {
        var change = KeyChange(
            row: row, path: place.new, oldPath: place.old, old: before, new: after, machines: place.machines)
        Saying.settle(&change, old, new)
        // What the cluster says for all profiles is one change, however many profiles it is about.
        if let index = found.firstIndex(where: {
            $0.path == change.path && $0.rule?.id == change.rule?.id && change.machines != nil
                && $0.new == change.new && $0.old == change.old
        }) {
            found[index].machines = nil
            found[index].groups += change.groups
            return
        }
        found.append(change)
    }

    private mutating func compareSecrets(_ before: ComparableModel, _ after: ComparableModel) {
        for secret in after.secrets {
            let earlier = before.secrets.first {
                $0.pattern == secret.pattern && $0.identity == secret.identity
            }
            if earlier?.secret != secret.secret {
                report(
                    secret: secret.pattern, secret.path, earlier?.path, hadOne: earlier != nil, hasOne: true)
            }
        }
        for secret in before.secrets
        where !after.secrets.contains(where: {
            $0.pattern == secret.pattern && $0.identity == secret.identity
        }) {
            report(secret: secret.pattern, secret.path, secret.path, hadOne: true, hasOne: false)
        }
    }

    private mutating func report(
        secret pattern: String, _ path: ModelPath, _ oldPath: ModelPath?, hadOne: Bool, hasOne: Bool
    ) {
        guard let row = KeyTable.byPattern[pattern], !found.contains(where: { $0.path == path }) else {
            return
        }
        var change = KeyChange(
            row: row, path: path, oldPath: oldPath ?? path, old: hadOne ? "" : nil, new: hasOne ? "" : nil,
            machines: nil)
        change.isSecret = true
        found.append(change)
    }

    /// Whether two values are the same to Azure: ids are, whatever the case of their letters.
    private static func isSame(_ before: JSONValue?, _ after: JSONValue?) -> Bool {
        if before == after { return true }
        guard let left = before?.string, let right = after?.string, left.hasPrefix("/subscriptions/") else {
            return false
        }
        return left.lowercased() == right.lowercased()
    }

    private static func keys(_ before: JSONValue?, _ after: JSONValue?) -> [String] {
        let now = (after?.object ?? []).map(\.name)
        let known = Set(now)
        return now + (before?.object ?? []).map(\.name).filter { !known.contains($0) }
    }

    private static func name(_ element: JSONValue, by key: String) -> String {
        element[key]?.string ?? element[key]?["id"]?.string ?? ""
    }

    /// What elements are known by, without regard to case; a number behind it where several are called alike.
    private static func names(_ elements: [JSONValue], by key: String) -> [String] {
        var seen: [String: Int] = [:]
        return elements.map { element in
            let name = name(element, by: key).lowercased()
            let number = seen[name, default: 0]
            seen[name] = number + 1
            return number == 0 ? name : "\(name)\u{0}\(number)"
        }
    }
}
