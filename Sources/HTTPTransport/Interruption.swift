internal import CProcess

/// Ctrl-C and SIGTERM: whatever waits stops waiting, and the command ends in order.
public enum Interruption {
    /// Begins to catch both signals; whoever waits then also waits for the returned descriptor.
    @discardableResult
    public static func begin() -> Int32 { cprocess_interrupt_begin() }

    /// Whether one has come.
    public static var hasCome: Bool { cprocess_interrupt_has_come() != 0 }

    /// Forgets it, so that the program can tidy up; the next one counts again.
    public static func clear() { cprocess_interrupt_clear() }
}
