/// Where the files of `templates/` come from: the program, or a folder that somebody changed.
public struct TemplateSource: Sendable {
    private let files: [String: [UInt8]]
    /// Whether a file is not the program's own.
    let isChanged: Bool

    /// The files by their path below `templates/`.
    public init(files: [String: [UInt8]], isChanged: Bool) {
        self.files = files
        self.isChanged = isChanged
    }

    /// The file at `path` below `templates/`.
    func bytes(_ path: String) throws(TemplateError) -> [UInt8] {
        guard let bytes = files[path] else { throw TemplateError(path: path, problem: .missing) }
        return bytes
    }

    /// The file at `path` with its placeholders filled in. Every declared name must be in the file, and the file may have
    /// no other.
    func text(_ path: String, _ values: KeyValuePairs<String, String>) throws(TemplateError) -> [UInt8] {
        let template = try bytes(path)
        var text: [UInt8] = []
        var used: Set<String> = []
        var rest = template[...]
        while let open = rest.firstPair(UInt8(ascii: "{")) {
            text += rest[..<open]
            let after = rest[(open + 2)...]
            guard let close = after.firstPair(UInt8(ascii: "}")) else {
                throw TemplateError(path: path, problem: .unclosed)
            }
            let name = String(decoding: after[..<close], as: UTF8.self)
            guard let value = values.first(where: { $0.key == name })?.value else {
                throw TemplateError(path: path, problem: .undeclared(name, known: values.map(\.key)))
            }
            used.insert(name)
            text += value.utf8
            rest = after[(close + 2)...]
        }
        text += rest
        if let unused = values.first(where: { !used.contains($0.key) }) {
            throw TemplateError(path: path, problem: .unused(unused.key))
        }
        return text
    }
}

extension ArraySlice<UInt8> {
    /// Where `byte` first stands twice in a row.
    fileprivate func firstPair(_ byte: UInt8) -> Int? {
        indices.dropLast().first { self[$0] == byte && self[$0 + 1] == byte }
    }
}

/// A file of `templates/` that cannot be used.
public struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Equatable {
        /// There is no such file.
        case missing
        /// `{{` without `}}`.
        case unclosed
        /// A placeholder that slipway does not fill in.
        case undeclared(String, known: [String])
        /// A placeholder that should be there and is not.
        case unused(String)
        /// A line of a table that has not the right columns.
        case badLine(String)
    }

    /// The file below `templates/`.
    public let path: String
    /// What is wrong with it.
    public let problem: Problem

    /// File and problem in words.
    public var description: String {
        switch problem {
        case .missing: "templates/\(path) is missing"
        case .unclosed: "templates/\(path) has {{ without }}"
        case .undeclared(let name, let known):
            "templates/\(path) has {{\(name)}}; slipway fills in "
                + (known.isEmpty ? "nothing there" : known.map { "{{\($0)}}" }.joined(separator: ", "))
        case .badLine(let line):
            "templates/\(path) has a line that is not template, absolute path (100 bytes at most), four octal digits and roles: \(line)"
        case .unused(let name): "templates/\(path) lacks {{\(name)}}, so its value would have no effect"
        }
    }
}
