#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// A small file that holds a credential.
enum CredentialFile {
    /// Larger than any token or certificate with its chain.
    private static let limit = 256 << 10

    /// Its text.
    static func text(at path: String) throws(CredentialError) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
            throw .refused("cannot open \(path): \(reason)")
        }
        defer { close(descriptor) }
        guard let bytes = DescriptorReader.bytes(of: descriptor, limit: limit) else {
            throw .refused("\(path) cannot be read or is too large")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Reads descriptors to their end.
enum DescriptorReader {
    /// The bytes, or nil if reading fails or there are more than `limit`.
    static func bytes(of descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else { return nil }
        }
    }
}
