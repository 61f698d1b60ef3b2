import JSONText
import NetworkPlan

/// `/etc/slipway/addons.json`: what the model wants of the add-ons, for people who look at a master. A manifest of the model's
/// own stands in `/etc/slipway/addons`.
enum AddonSettings {
    static func value(of plan: ClusterPlan) -> JSONValue {
        .array(
            plan.kubernetes.addons.map { addon in
                .object(present: [
                    "name": .string(addon.name),
                    "enabled": .bool(addon.isEnabled),
                    "mode": .string(addon.reconciles ? "Reconcile" : "EnsureExists"),
                    "containers": addon.containers.isEmpty ? nil : .array(addon.containers.map(container)),
                ])
            })
    }

    private static func container(_ container: AddonContainerPlan) -> JSONValue {
        .object(present: [
            "name": .string(container.name),
            "image": container.image.map { .string($0) },
            "cpuRequests": container.cpuRequests.map { .string($0) },
            "memoryRequests": container.memoryRequests.map { .string($0) },
            "cpuLimits": container.cpuLimits.map { .string($0) },
            "memoryLimits": container.memoryLimits.map { .string($0) },
        ])
    }
}
