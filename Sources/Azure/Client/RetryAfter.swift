public import HTTPTransport

/// How long Azure wants to be left alone.
public enum RetryAfter {
    /// The longest that is believed, in seconds.
    private static let limit = 900.0

    /// The seconds in `Retry-After`, or nil where it is missing or no number. `0` is a second where Azure refused for its limits
    /// (that is for the caller to say).
    public static func seconds(_ headers: HTTPHeaders) -> Double? {
        if let text = headers["retry-after-ms"] ?? headers["x-ms-retry-after-ms"], let value = Double(text),
            value >= 0
        {
            return min(value / 1000, limit)
        }
        guard let text = headers["Retry-After"], let value = Double(text), value >= 0 else { return nil }
        return min(value, limit)
    }
}
