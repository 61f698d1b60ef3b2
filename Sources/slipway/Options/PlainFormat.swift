import ArgumentParser

/// How a command prints what it shows: text for people, JSON for tools.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
