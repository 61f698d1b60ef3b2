extension Generate: PlainlyCalledWithModel {
    static var unsaid: Generate {
        var command = Generate()
        command.model = ""
        command.output = ""
        command.options = .unsaid
        command.check = false
        command.force = false
        command.templates = nil
        command.plugin = nil
        command.noPlugin = false
        return command
    }

    var isComplete: Bool { !model.isEmpty && !output.isEmpty }

    mutating func take(flag: String) -> Bool {
        switch flag {
        case "--check": check = true
        case "--force": force = true
        case "--no-plugin": noPlugin = true
        default: return options.take(flag: flag)
        }
        return true
    }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "-o", "--output": output = value
        case "--templates": templates = value
        case "--plugin": plugin = value
        default: return options.take(option: option, value)
        }
        return true
    }
}
