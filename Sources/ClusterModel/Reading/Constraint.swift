/// What a key asks of its value beyond its type.
public struct Constraint<Value: ModelValue>: Sendable {
    /// What is wrong with a value, and what to write instead.
    public struct Complaint: Sendable {
        /// What is wrong, to follow the key's path.
        public var message: String
        /// What to write instead.
        public var remedy: String?
    }

    private let check: @Sendable (Value) -> Complaint?

    /// A constraint that `check` judges.
    public init(_ check: @escaping @Sendable (Value) -> Complaint?) { self.check = check }

    func complaint(about value: Value) -> Complaint? { check(value) }
}

extension Constraint<Int> {
    /// From the lower to the upper bound; the fix is the nearer bound.
    public static func within(_ range: ClosedRange<Int>) -> Constraint {
        Constraint { number in
            if range.contains(number) { return nil }
            let nearest = number < range.lowerBound ? range.lowerBound : range.upperBound
            return Complaint(
                message: "is \(number); it must be from \(range.lowerBound) to \(range.upperBound)",
                remedy: "write \(nearest)")
        }
    }

    /// One of these numbers.
    public static func oneOf(_ numbers: [Int]) -> Constraint {
        Constraint { number in
            if numbers.contains(number) { return nil }
            let words = numbers.map(String.init).joined(separator: ", ")
            return Complaint(message: "is \(number); it must be one of \(words)", remedy: nil)
        }
    }
}

extension Constraint<String> {
    /// A text of which `matches` holds; `form` says the form in words.
    public static func form(_ form: String, _ matches: @escaping @Sendable (String) -> Bool) -> Constraint {
        Constraint { text in
            matches(text) ? nil : Complaint(message: "is \"\(text)\"; it must be \(form)", remedy: nil)
        }
    }
}
