import ArgumentParser

/// When text for people has colours.
enum ColourChoice: String, Choice {
    case auto, always, never

    /// Whether it has them here.
    var isColoured: Bool {
        switch self {
        case .auto: Console.errorIsColoured
        case .always: true
        case .never: false
        }
    }
}
