/// Amounts as Kubernetes writes them.
///
/// Source: Kubernetes, "Resource Management for Pods and Containers".
enum Quantity {
    private static let scales: [(suffix: String, factor: Double)] = [
        ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776), ("m", 0.001),
        ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("", 1),
    ]

    /// The number that `text` says, nil if it is none.
    static func value(of text: some StringProtocol) -> Double? {
        for (suffix, factor) in scales where text.hasSuffix(suffix) {
            let digits = text.dropLast(suffix.count)
            guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
                let number = Double(digits)
            else { return nil }
            return number * factor
        }
        return nil
    }

    /// The amounts of a list such as `cpu=100m,memory=1Gi`, nil if it is none.
    static func list(_ text: String) -> [String: Double]? {
        var amounts: [String: Double] = [:]
        for entry in text.split(separator: ",") {
            let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let amount = value(of: parts[1]) else { return nil }
            amounts[String(parts[0])] = amount
        }
        return amounts
    }
}
