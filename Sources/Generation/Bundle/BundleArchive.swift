import Crypto
import NodeConfig

/// One archive with everything that machines need, for those without a way to the internet: programs, slipway-vnet, images, and
/// `SHA256SUMS` at its head. The same files give the same bytes.
public struct BundleArchive: Sendable {
    /// Why there is no bundle.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        /// A file is not in the folder; where it was looked for.
        case missing(BundleMember, places: [String])
        /// A file has another checksum.
        case checksum(path: String, expected: String, found: String)
        /// A file has changed while it was read.
        case changed(path: String)
        /// A file is larger than the archive's form can say.
        case tooLarge(path: String)
        /// The system refuses.
        case system(SystemError)

        /// File and reason in words.
        public var description: String {
            switch self {
            case .missing(let member, let places):
                "\(member.path.split(separator: "/").last ?? "") is not at \(places.joined(separator: ", ")); it comes from "
                    + (member.url ?? "you: the model names it in provisioning.images")
            case .checksum(let path, let expected, let found):
                "\(path) has the SHA-256 \(found), not \(expected)"
            case .changed(let path): "\(path) has changed while it was read"
            case .tooLarge(let path): "\(path) is larger than 8 GiB"
            case .system(let error): "\(error)"
            }
        }
    }

    /// A file and where it was found.
    private struct Source {
        var member: BundleMember
        var path: String
        var size: Int
    }

    private static let sums = "SHA256SUMS"
    /// Eleven octal digits of a header.
    private static let largest = 1 << 33

    private let sources: [Source]

    /// The bundle of `members`, found below `folder`; slipway-vnet is `plugin`, where there is one.
    ///
    /// - Throws: for the first file that is not there. Checksums are compared while the archive is written.
    public init(_ members: [BundleMember], below folder: String, plugin: String?) throws(Failure) {
        var found: [Source] = []
        for member in members {
            let own = member.path == BundleMember.plugin ? plugin.map { [$0] } ?? [] : []
            let places = own + member.candidates.map { "\(folder)/\($0)" }
            guard let path = places.first(where: { POSIX.size(ofFile: $0) != nil }),
                let size = POSIX.size(ofFile: path)
            else { throw .missing(member, places: places) }
            guard size < Self.largest else { throw .tooLarge(path: path) }
            found.append(Source(member: member, path: path, size: size))
        }
        sources = found
    }

    /// Writes the archive to `target`, whole or not at all, and returns its SHA-256.
    public func write(to target: String) throws(Failure) -> String {
        let scratch = "\(target).slipway-\(POSIX.processID)"
        let file = try Self.system { () throws(SystemError) in
            try StreamedFile(creating: scratch, mode: 0o644)
        }
        do throws(Failure) {
            let sum = try fill(file)
            try Self.system { () throws(SystemError) in
                try file.finish(isDurable: true)
                try POSIX.move(scratch, to: target)
            }
            return sum
        } catch {
            try? POSIX.removeFile(scratch)
            throw error
        }
    }

    private func fill(_ file: StreamedFile) throws(Failure) -> String {
        var whole = SHA256()
        func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
            unsafe whole.update(bufferPointer: bytes)
            try Self.system { () throws(SystemError) in try unsafe file.append(bytes) }
        }
        func append(_ bytes: [UInt8]) throws(Failure) {
            whole.update(data: bytes)
            try Self.system { () throws(SystemError) in try file.append(bytes) }
        }
        let list = Array(sources.map { "\($0.member.sha256)  \($0.member.path)\n" }.joined().utf8)
        try append(
            TapeArchive.header(Self.sums, size: list.count) + list + TapeArchive.padding(after: list.count))
        for source in sources {
            try append(TapeArchive.header(source.member.path, size: source.size))
            let reader = try Self.system { () throws(SystemError) in try StreamedFile(reading: source.path) }
            var own = SHA256()
            var left = source.size
            try unsafe reader.forEachPiece(Failure.system) { piece throws(Failure) in
                left -= piece.count
                guard left >= 0 else { throw .changed(path: source.path) }
                unsafe own.update(bufferPointer: piece)
                try unsafe append(piece)
            }
            guard left == 0 else { throw .changed(path: source.path) }
            try append(TapeArchive.padding(after: source.size))
            let found = own.finalize().hexadecimal
            guard found == source.member.sha256 else {
                throw .checksum(path: source.path, expected: source.member.sha256, found: found)
            }
        }
        try append(TapeArchive.end)
        return whole.finalize().hexadecimal
    }

    private static func system<Result>(
        _ body: () throws(SystemError) -> Result
    ) throws(Failure) -> Result {
        do throws(SystemError) { return try body() } catch { throw .system(error) }
    }
}

extension SHA256.Digest {
    /// Lower-case hexadecimal digits.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
