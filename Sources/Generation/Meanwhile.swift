internal import Dispatch
internal import Synchronization

/// Work that another processor does while the caller goes on.
///
/// Where none is free before the result is asked for, the caller does it.
package final class Meanwhile<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    /// Begins `work`.
    package init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
        DispatchQueue.global().async { _ = self.value }
    }

    /// What the work gives.
    package var value: Value {
        made.withLock { made in
            if let made { return made }
            let new = work()
            made = new
            return new
        }
    }
}
