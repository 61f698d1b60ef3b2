internal import CNISpec
internal import LinuxSystem

/// Waiting that ends.
struct Patience {
    private let deadline: UInt64
    private let seconds: Int

    init(seconds: Int) {
        self.seconds = seconds
        deadline = Clock.sinceBoot &+ UInt64(seconds) &* 1_000_000_000
    }

    /// Waits a little, or gives up.
    mutating func wait(_ reason: String) throws(CNIError) {
        guard Clock.sinceBoot < deadline else {
            throw CNIError(.tryAgainLater, "\(reason), for \(seconds) s already")
        }
        Clock.sleep(milliseconds: 5)
    }
}
