extension ModelOptions {
    static var unsaid: ModelOptions {
        var options = ModelOptions()
        options.assignments = []
        options.strict = false
        return options
    }

    mutating func take(flag: String) -> Bool {
        guard flag == "--strict" else { return false }
        strict = true
        return true
    }

    mutating func take(option: String, _ value: String) -> Bool {
        guard option == "--set" else { return false }
        assignments.append(value)
        return true
    }
}

extension PolicyOptions {
    static var unsaid: PolicyOptions {
        var options = PolicyOptions()
        options.only = nil
        options.ignore = nil
        options.project = nil
        options.noProject = false
        return options
    }

    mutating func take(flag: String) -> Bool {
        guard flag == "--no-project" else { return false }
        noProject = true
        return true
    }

    mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--only":
            only = RuleList(argument: value)
            return only != nil
        case "--ignore":
            ignore = RuleList(argument: value)
            return ignore != nil
        case "--project": project = value
        default: return false
        }
        return true
    }
}

extension FailureOptions {
    static var unsaid: FailureOptions {
        var options = FailureOptions()
        options.down = []
        return options
    }

    mutating func take(option: String, _ value: String) -> Bool {
        guard option == "--down", let kind = Down(rawValue: value) else { return false }
        down.append(kind)
        return true
    }
}
