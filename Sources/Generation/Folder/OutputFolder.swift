/// The folder that `generate` writes: it appears whole or not at all.
///
/// Files are written into a new folder beside it, which then takes its place. An earlier folder of slipway's is
/// replaced unless it is as it should be already; what stands in its `secrets/` and is not made anew is kept. A folder of
/// somebody else's is refused.
public struct OutputFolder: Sendable {
    /// Where it is.
    public let path: String

    /// The mark in the first line of `README.md` by which slipway knows its own folders.
    public static let mark = "<!-- Written by slipway generate, which replaces this folder as a whole. -->"
    /// The folder that survives.
    private static let secrets = KeptSecrets.folder
    /// Larger than any file that slipway writes.
    private static let readLimit = 64 << 20

    /// The folder at `path`, which need not exist.
    public init(_ path: String) {
        // Through a link, the folder that it points to is replaced, not the link.
        self.path = POSIX.resolved(path) ?? Self.withoutTrailingSlashes(path)
    }

    /// Why the folder cannot be written.
    public enum Refusal: Error, CustomStringConvertible {
        /// Something stands there that slipway did not write.
        case foreign(String)
        /// Something stands there that is no folder.
        case notAFolder(String)
        /// The model stands in the folder, and would go with it.
        case holdsModel(String, model: String)
        /// A file that is copied is not what it was when its checksum was taken.
        case changed(String)
        /// A call to the system failed.
        case system(SystemError)

        /// The reason and what helps.
        public var description: String {
            switch self {
            case .foreign(let path):
                "\(path) holds files that slipway did not write; name another folder, or replace it with --force"
            case .notAFolder(let path): "\(path) is not a folder"
            case .holdsModel(let path, let model):
                "\(path) is replaced as a whole, and \(model) stands in it; name another folder, or put the model elsewhere"
            case .changed(let path): "\(path) has changed while it was read; try again"
            case .system(let error): "\(error)"
            }
        }
    }

    /// Writes `files` and nothing else, but keeps older secrets. A folder that holds just that already is not touched.
    ///
    /// - Parameters:
    ///   - model: the file that `files` are made from; a folder that it would be lost with is refused, also with `force`.
    ///   - force: replace a foreign folder, too.
    /// - Returns: whether anything was written.
    @discardableResult
    public func write(
        _ files: [GeneratedFile], of model: String? = nil, force: Bool
    ) throws(Refusal) -> Bool {
        if let model, wouldLose(model, files) { throw .holdsModel(path, model: model) }
        do {
            let existing = try existing(force: force)
            var files = files
            if existing == .ours {
                files += try keptSecrets(without: files)
                if (try? isUpToDate(with: files)) ?? false { return false }
            }
            let (parent, name) = Self.split(path)
            try Self.makeParents(parent)
            let beside = "\(parent)/.\(name).slipway-\(POSIX.processID)"
            do {
                try populate(beside, with: files)
                try swap(beside, exists: existing != .nothing)
            } catch {
                if try POSIX.kind(of: beside) == .directory { try? Self.removeTree(beside) }
                throw error
            }
            return true
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as SystemError {
            throw .system(error)
        } catch {
            throw .system(SystemError(call: "write", path: path, code: 0))
        }
    }

    /// Writes `files` over those of the folder, which must be one of slipway's and otherwise stays as it is.
    public func update(_ files: [GeneratedFile]) throws(Refusal) {
        guard isOurs() else { throw .foreign(path) }
        var all = files
        do {
            let new = Set(files.map(\.path))
            for other in try Tree(path).files where !new.contains(other) {
                let place = "\(path)/\(other)"
                let isExecutable = try POSIX.mode(of: place) & 0o111 != 0
                let access: GeneratedFile.Access =
                    other.hasPrefix("\(Self.secrets)/") ? .owner : isExecutable ? .executable : .everybody
                all.append(GeneratedFile(other, try POSIX.contents(of: place, limit: Self.readLimit), access))
            }
        } catch {
            throw .system(error)
        }
        try write(all, force: false)
    }

    /// Whether the file `model` stands in the folder, and is neither written anew nor kept.
    private func wouldLose(_ model: String, _ files: [GeneratedFile]) -> Bool {
        guard model != "-", let whole = POSIX.resolved(model), whole.hasPrefix("\(path)/") else {
            return false
        }
        let place = whole.dropFirst(path.count + 1)
        return !place.hasPrefix("\(Self.secrets)/") && !files.contains { $0.path == place }
    }

    private enum Existing { case nothing, ours, replaceable }

    /// What stands there, after making sure that it may be replaced.
    private func existing(force: Bool) throws -> Existing {
        switch try POSIX.kind(of: path) {
        case nil: return .nothing
        case .directory: break
        case .file, .link, .other: throw Refusal.notAFolder(path)
        }
        if isOurs() { return .ours }
        guard try force || POSIX.names(in: path).isEmpty else { throw Refusal.foreign(path) }
        return .replaceable
    }

    private func isOurs() -> Bool {
        let first = try? POSIX.contents(of: "\(path)/README.md", limit: Self.readLimit)
        return first?.starts(with: Self.mark.utf8) ?? false
    }

    /// Files of the old `secrets/` that are not made anew.
    private func keptSecrets(without files: [GeneratedFile]) throws -> [GeneratedFile] {
        let folder = "\(path)/\(Self.secrets)"
        guard try POSIX.kind(of: folder) == .directory else { return [] }
        let made = Set(files.map(\.path))
        return try Tree(folder).files.map { "\(Self.secrets)/\($0)" }.filter { !made.contains($0) }.map {
            GeneratedFile($0, try POSIX.contents(of: "\(path)/\($0)", limit: Self.readLimit), .owner)
        }
    }

    /// Puts the new folder in the old one's place. Between the two renames nothing is lost: the old folder stands beside,
    /// and goes back if the second rename fails.
    private func swap(_ new: String, exists: Bool) throws {
        guard exists else { return try POSIX.move(new, to: path) }
        let old = "\(new)-old"
        try POSIX.move(path, to: old)
        do {
            try POSIX.move(new, to: path)
        } catch {
            try POSIX.move(old, to: path)
            throw error
        }
        try Self.removeTree(old)
    }
}

extension OutputFolder {
    /// How the folder differs from `files`: a line for each file that is missing, differs, or should not be there.
    /// What stands in `secrets/` is no difference: it is never in git, where this is used.
    public func differences(from files: [GeneratedFile]) throws(SystemError) -> [String] {
        guard try POSIX.kind(of: path) == .directory else { return ["\(path) does not exist"] }
        let comparison = FileComparison()
        var lines: [String] = []
        for file in files.sorted(by: { $0.path < $1.path }) where !file.path.hasPrefix("\(Self.secrets)/") {
            let place = "\(path)/\(file.path)"
            guard try POSIX.kind(of: place) == .file else {
                lines.append("\(file.path) is missing")
                continue
            }
            if try !comparison.isFile(place, with: file.content) {
                lines.append("\(file.path) differs")
            } else if try POSIX.mode(of: place) & 0o111 != file.access.mode & 0o111 {
                // git keeps no other right than this one.
                lines.append("\(file.path) has other rights")
            }
        }
        let known = Set(files.map(\.path))
        for extra in try Tree(path).files
        where !known.contains(extra) && !extra.hasPrefix("\(Self.secrets)/") {
            lines.append("\(extra) should not be there")
        }
        return lines
    }

    /// Whether the folder holds `files` with their bytes and rights, and nothing else.
    private func isUpToDate(with files: [GeneratedFile]) throws(SystemError) -> Bool {
        let tree = try Tree(path)
        let folders = Self.folders(of: files)
        guard Set(tree.files) == Set(files.map(\.path)), Set(tree.folders) == Set(folders.map(\.path)) else {
            return false
        }
        for folder in folders where try POSIX.mode(of: "\(path)/\(folder.path)") != folder.mode {
            return false
        }
        let comparison = FileComparison()
        for file in files where !isThere(file, comparison) { return false }
        return true
    }

    /// The folders that `files` stand in, each after the one that it stands in, with their rights.
    private static func folders(of files: [GeneratedFile]) -> [(path: String, mode: UInt16)] {
        var seen: Set<Substring> = []
        var folders: [(String, UInt16)] = []
        for file in files {
            let path = file.path
            let mode: UInt16 = file.access == .owner ? 0o700 : 0o755
            for slash in path.utf8.indices
            where path.utf8[slash] == UInt8(ascii: "/") && seen.insert(path[..<slash]).inserted {
                folders.append((String(path[..<slash]), mode))
            }
        }
        return folders
    }

    /// Writes `files` into the new folder `folder`.
    ///
    /// Secrets cannot be made again, so the disk must have them before the old folder goes. Those that stand there already
    /// are linked, not written, and so is slipway-vnet. The other secrets are waited for at the end, all together: the first
    /// wait takes the rest along.
    private func populate(_ folder: String, with files: [GeneratedFile]) throws {
        if try POSIX.kind(of: folder) == .directory { try Self.removeTree(folder) }
        try POSIX.makeDirectory(folder, mode: 0o755)
        for new in Self.folders(of: files) {
            try POSIX.makeDirectory("\(folder)/\(new.path)", mode: new.mode)
        }
        let comparison = FileComparison()
        var fresh: [String] = []
        for file in files {
            let place = "\(folder)/\(file.path)"
            if file.access == .owner || file.isLarge {
                if isThere(file, comparison), (try? POSIX.link("\(path)/\(file.path)", to: place)) != nil {
                    continue
                }
                if file.access == .owner { fresh.append(place) }
            }
            switch file.content {
            case .bytes(let bytes): try POSIX.create(place, bytes, mode: file.access.mode, isDurable: false)
            case .copy(let source, let sha256):
                guard try POSIX.copy(source, to: place, mode: file.access.mode) == sha256 else {
                    throw Refusal.changed(source)
                }
            }
        }
        for place in fresh { try POSIX.synchronize(place) }
    }

    /// Whether the folder has `file` already, with the same bytes and rights.
    private func isThere(_ file: GeneratedFile, _ comparison: borrowing FileComparison) -> Bool {
        (try? comparison.isFile("\(path)/\(file.path)", mode: file.access.mode, with: file.content)) ?? false
    }

    /// Makes the folders on the way to `path` that are not there.
    private static func makeParents(_ path: String) throws(SystemError) {
        guard !path.isEmpty, POSIX.resolved(path) == nil else { return }
        try makeParents(split(path).parent)
        try POSIX.makeDirectory(path, mode: 0o755)
    }

    private static func removeTree(_ path: String) throws(SystemError) {
        for (name, kind) in try POSIX.entries(in: path) {
            let place = "\(path)/\(name)"
            if kind == .directory { try removeTree(place) } else { try POSIX.removeFile(place) }
        }
        try POSIX.removeDirectory(path)
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let name = String(path[path.index(after: slash)...])
        return (slash == path.startIndex ? "" : String(path[..<slash]), name)
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        return String(path)
    }
}
