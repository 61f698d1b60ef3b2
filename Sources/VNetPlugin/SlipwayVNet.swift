internal import CLinux

/// The program.
public enum SlipwayVNet {
    /// Does what the environment or the arguments ask and returns the exit code.
    public static func run() -> Int32 {
        Invocation.ignoreClosedPipes()
        let arguments = Invocation.arguments()
        if arguments.isEmpty {
            let variables = Invocation.variables(beginningWith: "CNI_")
            if !variables.isEmpty { return RuntimeCall.run(variables) }
        }
        return PeopleCall.run(arguments)
    }
}
