internal import CLinux

/// Why the last call to the kernel failed.
public var errno: Int32 { slipway_errno() }

/// A call to the kernel that failed: which, on what, and why.
public struct SystemCallError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The call, such as `open`.
    public let call: String
    /// The file, interface or address that it was about.
    public let object: String
    /// `errno`.
    public let code: Int32

    /// The failure of `call` on `object` with `errno` `code`.
    public init(_ call: String, _ object: String, _ code: Int32) {
        self.call = call
        self.object = object
        self.code = code
    }

    /// The call's failure with the current `errno`.
    public static func last(_ call: String, _ object: String) -> SystemCallError {
        SystemCallError(call, object, errno)
    }

    /// Call, object, reason in words and number.
    public var description: String { "\(call) \(object): \(Self.text(of: code)) (errno \(code))" }

    /// The kernel's reason in words.
    public static func text(of code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error"
    }

    /// Whether the object does not exist: ENOENT, ENODEV, ENXIO, ESRCH or EADDRNOTAVAIL.
    public var isAbsence: Bool {
        [ENOENT, ENODEV, ENXIO, ESRCH, EADDRNOTAVAIL].contains(code)
    }

    /// Whether the object exists already.
    public var isPresence: Bool { code == EEXIST }

    /// Whether there is nothing of that name.
    public var isNoEntry: Bool { code == ENOENT || code == ENOTDIR }
}
