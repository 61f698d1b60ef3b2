import Document
import Findings

/// Which member of an object in the text belongs to which key of its type. Case does not count.
struct Correspondence {
    private let members: [Node.Member]
    /// A member's index for each key, nil for those of which the text says nothing; empty where it says nothing at all.
    private var places: [Int?]
    /// Members that no key has, each once.
    private(set) var strangers: [Node.Member] = []

    /// Of slipway's own text, which repeats no key.
    init<Root>(_ members: [Node.Member], _ keys: [ModelKey<Root>]) {
        self.members = members
        places = members.isEmpty ? [] : [Int?](repeating: nil, count: keys.count)
        var last = 0
        for index in members.indices {
            guard let place = Self.place(of: members[index].key.lowercased(), in: keys, near: last) else {
                continue
            }
            places[place] = index
            last = place
        }
    }

    /// Of a model's text. A key that stands there twice is reported, and the last one counts.
    init<Root>(
        _ members: [Node.Member], _ keys: [ModelKey<Root>], at path: ModelPath, into reading: inout Reading
    ) {
        self.members = members
        places = members.isEmpty ? [] : [Int?](repeating: nil, count: keys.count)
        var others: [String: Int] = [:]
        var last = 0
        for index in members.indices {
            let member = members[index]
            let folded = member.key.lowercased()
            var first: Node.Member?
            if let place = Self.place(of: folded, in: keys, near: last) {
                first = places[place].map { members[$0] }
                places[place] = index
                last = place
            } else if let place = others[folded] {
                first = strangers[place]
            } else {
                others[folded] = strangers.count
                strangers.append(member)
            }
            guard let first, first.key != member.key else { continue }
            reading.report(
                Finding(
                    ReadingRule.duplicateKey, .error, at: path[member.key], part: .key,
                    "keys \"\(first.key)\" and \"\(member.key)\" are the same key; the case of letters does not count",
                    remedy: "keep one of the two"))
        }
    }

    /// The key's place. Most models have keys in the order of the tables, so the search begins where it last ended.
    private static func place<Root>(of folded: String, in keys: [ModelKey<Root>], near last: Int) -> Int? {
        for index in last..<keys.count where keys[index].folded == folded { return index }
        for index in 0..<last where keys[index].folded == folded { return index }
        return nil
    }

    /// Whether the text says something of the key at `index`.
    func has(_ index: Int) -> Bool { !places.isEmpty && places[index] != nil }

    /// What the text says of the key at `index`.
    subscript(index: Int) -> Node.Member? {
        guard !places.isEmpty, let place = places[index] else { return nil }
        return members[place]
    }
}
