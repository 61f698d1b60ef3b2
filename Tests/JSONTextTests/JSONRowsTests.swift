import JSONText
import Testing

/// Rows that are written piece by piece are what `JSONWriter` writes of the whole.
@Suite struct JSONRowsTests {
    @Test(arguments: 0...3)
    func sameAsTheWhole(count: Int) {
        var rows = JSONRows()
        var whole: [JSONValue] = []
        for number in 0..<count {
            rows.begin()
            guard number != 1 else {
                whole.append([:])
                continue
            }
            rows.add("name", "row \"\(number)\"\n")
            rows.add("number", number)
            rows.add("none", [])
            rows.add("some", ["a", "é"])
            whole.append([
                "name": .string("row \"\(number)\"\n"), "number": .integer(number), "none": [],
                "some": ["a", "é"],
            ])
        }
        #expect(rows.finish() == JSONWriter.bytes(of: .array(whole)))
    }
}
