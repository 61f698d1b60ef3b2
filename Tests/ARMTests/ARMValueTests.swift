import ARM
import JSONText
import Testing

/// User text never becomes an expression, and expressions quote what stands in them.
@Suite struct ARMValueTests {
    @Test(arguments: [
        (ARMValue.text("plain"), "plain"), (.text("[parameters('x')]"), "[[parameters('x')]"),
        (.text("["), "[["),
        (.text("a[b]"), "a[b]"), (.expression(.string("[x]")), "[[x]"),
        (.expression(.call("concat", ["it's", .integer(3)])), "[concat('it''s', 3)]"),
        (.expression(.property(.call("resourceGroup", []), "location")), "[resourceGroup().location]"),
        (.expression(.call("f", ["')] + evil('"])), "[f(''')] + evil(''')]"),
    ])
    func texts(value: ARMValue, written: String) {
        #expect(value.json == .string(written))
    }

    @Test func structureIsKept() {
        let value: ARMValue = ["b": 1, "a": [true, .double(0.5), "x"], "w": .written(["k": .null])]
        #expect(value.json == ["b": 1, "a": [true, 0.5, "x"], "w": ["k": .null]])
    }
}
