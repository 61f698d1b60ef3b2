internal import CNISpec
internal import LinuxSystem

/// The container's namespace, as the runtime names it.
enum ContainerNamespace {
    /// Opens it; refuses what is none, and the machine's own.
    static func open(_ environment: CNIEnvironment, _ node: Node) throws(CNIError) -> NetworkNamespace {
        let path = environment.namespacePath
        let namespace: NetworkNamespace
        do throws(NetworkNamespace.Failure) { namespace = try NetworkNamespace(at: path) } catch {
            switch error {
            case .system(let cause): throw CNIError(.invalidEnvironment, "CNI_NETNS: \(cause)")
            case .notANamespace:
                throw CNIError(.invalidEnvironment, "CNI_NETNS \(path) is no network namespace")
            }
        }
        if namespace.identity.isSameFile(as: node.namespace), !environment.allowsOwnNamespace {
            throw CNIError(.invalidEnvironment, "CNI_NETNS \(path) is the machine's own network namespace")
        }
        return namespace
    }
}
