/// A place in a text, for people: lines and columns count from 1, columns in Unicode scalars.
public struct SourceLocation: Hashable, Sendable {
    /// The file as the user named it, `-` for standard input, or the flag (`--set …`) that said the value.
    public var file: String
    /// The line.
    public var line: Int
    /// The column where the key or value begins.
    public var column: Int
    /// How many characters of this line it occupies, at least 1.
    public var length: Int

    /// A place in `file`.
    public init(file: String, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}
