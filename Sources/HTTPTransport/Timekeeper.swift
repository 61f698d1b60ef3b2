#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// Tells the time and lets it pass.
public protocol Timekeeper: AnyObject {
    /// Seconds of a clock that never jumps.
    var monotonic: Double { get }
    /// Seconds since 1970-01-01 00:00 UTC.
    var unixTime: Double { get }
    /// Waits, and wakes early when the command is interrupted.
    func sleep(_ seconds: Double)
}

/// The system's clocks.
public final class SystemTimekeeper: Timekeeper {
    /// The system's clocks.
    public init() {}

    /// The monotonic clock.
    public var monotonic: Double { Self.read(CLOCK_MONOTONIC) }
    /// The clock on the wall.
    public var unixTime: Double { Self.read(CLOCK_REALTIME) }

    /// Waits without using the processor.
    public func sleep(_ seconds: Double) {
        let end = monotonic + seconds
        while !Interruption.hasCome {
            let left = end - monotonic
            guard left > 0 else { return }
            var waiting = pollfd(fd: Interruption.begin(), events: Int16(POLLIN), revents: 0)
            _ = unsafe poll(&waiting, 1, Int32(min(left, 3600) * 1000) + 1)
        }
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
