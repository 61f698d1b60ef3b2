import JSONText
import Testing

@Suite struct JSONWriterTests {
    @Test func prettyHasTwoSpacesAndALineFeed() {
        let value: JSONValue = ["z": 1, "a": [true, .null, []], "e": [:], "d": 0.5]
        let text = """
            {
              "z": 1,
              "a": [
                true,
                null,
                []
              ],
              "e": {},
              "d": 0.5
            }

            """
        #expect(JSONWriter.text(of: value) == text)
        #expect(JSONWriter.text(of: value, .compact) == #"{"z":1,"a":[true,null,[]],"e":{},"d":0.5}"#)
    }

    @Test func everyControlCharacterIsEscaped() {
        #expect(
            JSONWriter.text(of: .string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}é😀"), .compact)
                == #""\"\\/\n\r\t\u0000\u001f\u007fé😀""#)
    }

    @Test func whatSteersATerminalOrTurnsTextIsEscaped() {
        #expect(
            JSONWriter.text(
                of: .string("\u{80}\u{9B}\u{9F}\u{A0}\u{61C}\u{200E}\u{2028}\u{202E}\u{2066}\u{2069}"),
                .compact)
                == "\"\\u0080\\u009b\\u009f\u{A0}\\u061c\\u200e\\u2028\\u202e\\u2066\\u2069\"")
        #expect(
            JSONWriter.text(of: .string("\u{200C}\u{2027}\u{202F}\u{206A}é\u{628}"), .compact)
                == "\"\u{200C}\u{2027}\u{202F}\u{206A}é\u{628}\"")
    }

    @Test func everyScalarSurvives() throws {
        var text = ""
        for code in Array(0..<0x3000) + [0xFFFE, 0xFFFF, 0x1_0000, 0x10_FFFF] {
            if let scalar = UnicodeScalar(code) { text.unicodeScalars.append(scalar) }
        }
        for layout in [JSONWriter.Layout.pretty, .compact] {
            let bytes = JSONWriter.bytes(of: [text: .string(text)], layout)
            #expect(try JSONValue(parsing: bytes) == [text: .string(text)])
            #expect(!bytes.dropLast().contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
        }
    }
}
