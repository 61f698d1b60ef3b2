/// What the runtime says in environment variables, checked for the command.
public struct CNIEnvironment: Sendable {
    /// The command.
    public let command: CNICommand
    /// CNI_CONTAINERID; empty for commands without a container.
    public let containerID: String
    /// CNI_NETNS; empty where the command does not need it.
    public let namespacePath: String
    /// CNI_IFNAME; empty for commands without a container.
    public let interface: String
    /// CNI_ARGS.
    public let arguments: CNIArguments
    /// Whether CNI_NETNS_OVERRIDE allows the plugin's own namespace.
    public let allowsOwnNamespace: Bool

    /// Longer ids do not fit into an interface's alias beside the rest of an attachment's key.
    public static let longestContainerID = 160

    /// Reads and checks the variables.
    public init(_ variables: [String: String]) throws(CNIError) {
        guard let word = variables["CNI_COMMAND"], !word.isEmpty else {
            throw CNIError(.invalidEnvironment, "CNI_COMMAND is not set")
        }
        guard let command = CNICommand(rawValue: word) else {
            throw CNIError(.invalidEnvironment, "CNI_COMMAND is \"\(word)\": no command of the specification")
        }
        self.command = command
        var missing: [String] = []
        func value(_ name: String, for commands: [CNICommand]) -> String {
            let value = variables[name] ?? ""
            if value.isEmpty && commands.contains(command) { missing.append(name) }
            return value
        }
        containerID = value("CNI_CONTAINERID", for: [.add, .delete, .check])
        namespacePath = value("CNI_NETNS", for: [.add, .check])
        interface = value("CNI_IFNAME", for: [.add, .delete, .check])
        arguments = CNIArguments(variables["CNI_ARGS"] ?? "")
        allowsOwnNamespace = ["1", "true"].contains(variables["CNI_NETNS_OVERRIDE"]?.lowercased())
        guard missing.isEmpty else {
            throw CNIError(
                .invalidEnvironment, "\(missing.joined(separator: ", ")) must be set for \(command.rawValue)")
        }
        guard [.add, .delete, .check].contains(command) else { return }
        guard Names.isIdentifier(containerID) else {
            throw CNIError(
                .invalidEnvironment,
                "CNI_CONTAINERID \"\(containerID)\" must begin with a letter or digit and have only those, \"_\", \".\" and \"-\""
            )
        }
        guard containerID.utf8.count <= Self.longestContainerID else {
            throw CNIError(
                .invalidEnvironment,
                "CNI_CONTAINERID has \(containerID.utf8.count) characters, at most \(Self.longestContainerID) are supported"
            )
        }
        guard Names.isInterface(interface) else {
            throw CNIError(
                .invalidEnvironment,
                "CNI_IFNAME \"\(interface)\" is no interface name: 1 to 15 bytes without \"/\", \":\" and white space"
            )
        }
    }
}
