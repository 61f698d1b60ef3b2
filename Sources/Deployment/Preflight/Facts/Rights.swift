import JSONText

/// What the caller may do at a scope.
///
/// Source: Microsoft Learn, "Azure RBAC: Permissions - List For Resource".
struct Rights: Sendable {
    private struct Grant {
        let actions: [String]
        let notActions: [String]
    }

    private let grants: [Grant]

    /// The rights in a list of permissions.
    init(_ list: [JSONValue]) {
        grants = list.map { value in
            Grant(
                actions: value["actions"]?.array?.compactMap(\.string) ?? [],
                notActions: value["notActions"]?.array?.compactMap(\.string) ?? [])
        }
    }

    /// Whether some grant has `action` and does not take it back itself.
    func allow(_ action: String) -> Bool {
        grants.contains { grant in
            grant.actions.contains { Self.matches($0, action) }
                && !grant.notActions.contains { Self.matches($0, action) }
        }
    }

    /// Whether `action` is one of those that `pattern` says, where `*` stands for anything; without regard to case.
    static func matches(_ pattern: String, _ action: String) -> Bool {
        let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
        var rest = action.lowercased()[...]
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1 {
                return rest.hasSuffix(part)
            } else {
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return parts.count > 1 || rest.isEmpty
    }
}
