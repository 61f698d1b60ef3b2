import Document
import Findings
import Generation
import Project

/// The project files of the models of a run, each read once.
final class Projects {
    /// A project file with what is wrong with it.
    struct Entry {
        var file: String?
        var folder: String
        var project: ProjectFile
        var findings: [Finding]
    }

    private var entries: [String: Entry] = [:]
    /// Where the project file is, by what stands before a model's name: models often share a folder.
    private var places: [Substring: (file: String, folder: String)?] = [:]
    private let options: PolicyOptions

    init(_ options: PolicyOptions) { self.options = options }

    /// The project file for the model at `path`.
    ///
    /// - Throws: if it is there and cannot be read.
    func entry(for path: String) throws(UnreadableDocument) -> Entry {
        let none = Entry(file: nil, folder: "", project: ProjectFile(), findings: [])
        if options.noProject { return none }
        guard let found = place(for: path) else { return none }
        if let known = entries[found.file] { return known }
        let (project, findings) = try ProjectFile.read(try ModelFile.bytes(at: found.file), file: found.file)
        let entry = Entry(file: found.file, folder: found.folder, project: project, findings: findings)
        entries[found.file] = entry
        return entry
    }

    private func place(for path: String) -> (file: String, folder: String)? {
        let before = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
        if let known = places[before] { return known }
        let place =
            options.project.map { named in
                (file: named, folder: NearbyFiles.above(named, named: Self.name(of: named))?.folder ?? "")
            } ?? NearbyFiles.above(path, named: ProjectFile.name)
        places[before] = .some(place)
        return place
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
