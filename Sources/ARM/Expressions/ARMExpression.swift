/// An expression of ARM's template language. User text stands in `.string` only and can never become code.
///
/// Source: Microsoft Learn, "Syntax and expressions in ARM templates".
public indirect enum ARMExpression: Sendable, Hashable {
    /// A text.
    case string(String)
    /// A number.
    case integer(Int)
    /// A function with its arguments.
    case call(String, [ARMExpression])
    /// A property of an object.
    case property(ARMExpression, String)

    /// The expression as it stands between brackets.
    public var code: String {
        var code = ""
        append(to: &code)
        return code
    }

    private func append(to code: inout String) {
        switch self {
        case .string(let text):
            code += "'"
            Self.append(text, to: &code)
            code += "'"
        case .integer(let number): code += "\(number)"
        case .call(let name, let arguments):
            code += name
            code += "("
            for (place, argument) in arguments.enumerated() {
                if place > 0 { code += ", " }
                argument.append(to: &code)
            }
            code += ")"
        case .property(let object, let name):
            object.append(to: &code)
            code += "."
            code += name
        }
    }

    /// Appends `text` with its quotes doubled; most texts have none, and user data is long.
    private static func append(_ text: String, to code: inout String) {
        let quote = UInt8(ascii: "'")
        guard text.utf8.contains(quote) else { return code += text }
        for (place, part) in text.utf8.split(separator: quote, omittingEmptySubsequences: false).enumerated()
        {
            if place > 0 { code += "''" }
            code += Substring(part)
        }
    }

    /// The longest expression that ARM takes, in characters.
    ///
    /// Source: Microsoft Learn, "ARM template best practices": template limits.
    public static let lengthLimit = 24_576
}

extension ARMExpression: ExpressibleByStringLiteral {
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension ARMExpression {
    /// The value of a parameter.
    static func parameter(_ name: String) -> ARMExpression { .call("parameters", [.string(name)]) }
    /// The value of a variable.
    static func variable(_ name: String) -> ARMExpression { .call("variables", [.string(name)]) }
    /// Texts one after the other.
    static func concat(_ parts: ARMExpression...) -> ARMExpression { .call("concat", parts) }
    /// The text in base64.
    static func base64(_ text: ARMExpression) -> ARMExpression { .call("base64", [text]) }
    /// The number of the current turn of a loop, plus `offset`.
    static func copyIndex(_ offset: Int = 0) -> ARMExpression {
        .call("copyIndex", offset == 0 ? [] : [.integer(offset)])
    }
    /// The number of the current turn of a property's loop, plus `offset`.
    static func copyIndex(of loop: String, _ offset: Int = 0) -> ARMExpression {
        .call("copyIndex", [.string(loop)] + (offset == 0 ? [] : [.integer(offset)]))
    }
    /// The deployment's resource group.
    static let resourceGroup = ARMExpression.call("resourceGroup", [])
    /// The deployment's subscription.
    static let subscription = ARMExpression.call("subscription", [])
    /// An object of these members, as JSON text.
    static func jsonText(_ members: [(String, ARMExpression)]) -> ARMExpression {
        .call("string", [.call("createObject", members.flatMap { [.string($0.0), $0.1] })])
    }
}
