import ArgumentParser

/// How a command prints what it shows: text for people, JSON for tools.
enum PlainFormat: String, Choice {
    case text, json
}
