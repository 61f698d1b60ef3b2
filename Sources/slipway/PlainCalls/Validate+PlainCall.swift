import ArgumentParser

extension Validate: PlainlyCalled {
    static var unsaid: Validate {
        var command = Validate()
        command.models = []
        command.options = .unsaid
        command.policy = .unsaid
        command.expect = []
        command.format = .text
        command.output = []
        command.changedSince = nil
        command.against = nil
        command.allowed = []
        command.failOn = nil
        command.baseline = nil
        command.writeBaseline = false
        command.color = .auto
        return command
    }

    // What contradicts itself is ArgumentParser's to say.
    var isComplete: Bool { (try? validate()) != nil }

    mutating func take(argument: String) -> Bool {
        models.append(argument)
        return true
    }

    mutating func take(flag: String) -> Bool {
        if flag == "--write-baseline" {
            writeBaseline = true
            return true
        }
        return options.take(flag: flag) || policy.take(flag: flag)
    }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--expect": expect.append(value)
        case "--changed-since": changedSince = value
        case "--baseline": baseline = value
        case "--format":
            guard let format = Format(rawValue: value) else { return false }
            self.format = format
        case "--output":
            guard let target = ReportOutput(argument: value) else { return false }
            output.append(target)
        case "--against":
            against = AgainstOption(argument: value)
            return against != nil
        case "--allow":
            guard let effect = AllowOption(rawValue: value) else { return false }
            allowed.append(effect)
        case "--fail-on":
            failOn = FailOption(rawValue: value)
            return failOn != nil
        case "--color":
            guard let color = ColourChoice(rawValue: value) else { return false }
            self.color = color
        default: return options.take(option: option, value) || policy.take(option: option, value)
        }
        return true
    }
}
