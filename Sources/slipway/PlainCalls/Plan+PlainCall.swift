extension Plan: PlainlyCalledWithModel {
    static var unsaid: Plan {
        var command = Plan()
        command.model = ""
        command.options = .unsaid
        command.format = .text
        command.out = nil
        return command
    }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "-o", "--out": out = value
        case "--format":
            guard let format = Format(rawValue: value) else { return false }
            self.format = format
        default: return options.take(option: option, value)
        }
        return true
    }
}
