import NetworkPicture
import Testing

@Suite struct AddressBarTests {
    /// A /24 with everything in it.
    private let full = AddressBar(usable: 251, azure: 5, others: 3, reserved: 2, used: 124, surge: 31)

    @Test func whatIsNotTakenIsFree() {
        #expect(full[.free] == 91)
        #expect(full[.missing] == 0)
        #expect(full.parts == [.azure, .others, .reserved, .used, .surge, .free])
    }

    @Test func whatDoesNotFitIsMissing() {
        let bar = AddressBar(usable: 11, azure: 5, others: 0, reserved: 0, used: 62, surge: 31)
        #expect(bar[.missing] == 82)
        #expect(bar[.free] == 0)
    }

    @Test func withoutASizeNothingIsFreeOrMissing() {
        let bar = AddressBar(usable: nil, azure: 5, others: 0, reserved: 0, used: 62, surge: 0)
        #expect(!bar.isSizeKnown)
        #expect(bar.parts == [.used])
    }

    @Test func widthsFillTheBarAndKeepProportions() {
        #expect(full.widths(of: 256).map(\.cells).reduce(0, +) == 256)
        let used = full.widths(of: 256).first { $0.part == .used }
        #expect((122...126).contains(used?.cells ?? 0))
    }

    @Test(arguments: [6, 7, 10, 24, 48, 257, 704])
    func everyPartHasACellAndTheBarIsFull(total: Int) {
        for used in [1, 7, 1_000, 999_999] {
            for surge in [1, 31, 12_345] {
                let bar = AddressBar(
                    usable: 1_048_571, azure: 5, others: 1, reserved: 1, used: used, surge: surge)
                let widths = bar.widths(of: total)
                #expect(widths.allSatisfy { $0.cells >= 1 })
                #expect(widths.reduce(0) { $0 + $1.cells } == total)
            }
        }
    }

    @Test func aBarThatIsTooShortHasACellForEachPart() {
        #expect(full.widths(of: 2).map(\.cells) == [1, 1, 1, 1, 1, 1])
    }
}
