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
    /// What a schema says of it.
    let shape: ConstraintShape?

    /// A constraint that `check` judges, and of which a schema says `shape`.
    public init(_ shape: ConstraintShape? = nil, _ check: @escaping @Sendable (Value) -> Complaint?) {
        self.check = check
        self.shape = shape
    }

    func complaint(about value: Value) -> Complaint? { check(value) }
}

extension Constraint<Int> {
    /// From the lower to the upper bound; the fix is the nearer bound.
    public static func within(_ range: ClosedRange<Int>) -> Constraint {
        Constraint(.range(from: range.lowerBound, to: range.upperBound)) { number in
            if range.contains(number) { return nil }
            let nearest = number < range.lowerBound ? range.lowerBound : range.upperBound
            return Complaint(
                message: "is \(number); it must be from \(range.lowerBound) to \(range.upperBound)",
                remedy: "write \(nearest)")
        }
    }

    /// One of these numbers.
    public static func oneOf(_ numbers: [Int]) -> Constraint {
        Constraint(.numbers(numbers)) { number in
            if numbers.contains(number) { return nil }
            let words = numbers.map(String.init).joined(separator: ", ")
            return Complaint(message: "is \(number); it must be one of \(words)", remedy: nil)
        }
    }
}

extension Constraint<String> {
    /// A text of which `matches` holds; `form` says the form in words, `pattern` as a regular expression (ECMA-262) that
    /// matches at least the same texts.
    public static func form(
        _ form: String, pattern: String, _ matches: @escaping @Sendable (String) -> Bool
    ) -> Constraint {
        Constraint(.form(form, pattern: pattern)) { text in
            matches(text) ? nil : Complaint(message: "is \"\(text)\"; it must be \(form)", remedy: nil)
        }
    }
}
