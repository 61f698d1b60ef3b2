import Testing

@testable import Certificates

struct MomentTests {
    /// Seconds and text, computed with GNU date.
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_795_680_000, "2026-11-26T08:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
    ])
    func timestamps(seconds: Int, text: String) {
        #expect(Moment(seconds: seconds).timestamp == text)
    }

    @Test func wholeDaysRoundDown() {
        let moment = Moment(seconds: 1_000_000)
        #expect(Moment(seconds: 1_000_000 + 86_399).days(since: moment) == 0)
        #expect(Moment(seconds: 1_000_000 + 86_400).days(since: moment) == 1)
        #expect(Moment(seconds: 1_000_000 - 1).days(since: moment) == -1)
    }
}
