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
