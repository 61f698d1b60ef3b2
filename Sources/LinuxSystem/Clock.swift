internal import CLinux

/// The kernel's clocks.
public enum Clock {
    /// Nanoseconds since the machine started, suspended time included. It never jumps.
    public static var sinceBoot: UInt64 { nanoseconds(of: CLOCK_BOOTTIME) }

    /// Seconds since 1970, as the machine believes.
    public static var wall: UInt64 { nanoseconds(of: CLOCK_REALTIME) / 1_000_000_000 }

    /// Nanoseconds of CPU time that a call may be measured with: the monotonic clock.
    public static var monotonic: UInt64 { nanoseconds(of: CLOCK_MONOTONIC) }

    private static func nanoseconds(of clock: clockid_t) -> UInt64 {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0, time.tv_sec >= 0 else { return 0 }
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }

    /// Sleeps.
    public static func sleep(milliseconds: Int) {
        _ = usleep(UInt32(clamping: milliseconds * 1000))
    }
}

/// A day of the calendar.
public struct CivilDate: Sendable, Equatable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to 31.
    public let day: Int

    /// The day that is so many days after 1 January 1970; 0 or more.
    public init(daysSince1970 days: Int) {
        // Years that begin in March have the leap day at their end (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let shifted = days + 719_468
        let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
