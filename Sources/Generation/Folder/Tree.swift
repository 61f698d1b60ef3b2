/// What stands below a folder; links are files.
struct Tree {
    /// The paths of files, from the folder, sorted within each folder.
    private(set) var files: [String] = []
    /// The paths of folders.
    private(set) var folders: [String] = []

    /// What stands below `folder`.
    init(_ folder: String) throws(SystemError) { try add(folder, below: "") }

    private mutating func add(_ folder: String, below prefix: String) throws(SystemError) {
        for (name, kind) in try POSIX.entries(in: folder) {
            if kind == .directory {
                folders.append(prefix + name)
                try add("\(folder)/\(name)", below: "\(prefix)\(name)/")
            } else {
                files.append(prefix + name)
            }
        }
    }
}
