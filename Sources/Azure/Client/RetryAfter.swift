public import HTTPTransport

/// How long Azure wants to be left alone.
public enum RetryAfter {
    /// The longest that is believed, in seconds.
    private static let limit = 900.0

    /// The seconds in `Retry-After`, or nil where it is missing or neither a number nor a time. `0` is a second where Azure
    /// refused for its limits (that is for the caller to say). A time counts from the answer's own `Date`, since clocks differ.
    public static func seconds(_ headers: HTTPHeaders) -> Double? {
        if let text = headers["retry-after-ms"] ?? headers["x-ms-retry-after-ms"], let value = Double(text),
            value >= 0
        {
            return min(value / 1000, limit)
        }
        guard let text = headers["Retry-After"] else { return nil }
        if let value = Double(text) { return value >= 0 ? min(value, limit) : nil }
        guard let wanted = HTTPDate.seconds(text), let now = headers["Date"].flatMap({ HTTPDate.seconds($0) })
        else { return nil }
        return min(max(0, Double(wanted - now)), limit)
    }
}
