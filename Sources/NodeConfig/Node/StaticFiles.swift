import EmbeddedFiles

/// The static files of a machine: programs, steps and units, as they stand in `templates/`. They are the same in every
/// cluster and go out as one compressed archive.
///
/// `templates/static-files.tsv` says where each of them goes on which machines.
struct StaticFiles {
    /// What a machine is.
    enum Role: String {
        case master
        case node
    }

    /// Where cloud-init puts the archive, which the first command unpacks.
    static let archive = "/opt/slipway/static.tar"
    private static let table = "static-files.tsv"
    /// Where `Sources/CEmbeddedFiles/pack` leaves what it made of the table.
    private static let packs = "Sources/CEmbeddedFiles/packed/"

    let templates: TemplateSource
    let role: Role

    /// The archive, compressed: a gzip member with the static files, another with `others`.
    ///
    /// The first one is part of the program, since compressing takes longer than all else that `generate` does; where
    /// somebody changed the templates, it is made here.
    func archive(with others: [PackedFile]) throws(TemplateError) -> [UInt8] {
        let end = Gzip.compressed(TapeArchive.entries(of: others) + TapeArchive.end)
        if !templates.isChanged, let packed = EmbeddedFile.bytes(at: "\(Self.packs)\(role.rawValue).tar.gz") {
            return packed + end
        }
        return Gzip.compressed(TapeArchive.entries(of: try files())) + end
    }

    /// The files, in the order of the table.
    private func files() throws(TemplateError) -> [PackedFile] {
        let table = String(decoding: try templates.bytes(Self.table), as: UTF8.self)
        var files: [PackedFile] = []
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 4, cells[1].hasPrefix("/"), cells[1].utf8.count <= TapeArchive.longestName,
                cells[2].utf8.count == 4, Int(cells[2], radix: 8) != nil
            else {
                throw TemplateError(path: Self.table, problem: .badLine(String(line)))
            }
            guard cells[3] == "all" || cells[3] == role.rawValue else { continue }
            files.append(
                PackedFile(path: cells[1], permissions: cells[2], bytes: try templates.bytes(cells[0])))
        }
        return files
    }
}
