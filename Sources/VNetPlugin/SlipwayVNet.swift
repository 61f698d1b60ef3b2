internal import Glibc

/// The program.
public enum SlipwayVNet {
    /// The version of slipway that it belongs to.
    public static let version = "0.1.0"

    /// Does what the environment or the arguments ask and returns the exit code.
    public static func run(_ arguments: [String]) -> Int32 {
        Invocation.ignoreClosedPipes()
        if arguments.count < 2 {
            let variables = Invocation.variables(beginningWith: "CNI_")
            if !variables.isEmpty { return RuntimeCall.run(variables) }
        }
        return PeopleCall.run(Array(arguments.dropFirst()))
    }
}
