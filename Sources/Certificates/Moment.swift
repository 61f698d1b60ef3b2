#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import struct Foundation.Date
#endif

/// A point in time to the second.
public struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since 1 January 1970, UTC.
    public var seconds: Int

    /// That many seconds since 1 January 1970, UTC.
    public init(seconds: Int) { self.seconds = seconds }

    /// Earlier before later.
    public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    /// Seconds of a day.
    public static let day = 86_400

    /// Whole days from `moment` to this one, negative where this one is earlier.
    public func days(since moment: Moment) -> Int {
        let distance = seconds - moment.seconds
        return distance >= 0 ? distance / Self.day : -((-distance + Self.day - 1) / Self.day)
    }

    func adding(days: Int) -> Moment { Moment(seconds: seconds + days * Self.day) }

    init(_ date: Date) { seconds = Int(date.timeIntervalSince1970) }
    var date: Date { Date(timeIntervalSince1970: Double(seconds)) }
}

extension Moment {
    /// `2026-11-26T08:00:00Z` (RFC 3339).
    public var timestamp: String {
        let second = ((seconds % Self.day) + Self.day) % Self.day
        let parts = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(self)T\(parts.joined(separator: ":"))Z"
    }
}

extension Moment: CustomStringConvertible {
    /// `2026-11-26`, UTC.
    ///
    /// Source of the arithmetic: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    public var description: String {
        let days = Moment(seconds: seconds).days(since: Moment(seconds: 0)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
