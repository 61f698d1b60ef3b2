import AddressPlan
import ClusterModel
import Findings

/// The controller manager waits for less than four of kubelet's reports before it takes a node for lost, or a duration is
/// none.
///
/// A single late report would then make every pod of a healthy node move.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       controllerManagerConfig:
///         --node-monitor-grace-period: 20s
///       kubeletConfig:
///         --node-status-update-frequency: 10s
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       controllerManagerConfig:
///         --node-monitor-grace-period: 40s
///       kubeletConfig:
///         --node-status-update-frequency: 10s
/// ```
///
/// Source: acs-engine, validation of `--node-monitor-grace-period`; Kubernetes, "Nodes": heartbeats.
enum NodeMonitorGracePeriod: Rule {
    static let id = RuleID("KU004", "NodeMonitorGracePeriod")

    static func findings(in context: RuleContext) -> [Finding] {
        let components = context.kubernetesConfig.components
        let (grace, update) = ("--node-monitor-grace-period", "--node-status-update-frequency")
        let gracePath = Paths.kubernetesConfig["controllerManagerConfig"][grace]
        let updatePath = Paths.kubernetesConfig["kubeletConfig"][update]
        var findings: [Finding] = []
        func seconds(_ text: String?, _ path: ModelPath) -> Double? {
            guard let text else { return nil }
            if let duration = GoDuration.seconds(text) { return duration }
            findings.append(
                Finding(
                    id, .error, at: path, "\"\(text)\" is no duration",
                    remedy: "write one such as 10s or 5m0s"))
            return nil
        }
        let wait = seconds(components.controllerManagerConfig[grace], gracePath)
        let report = seconds(components.kubeletConfig[update], updatePath)
        // What the other one is when only one is said: Kubernetes' own values.
        guard wait != nil || report != nil, findings.isEmpty else { return findings }
        let (waits, reports) = (wait ?? 40, report ?? 10)
        guard waits < 4 * reports else { return [] }
        return [
            Finding(
                id, .error, at: wait != nil ? gracePath : updatePath,
                "\(grace) (\(text(waits))) is less than four times \(update) (\(text(reports)))",
                remedy: "write at least \(text(4 * reports)) for \(grace)")
        ]
    }

    private static func text(_ seconds: Double) -> String {
        seconds.rounded() == seconds && abs(seconds) < 1e15 ? "\(Int(seconds))s" : "\(seconds)s"
    }
}

/// Durations as Go's tools read them.
enum GoDuration {
    private static let units: [(String, Double)] = [
        ("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600),
    ]

    /// The seconds of a text such as `1h30m` or `1.5s`, nil if it is none.
    static func seconds(_ text: String) -> Double? {
        var rest = text[...]
        var sum = 0.0
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            guard let number = Double(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !("0"..."9").contains($0) && $0 != "." }
            guard let scale = units.first(where: { $0.0 == unit })?.1 else { return nil }
            rest = rest.dropFirst(unit.count)
            sum += number * scale
        }
        return sum.isFinite ? sum : nil
    }
}
