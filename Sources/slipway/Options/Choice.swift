import ArgumentParser

/// An option with a fixed set of values.
///
/// ArgumentParser finds the values' names by reflection, at every start; here they are what they say they are.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    static var allValueDescriptions: [String: String] { [:] }
    var defaultValueDescription: String { rawValue }
    init?(argument: String) { self.init(rawValue: argument) }
}
