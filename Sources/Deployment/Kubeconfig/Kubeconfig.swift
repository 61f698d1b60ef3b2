public import JSONText

/// Puts a cluster's entries into a kubeconfig that has others.
///
/// Source: Kubernetes, "Organizing Cluster Access Using kubeconfig Files".
public enum Kubeconfig {
    private static let lists = ["clusters", "users", "contexts"]

    /// `existing` with the clusters, users and contexts of `new`, which take the place of those with the same names, and with its
    /// current context.
    public static func merging(_ new: JSONValue, into existing: JSONValue) -> JSONValue {
        var members = existing.object ?? []
        for list in lists {
            let added = new[list]?.array ?? []
            let names = Set(added.compactMap { $0["name"]?.string })
            let kept = (existing[list]?.array ?? []).filter { !names.contains($0["name"]?.string ?? "") }
            set(list, .array(kept + added), in: &members)
        }
        for name in ["apiVersion", "kind", "current-context"] {
            if let value = new[name] { set(name, value, in: &members) }
        }
        return .object(members)
    }

    private static func set(_ name: String, _ value: JSONValue, in members: inout [JSONMember]) {
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = value
        } else {
            members.append(JSONMember(name, value))
        }
    }
}
