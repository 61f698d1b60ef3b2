extension TraceCommand: PlainlyCalledWithModel {
    static var unsaid: TraceCommand {
        var command = TraceCommand()
        command.model = ""
        command.from = ""
        command.to = ""
        command.port = nil
        command.options = .unsaid
        command.failure = .unsaid
        command.format = .text
        return command
    }

    var isComplete: Bool { !model.isEmpty && !from.isEmpty && !to.isEmpty }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--from": from = value
        case "--to": to = value
        case "--port": port = value
        case "--format":
            guard let format = PlainFormat(rawValue: value) else { return false }
            self.format = format
        default: return options.take(option: option, value) || failure.take(option: option, value)
        }
        return true
    }
}
