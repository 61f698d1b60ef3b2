extension ReachabilityCommand: PlainlyCalledWithModel {
    static var unsaid: ReachabilityCommand {
        var command = ReachabilityCommand()
        command.model = ""
        command.options = .unsaid
        command.failure = .unsaid
        command.format = .text
        command.transport = nil
        return command
    }

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
