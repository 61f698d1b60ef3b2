/// A pattern for paths: `*` and `?` within a name, `**` for any folders.
public struct Glob: Sendable, Hashable {
    /// The pattern as written.
    public let text: String
    private let parts: [[Character]]

    /// The pattern `text`.
    public init(_ text: String) {
        var trimmed = text[...]
        while trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
        self.text = text
        parts = trimmed.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
    }

    /// Whether `text` holds anything that a plain path does not.
    public static func isPattern(_ text: String) -> Bool { text.contains { "*?".contains($0) } }

    /// Whether `path` matches as a whole.
    public func matches(_ path: String) -> Bool {
        var trimmed = path[...]
        while trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
        let names = trimmed.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
        // Row by row, as in `matches(name:)`: no pattern makes this slow.
        var reached = [Bool](repeating: false, count: names.count + 1)
        reached[0] = true
        for part in parts {
            var next = [Bool](repeating: false, count: names.count + 1)
            if part == ["*", "*"] {
                var isOpen = false
                for index in reached.indices {
                    isOpen = isOpen || reached[index]
                    next[index] = isOpen
                }
            } else {
                for index in names.indices where reached[index] {
                    next[index + 1] = Self.matches(names[index], part)
                }
            }
            reached = next
        }
        return reached[names.count]
    }

    private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
        var reached = [Bool](repeating: false, count: name.count + 1)
        reached[0] = true
        for character in pattern {
            var next = [Bool](repeating: false, count: name.count + 1)
            if character == "*" {
                var isOpen = false
                for index in reached.indices {
                    isOpen = isOpen || reached[index]
                    next[index] = isOpen
                }
            } else {
                for index in name.indices where reached[index] {
                    next[index + 1] = character == "?" || character == name[index]
                }
            }
            reached = next
        }
        return reached[name.count]
    }
}
