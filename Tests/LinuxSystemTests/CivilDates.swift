import LinuxSystem
import Testing

/// Days of the calendar against Python's `datetime`.
@Suite struct CivilDates {
    @Test(arguments: [
        (0, 1970, 1, 1), (58, 1970, 2, 28), (59, 1970, 3, 1), (10_956, 1999, 12, 31), (11_016, 2000, 2, 29),
        (11_017, 2000, 3, 1), (19_782, 2024, 2, 29), (20_088, 2024, 12, 31), (20_783, 2026, 11, 26),
        (47_540, 2100, 2, 28), (47_541, 2100, 3, 1),
    ])
    func aDay(days: Int, year: Int, month: Int, day: Int) {
        let date = CivilDate(daysSince1970: days)
        #expect((date.year, date.month, date.day) == (year, month, day))
    }
}
