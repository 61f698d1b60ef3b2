internal import Addressing
internal import CNISpec
internal import JSONText

/// Reads keys of an object and says where one is wrong.
struct SettingsReader {
    private let value: JSONValue
    private let path: String

    init(_ value: JSONValue, _ path: String) {
        self.value = value
        self.path = path
    }

    func wrong(_ key: String, _ why: String) -> SettingsError {
        let place = path.isEmpty ? key : "\(path).\(key)"
        guard let value = value[key] else { return SettingsError(description: "\"\(place)\": \(why)") }
        return SettingsError(description: "\"\(place)\": \(JSONWriter.text(of: value, .compact)): \(why)")
    }

    /// Refuses keys that are not among `keys`: a misspelt one must not go unnoticed.
    func allow(_ keys: [String]) throws(SettingsError) {
        guard let members = value.object else {
            throw SettingsError(
                description: "\(path.isEmpty ? "the settings" : "\"\(path)\"") must be an object")
        }
        for member in members where !keys.contains(member.name) {
            throw SettingsError(
                description:
                    "\"\(path.isEmpty ? "" : path + ".")\(member.name)\" is unknown; known are \(keys.joined(separator: ", "))"
            )
        }
    }

    private func present(_ key: String) -> JSONValue? { value[key].flatMap { $0 == .null ? nil : $0 } }

    func required<Value>(_ key: String, _ value: Value?) throws(SettingsError) -> Value {
        guard let value else { throw wrong(key, "it is missing") }
        return value
    }

    func text(_ key: String) throws(SettingsError) -> String? {
        guard let value = present(key) else { return nil }
        guard let text = value.string else { throw wrong(key, "a text is expected") }
        return text
    }

    func interface(_ key: String) throws(SettingsError) -> String? {
        guard let name = try text(key) else { return nil }
        guard Names.isInterface(name) else { throw wrong(key, "the name of an interface is expected") }
        return name
    }

    func integer(_ key: String, _ range: ClosedRange<Int>) throws(SettingsError) -> Int? {
        guard let value = present(key) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw wrong(key, "a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        }
        return number
    }

    func address(_ key: String) throws(SettingsError) -> IPv4Address? {
        guard let text = try text(key) else { return nil }
        guard let address = IPv4Address(text) else { throw wrong(key, "an IPv4 address is expected") }
        return address
    }

    func texts(_ key: String) throws(SettingsError) -> [String]? {
        guard let value = present(key) else { return nil }
        let texts = value.array?.compactMap({ $0.string })
        guard let texts, texts.count == value.array?.count else {
            throw wrong(key, "a list of texts is expected")
        }
        return texts
    }

    func prefixes(_ key: String) throws(SettingsError) -> [IPv4Prefix] {
        var prefixes: [IPv4Prefix] = []
        for text in try texts(key) ?? [] {
            guard let prefix = IPv4Prefix(text) else {
                throw wrong(key, "\"\(text)\" is no IPv4 prefix such as 10.240.0.0/16")
            }
            prefixes.append(prefix)
        }
        return prefixes
    }

    func object(_ key: String) throws(SettingsError) -> SettingsReader? {
        guard let value = present(key) else { return nil }
        guard value.object != nil else { throw wrong(key, "an object is expected") }
        return SettingsReader(value, path.isEmpty ? key : "\(path).\(key)")
    }

    func objects(_ key: String) throws(SettingsError) -> [SettingsReader] {
        guard let value = present(key) else { return [] }
        guard let elements = value.array else { throw wrong(key, "a list is expected") }
        return elements.enumerated().map { SettingsReader($0.element, "\(key)[\($0.offset)]") }
    }
}
