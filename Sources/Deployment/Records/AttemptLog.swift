public import Generation

/// What happened to each resource during an attempt, a line each: `secrets/attempts/0001.log`, beside the record. What a
/// pipeline's log says of thousands of resources in one line stands here in full.
public struct AttemptLog: Sendable {
    /// The log's file.
    public let path: String
    private var waiting: [UInt8] = []

    /// Begins the log that belongs to `record`.
    public init(of record: AttemptRecord) throws(SystemError) {
        path = record.path.hasSuffix(".json") ? "\(record.path.dropLast(5)).log" : "\(record.path).log"
        try POSIX.create(path, [], mode: 0o600, isDurable: false)
    }

    /// Takes a line, which `flush` writes.
    public mutating func append(_ line: String) { waiting += Array("\(line)\n".utf8) }

    /// Writes the lines taken since the last time.
    public mutating func flush() throws(SystemError) {
        guard !waiting.isEmpty else { return }
        defer { waiting = [] }
        try POSIX.append(waiting, to: path)
    }
}
