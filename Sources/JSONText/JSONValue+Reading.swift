extension JSONValue {
    /// The value that `bytes` hold.
    ///
    /// - Throws: where and why the text is no JSON.
    public init(parsing bytes: [UInt8], depthLimit: Int = 64) throws(JSONSyntaxError) {
        var builder = ValueBuilder()
        self = try JSONReader.read(bytes, depthLimit: depthLimit, with: &builder)
    }

    private struct ValueBuilder: JSONTreeBuilder {
        func scalar(_ value: JSONValue, in range: Range<Int>) -> JSONValue { value }
        func member(_ key: String, in keyRange: Range<Int>, _ value: JSONValue) -> JSONMember {
            JSONMember(key, value)
        }
        func array(_ elements: [JSONValue], in range: Range<Int>) -> JSONValue { .array(elements) }
        func object(_ members: [JSONMember], in range: Range<Int>) -> JSONValue { .object(members) }
    }
}
