internal import Glibc

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
