internal import CNISpec
internal import IPAM
internal import LinuxSystem

/// The state under its lock.
struct StateSession: ~Copyable {
    let lock: FileLock
    /// The file; a slot that was claimed stays so until it is closed.
    let file: StateFile
    /// Its content.
    var table: AddressTable

    /// Waits for the lock and reads the table.
    ///
    /// - Parameter makesFolder: whether a missing folder is made; without it the error says that nothing is there.
    static func open(
        _ configuration: PluginConfiguration, identity: UInt64, makesFolder: Bool = true
    ) throws(StateError) -> StateSession {
        let lock = try Self.lock("lock", configuration, makesFolder: makesFolder)
        let file = try StateFile.open("\(configuration.stateDirectory)/state")
        let table = try file.table(identity: identity)
        return StateSession(lock: lock, file: file, table: table)
    }

    /// Waits for one of the locks in the state's folder.
    static func lock(
        _ name: String, _ configuration: PluginConfiguration, makesFolder: Bool, seconds: Int? = nil
    ) throws(StateError) -> FileLock {
        let path = "\(configuration.stateDirectory)/\(name)"
        for isLast in [false, true] {
            do throws(FileLock.Failure) {
                return try FileLock(path, seconds: seconds ?? configuration.lockSeconds)
            } catch {
                switch error {
                case .timeout(let holder):
                    throw .busy(path: path, seconds: seconds ?? configuration.lockSeconds, holder: holder)
                case .system(let cause):
                    guard cause.isNoEntry, makesFolder, !isLast else { throw .system(cause) }
                    do throws(SystemCallError) {
                        try Files.makeFolder(configuration.stateDirectory, mode: 0o700)
                    } catch {
                        throw .system(error)
                    }
                }
            }
        }
        throw .system(SystemCallError("open", path, 2))
    }

    /// Writes what changed.
    mutating func commit() throws(StateError) {
        do throws(SystemCallError) {
            try file.allocate(table.size)
            try table.commit(to: file)
        } catch { throw .system(error) }
    }

    /// Marks the slot as being worked on, for who can only report that it is not possible; false if another process does.
    borrowing func claim(slot index: Int) throws(CNIError) -> Bool {
        do throws(StateError) { return try file.claim(slot: index) } catch { throw error.reported }
    }

    /// Writes what changed, for who can only report that it is not possible.
    mutating func save() throws(CNIError) {
        do throws(StateError) { try commit() } catch { throw error.reported }
    }

    /// Gives the lock back; slots that were claimed stay so as long as the file lives.
    consuming func unlocked() -> StateFile { file }
}

/// Why the state was not had.
enum StateError: Error {
    /// Another call had it all the time.
    case busy(path: String, seconds: Int, holder: Int?)
    /// It cannot be read or written.
    case system(SystemCallError)

    /// Whether nothing is there.
    var isAbsence: Bool {
        if case .system(let error) = self { error.isNoEntry } else { false }
    }

    /// The error as the runtime reads it.
    var reported: CNIError {
        switch self {
        case .busy(let path, let seconds, let holder):
            let who = holder.map { "process \($0)" } ?? "another process"
            return CNIError(.tryAgainLater, "\(who) has held \(path) for \(seconds) s", details: "try again")
        case .system(let error):
            return CNIError(.inputOutput, "the state cannot be used: \(error)")
        }
    }
}
