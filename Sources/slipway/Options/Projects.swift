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
    private let options: PolicyOptions

    init(_ options: PolicyOptions) { self.options = options }

    /// The project file for the model at `path`.
    ///
    /// - Throws: if it is there and cannot be read.
    func entry(for path: String) throws(UnreadableDocument) -> Entry {
        let none = Entry(file: nil, folder: "", project: ProjectFile(), findings: [])
        if options.noProject { return none }
        let found =
            options.project.map { named in
                (file: named, folder: NearbyFiles.above(named, named: Self.name(of: named))?.folder ?? "")
            } ?? NearbyFiles.above(path, named: ProjectFile.name)
        guard let found else { return none }
        if let known = entries[found.file] { return known }
        let (project, findings) = try ProjectFile.read(try ModelFile.bytes(at: found.file), file: found.file)
        let entry = Entry(file: found.file, folder: found.folder, project: project, findings: findings)
        entries[found.file] = entry
        return entry
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
