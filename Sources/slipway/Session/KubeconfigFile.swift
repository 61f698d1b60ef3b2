import Deployment
import Document
import Findings
import Generation
import HTTPTransport
import JSONText

/// The administrator's kubeconfig of a folder, and where the user wants it.
struct KubeconfigFile {
    let folder: String

    private static let limit = 8 << 20
    /// Looks at a lock that another program holds, a tenth of a second apart.
    private static let looks = 50

    private var source: String { "\(folder)/secrets/admin.kubeconfig" }

    /// Why there is no file where the user wants it.
    private struct Refusal: Error { let reason: String }

    /// What stands where the user wants the kubeconfig.
    private enum Present {
        /// Nothing, or an empty file, which is an empty kubeconfig for kubectl, too.
        case nothing
        case kubeconfig(JSONValue)
    }

    /// Ends the command where `path` could not be written after the deployment, before anything is deployed.
    func check(_ path: String?, merging: Bool) throws {
        guard let path else { return }
        do { _ = try present(at: Self.target(of: path), path, merging: merging) } catch {
            Console.printError("slipway: \(error.reason); nothing was deployed".printable)
            throw CommandEnd(status: .refused)
        }
    }

    /// Writes it to `path`, readable for the user only.
    ///
    /// - Returns: the path to use with kubectl, nil where there is none, and whether the user has what he asked for.
    func write(to path: String?, merging: Bool) -> (path: String?, isDone: Bool) {
        guard (try? POSIX.kind(of: source)) == .file else {
            if path != nil {
                Console.printError(
                    "slipway: there is no \(source) to write: the certificate authority's key is not here")
            }
            return (nil, path == nil)
        }
        guard let path else { return (source, true) }
        do {
            try put(path, merging: merging)
            return (path, true)
        } catch {
            Console.printError("slipway: \(error.reason). The kubeconfig is \(source)".printable)
            return (source, false)
        }
    }

    private func put(_ path: String, merging: Bool) throws(Refusal) {
        let target = try Self.target(of: path)
        do {
            try POSIX.makeParentDirectories(of: target)
            let lock = try Self.lock(target)
            defer { try? POSIX.removeFile(lock) }
            var bytes = try POSIX.contents(of: source, limit: Self.limit)
            if case .kubeconfig(let old) = try present(at: target, path, merging: merging) {
                let new = try Self.value(bytes, source)
                // JSON is YAML, too.
                bytes = JSONWriter.bytes(of: Kubeconfig.merging(new, into: old))
            }
            let beside = "\(target).slipway-\(POSIX.processID)"
            try POSIX.create(beside, bytes, mode: 0o600)
            try POSIX.move(beside, to: target)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(reason: "\(error)")
        }
    }

    /// The file behind a link, which stays a link; the path itself where there is none.
    private static func target(of path: String) throws(Refusal) -> String {
        guard (try? POSIX.kind(of: path)) == .link else { return path }
        guard let target = POSIX.resolved(path) else {
            throw Refusal(reason: "\(path) is a link to nothing")
        }
        return target
    }

    private func present(at target: String, _ path: String, merging: Bool) throws(Refusal) -> Present {
        let bytes: [UInt8]
        do {
            guard let kind = try POSIX.kind(of: target) else { return .nothing }
            guard kind == .file else { throw Refusal(reason: "\(path) is no file") }
            bytes = try POSIX.contents(of: target, limit: Self.limit)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(reason: "\(error)")
        }
        guard bytes.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return .nothing }
        guard merging else {
            throw Refusal(reason: "\(path) exists; merge into it with --merge, or name another file")
        }
        return .kubeconfig(try Self.value(bytes, path))
    }

    /// kubectl's own lock: whoever changes a kubeconfig has `FILE.lock` beside it.
    private static func lock(_ path: String) throws -> String {
        let lock = "\(path).lock"
        for _ in 1..<looks {
            do {
                try POSIX.create(lock, [], mode: 0o600, isDurable: false)
                return lock
            } catch {
                guard try POSIX.kind(of: lock) != nil else { throw error }
                SystemTimekeeper().sleep(0.1)
            }
        }
        throw Refusal(
            reason:
                "\(lock) is there: another program changes \(path), or died doing so and the lock can be deleted"
        )
    }

    /// The kubeconfig in `bytes`; every one has lists or a current context.
    private static func value(_ bytes: [UInt8], _ path: String) throws(Refusal) -> JSONValue {
        let refusal = Refusal(reason: "\(path) is no kubeconfig that can be merged")
        guard let document = try? Document(reading: bytes, file: path) else { throw refusal }
        let value = json(document.root)
        guard value.object != nil, value["kind"]?.string == "Config" || value["clusters"] != nil else {
            throw refusal
        }
        return value
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
