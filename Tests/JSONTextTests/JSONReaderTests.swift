import JSONText
import Testing

@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            ("null", .null), (" \t\r\n true ", .bool(true)), ("0", .integer(0)), ("-0", .integer(0)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("2.5e-3", .double(0.0025)),
            ("1E2", .double(100)), (#""\u00e9\ud83d\ude00\n\/""#, .string("é😀\n/")), ("[]", .array([])),
            ("{}", .object([])), (#"{"a":[1,{"b":null}]}"#, ["a": [1, ["b": .null]]]),
            // Duplicate keys are the caller's concern: order and number stay as written.
            (#"{"a":1,"a":2}"#, ["a": 1, "a": 2]),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    /// The offset is that of the byte at which the text stops being JSON.
    @Test(arguments: [
        ("", 0), ("  ", 2), ("{", 1), (#"{"a""#, 4), (#"{"a":"#, 5), (#"{"a":1,}"#, 7), ("[1,]", 3),
        ("[1 2]", 3),
        ("01", 0), ("+1", 0), ("1.", 0), (".5", 0), ("1e", 0), ("1e999", 0), ("NaN", 0), ("tru", 0),
        ("1 2", 2),
        ("'a'", 0), ("{a:1}", 1), ("[1] // no", 4), ("\"\t\"", 1), (#""\x41""#, 1), (#""\ud800""#, 1),
        ("\"", 1),
    ])
    func refuses(text: String, offset: Int) {
        #expect { try JSONValue(parsing: Array(text.utf8)) } throws: {
            ($0 as? JSONSyntaxError)?.offset == offset
        }
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]] as [[UInt8]])
    func refusesWhatIsNotUTF8(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError(.notUTF8, at: 1)) {
            try JSONValue(parsing: [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
        }
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth)
                + Array(repeating: UInt8(ascii: "]"), count: depth)
        }
        _ = try JSONValue(parsing: nested(64))
        #expect(throws: JSONSyntaxError(.tooDeep(limit: 64), at: 64)) { try JSONValue(parsing: nested(65)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(1_000_000)) }
    }
}
