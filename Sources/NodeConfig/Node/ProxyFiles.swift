import NetworkPlan

extension ProxyPlan {
    /// The variables by which programs know it. Only the upper-case names: everything here reads those.
    var environment: [(name: String, value: String)] {
        var variables: [(name: String, value: String)] = []
        if let https { variables.append((name: "HTTPS_PROXY", value: https)) }
        if let http { variables.append((name: "HTTP_PROXY", value: http)) }
        variables.append((name: "NO_PROXY", value: exceptions.joined(separator: ",")))
        return variables
    }
}

/// What tells the machine's services of a proxy: drop-ins of their units, and apt's settings.
///
/// A proxy is a scheme, a host and a port, and exceptions are letters, digits and `.:/*-` (rules PV001 and PV002), so nothing in
/// them means anything to systemd or apt.
enum ProxyFiles {
    /// containerd pulls images; kubelet's helpers ask registries for their log-in.
    private static let services = ["containerd", "kubelet"]

    static func list(_ proxy: ProxyPlan) -> [WrittenFile] {
        let variables = proxy.environment.map { "Environment=\"\($0.name)=\($0.value)\"\n" }.joined()
        let dropIns = services.map {
            WrittenFile(
                "/etc/systemd/system/\($0).service.d/10-proxy.conf",
                text: Array("[Service]\n\(variables)".utf8))
        }
        let schemes: [(name: String, url: String?)] = [("http", proxy.http), ("https", proxy.https)]
        let apt = schemes.compactMap { scheme in
            scheme.url.map { "Acquire::\(scheme.name)::Proxy \"\($0)\";\n" }
        }
        return dropIns + [WrittenFile("/etc/apt/apt.conf.d/90slipway-proxy", text: Array(apt.joined().utf8))]
    }
}
