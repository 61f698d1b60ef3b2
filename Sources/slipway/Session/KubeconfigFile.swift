import Deployment
import Document
import Generation
import JSONText

/// The administrator's kubeconfig of a folder, and where the user wants it.
struct KubeconfigFile {
    let folder: String

    private static let limit = 8 << 20
    private var source: String { "\(folder)/secrets/admin.kubeconfig" }

    /// Writes it to `path`, readable for the user only; the path to use with kubectl, nil where the folder has none.
    func write(to path: String?, merging: Bool) throws -> String? {
        guard (try? POSIX.kind(of: source)) == .file else { return nil }
        guard let path else { return source }
        do {
            var bytes = try POSIX.contents(of: source, limit: Self.limit)
            if try POSIX.kind(of: path) != nil {
                guard merging else {
                    Console.printError(
                        "slipway: \(path) exists; merge into it with --merge. The kubeconfig is \(source)")
                    return source
                }
                let old = try Self.value(POSIX.contents(of: path, limit: Self.limit), path)
                // JSON is YAML, too.
                bytes = JSONWriter.bytes(of: Kubeconfig.merging(try Self.value(bytes, source), into: old))
            }
            try POSIX.makeParentDirectories(of: path)
            let beside = "\(path).slipway-\(POSIX.processID)"
            try POSIX.create(beside, bytes, mode: 0o600)
            try POSIX.move(beside, to: path)
            return path
        } catch let error as SystemError {
            Console.printError("slipway: \(error). The kubeconfig is \(source)")
            return source
        } catch {
            Console.printError(
                "slipway: \(path) is no kubeconfig that can be merged. The kubeconfig is \(source)")
            return source
        }
    }

    private static func value(_ bytes: [UInt8], _ path: String) throws -> JSONValue {
        json(try Document(reading: bytes, file: path).root)
    }

    private static func json(_ node: Node) -> JSONValue {
        switch node.content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(json))
        case .object(let members): .object(members.map { JSONMember($0.key, json($0.value)) })
        }
    }
}
