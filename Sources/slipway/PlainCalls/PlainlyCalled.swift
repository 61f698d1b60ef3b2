import ArgumentParser

/// A command whose usual calls are read without ArgumentParser.
///
/// ArgumentParser finds a command's options by reflection at every call, which takes a third of the time in which a model is
/// validated. So the commands that run for every change read what is simple themselves: arguments, flags, and options with
/// their value in the next word. Everything else (help, `--option=value`, `--`, mistakes) is not taken, and ArgumentParser reads
/// the whole line. docs/decisions/0204 says what keeps the two alike.
protocol PlainlyCalled: ParsableCommand {
    /// The command of which nothing is said, with every default.
    static var unsaid: Self { get }
    /// Whether all that must be said has been.
    var isComplete: Bool { get }
    /// Takes an argument without a name; false if it has no place.
    mutating func take(argument: String) -> Bool
    /// Takes a flag; false if there is none of that name.
    mutating func take(flag: String) -> Bool
    /// Takes an option; false if there is none of that name, or its value is not one of those that it can have.
    mutating func take(option: String, _ value: String) -> Bool
}

extension PlainlyCalled {
    /// The command that `words` ask for, nil where it takes more than this to understand them.
    static func reading(_ words: ArraySlice<String>) -> Self? {
        var command = unsaid
        var words = words
        while let word = words.popFirst() {
            if isValue(word) {
                guard command.take(argument: word) else { return nil }
            } else if !command.take(flag: word) {
                guard let value = words.popFirst(), isValue(value), command.take(option: word, value) else {
                    return nil
                }
            }
        }
        return command.isComplete ? command : nil
    }

    private static func isValue(_ word: String) -> Bool {
        !word.isEmpty && (word == "-" || !word.hasPrefix("-"))
    }
}

/// A command about one model, which is its only argument.
protocol PlainlyCalledWithModel: PlainlyCalled {
    var model: String { get set }
    var options: ModelOptions { get set }
}

extension PlainlyCalledWithModel {
    var isComplete: Bool { !model.isEmpty }

    mutating func take(argument: String) -> Bool {
        guard model.isEmpty else { return false }
        model = argument
        return true
    }

    mutating func take(flag: String) -> Bool { options.take(flag: flag) }
}

/// The plain calls of the program.
enum PlainCall {
    /// The command that `words` ask for, nil where ArgumentParser must read them.
    static func command(_ words: ArraySlice<String>) -> (any ParsableCommand)? {
        let rest = words.dropFirst()
        return switch words.first {
        case "validate": Validate.reading(rest)
        case "generate": Generate.reading(rest)
        case "plan": Plan.reading(rest)
        case "trace": TraceCommand.reading(rest)
        case "reachability": ReachabilityCommand.reading(rest)
        default: nil
        }
    }
}
