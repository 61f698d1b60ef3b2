import EmbeddedFiles
import FoundationEssentials
import Testing

/// The binary works alone: what stands in the repository is what it holds.
@Suite struct EmbeddedFileTests {
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test(arguments: ["templates", "apimodels"])
    func everyFileIsEmbedded(folder: String) throws {
        let root = "\(Self.top)/\(folder)"
        var isFolder = false
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
            isFolder = false
            return FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder)
                && !isFolder
        }
        #expect(!files.isEmpty)
        // The program makes the schema itself (docs/decisions/0601-schema-from-tables.md).
        let wanted = files.filter { $0 != "schema.json" }
        #expect(
            EmbeddedFile.all.map(\.path).filter { $0.hasPrefix("\(folder)/") }.sorted()
                == wanted.map { "\(folder)/\($0)" }.sorted(), "run make embed")
    }

    @Test(arguments: EmbeddedFile.all.map(\.path))
    func itsBytesAreTheFile_s(path: String) throws {
        let file = try #require(FileManager.default.contents(atPath: "\(Self.top)/\(path)"))
        #expect(EmbeddedFile.bytes(at: path) == Array(file))
    }

    @Test func noOtherFileIsThere() {
        #expect(EmbeddedFile.bytes(at: "templates/none") == nil)
    }
}
