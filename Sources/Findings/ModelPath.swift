/// A place in a model, such as `properties.agentPoolProfiles[0].count`.
public struct ModelPath: Hashable, Sendable {
    /// One step down the tree.
    public enum Step: Hashable, Sendable {
        /// Into the member of that name.
        case key(String)
        /// Into the element at that index, from 0.
        case index(Int)
    }

    /// The steps from the top of the model.
    public var steps: [Step]

    /// The place reached by `steps` from the top.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The place one member further down.
    public subscript(key: String) -> ModelPath { ModelPath(steps + [.key(key)]) }
    /// The place one element further down.
    public subscript(index: Int) -> ModelPath { ModelPath(steps + [.index(index)]) }

    /// The place one step up, or nil at the top.
    public var parent: ModelPath? { steps.isEmpty ? nil : ModelPath(Array(steps.dropLast())) }

    /// The top of the model.
    public static let root = ModelPath()
    /// `properties`, where almost everything stands.
    public static let properties = ModelPath([.key("properties")])
}

extension ModelPath: CustomStringConvertible {
    /// `properties.agentPoolProfiles[0].count`; keys with other characters than letters, digits, `_` and `-` in
    /// brackets and quotes.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key):
                let isPlain =
                    !key.isEmpty
                    && key.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                            true
                        default: false
                        }
                    }
                if isPlain {
                    text += text.isEmpty ? key : ".\(key)"
                } else {
                    text += "[\"\(key)\"]"
                }
            }
        }
        return text
    }
}
