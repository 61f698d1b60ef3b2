public import Findings

/// The model leaves out what a plan needs: some rule should have refused it. Seeing one is an error of slipway's.
public struct PlanGap: Error, Sendable, CustomStringConvertible {
    /// What is missing.
    public let path: ModelPath

    /// What is missing, in words.
    public var description: String { "the model says nothing usable at \(path), and no rule refused it" }
}

extension Optional {
    /// The value, or a gap at `path`.
    func orGap(_ path: ModelPath) throws(PlanGap) -> Wrapped {
        guard let self else { throw PlanGap(path: path) }
        return self
    }
}
