/// Finds files by name and by pattern.
public enum NearbyFiles {
    /// Folders of a search at most: a pattern at the root of a machine must end.
    private static let folderLimit = 20_000

    /// The current folder without links.
    public static var currentFolder: String { POSIX.resolved(".") ?? "." }

    /// The file `name` in the folder of `path` or the nearest one above it, with the folder; nil if there is none.
    public static func above(_ path: String, named name: String) -> (file: String, folder: String)? {
        let start =
            path == "-"
            ? "." : path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
        guard var folder = POSIX.resolved(start.isEmpty ? "/" : start) else { return nil }
        while true {
            let file = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
            if (try? POSIX.kind(of: file)) == .file { return (file, folder) }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// The path of `file` from `folder` (which has no links in it); the path as it is where it lies elsewhere.
    public static func path(of file: String, from folder: String) -> String {
        guard file != "-", let whole = POSIX.resolved(file),
            whole.hasPrefix(folder == "/" ? "/" : "\(folder)/")
        else { return file }
        return String(whole.dropFirst(folder == "/" ? 1 : folder.count + 1))
    }

    /// The files below `folder` that `matches` holds for, sorted; hidden folders and links are left out.
    public static func files(below folder: String, matching matches: (String) -> Bool) -> [String] {
        var found: [String] = []
        var open = [""]
        var visited = 0
        while let current = open.popLast(), visited < folderLimit {
            visited += 1
            let place = current.isEmpty ? folder : "\(folder)/\(current)"
            for (name, kind) in (try? POSIX.entries(in: place)) ?? [] where !name.hasPrefix(".") {
                let path = current.isEmpty ? name : "\(current)/\(name)"
                switch kind {
                case .file where matches(path): found.append(path)
                case .directory: open.append(path)
                default: break
                }
            }
        }
        return found.sorted()
    }
}
