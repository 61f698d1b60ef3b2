extension ReachabilityCommand: PlainlyCalled {
    static var unsaid: ReachabilityCommand {
        var command = ReachabilityCommand()
        command.model = ""
        command.options = .unsaid
        command.failure = .unsaid
        command.format = .text
        command.transport = nil
        return command
    }

    var isComplete: Bool { !model.isEmpty }

    mutating func take(argument: String) -> Bool {
        guard model.isEmpty else { return false }
        model = argument
        return true
    }

    mutating func take(flag: String) -> Bool { options.take(flag: flag) }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--format":
            guard let format = Format(rawValue: value) else { return false }
            self.format = format
        case "--protocol":
            transport = Transport(rawValue: value)
            return transport != nil
        default: return options.take(option: option, value) || failure.take(option: option, value)
        }
        return true
    }
}
