internal import CNISpec
internal import JSONText

/// What the plugin's object of the network configuration list says beyond the specification.
struct PluginConfiguration: Sendable {
    /// Where log lines go.
    enum LogTarget: String {
        /// The journal, and without one the file.
        case auto
        case journal
        case file
        case none
    }

    /// Where the state file and the lock are.
    var stateDirectory = "/run/slipway-vnet"
    /// The node's settings file.
    var settingsPath = "/etc/slipway/vnet.json"
    /// How long a call waits for another one.
    var lockSeconds = 10
    /// Where log lines go.
    var log = LogTarget.auto
    /// The file, where lines go to one.
    var logFile = "/var/log/slipway-vnet.log"

    /// What is set where nothing is said.
    init() {}

    /// Reads the keys of `object`; unknown ones are passed over, as the specification asks.
    init(_ object: JSONValue) throws(CNIError) {
        if let mode = object["mode"], mode != .null, mode.string != "transparent" {
            throw Self.unsupported("mode", mode, "\"transparent\" is the only mode")
        }
        if let ipam = object["ipam"], ipam != .null, ipam["type"]?.string != "slipway-vnet" {
            throw Self.unsupported("ipam", ipam, "slipway-vnet gives the addresses itself")
        }
        if let path = try Self.path("stateDirectory", object) { stateDirectory = path }
        if let path = try Self.path("settings", object) { settingsPath = path }
        if let path = try Self.path("logFile", object) { logFile = path }
        if let value = object["lockSeconds"], value != .null {
            guard let seconds = value.integer, (1...60).contains(seconds) else {
                throw Self.invalid("lockSeconds", value, "a whole number from 1 to 60 is expected")
            }
            lockSeconds = seconds
        }
        if let value = object["log"], value != .null {
            guard let target = value.string.flatMap(LogTarget.init(rawValue:)) else {
                throw Self.invalid("log", value, "\"auto\", \"journal\", \"file\" or \"none\" is expected")
            }
            log = target
        }
    }

    private static func path(_ key: String, _ object: JSONValue) throws(CNIError) -> String? {
        guard let value = object[key], value != .null else { return nil }
        guard let path = value.string, path.hasPrefix("/"), !path.utf8.contains(0), path.utf8.count < 1024
        else {
            throw invalid(key, value, "an absolute path is expected")
        }
        return path
    }

    private static func unsupported(_ key: String, _ value: JSONValue, _ why: String) -> CNIError {
        CNIError(
            .unsupportedField, "\"\(key)\": \(JSONWriter.text(of: value, .compact)) is not supported: \(why)")
    }

    private static func invalid(_ key: String, _ value: JSONValue, _ why: String) -> CNIError {
        CNIError(.invalidConfiguration, "\"\(key)\": \(JSONWriter.text(of: value, .compact)): \(why)")
    }
}
