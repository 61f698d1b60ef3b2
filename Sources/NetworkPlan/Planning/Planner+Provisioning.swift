import Addressing
import ClusterModel
import Findings
import NetworkTopology

extension Planner {
    func provisioning(_ kubernetes: KubernetesPlan, _ apiServer: APIServerPlan) throws(PlanGap)
        -> ProvisioningPlan
    {
        let profile = properties.provisioning ?? ProvisioningProfile()
        let path = ModelPath.properties["provisioning"]
        var bundle: BundlePlan?
        if let said = profile.bundle {
            bundle = BundlePlan(
                url: try said.url.orGap(path["bundle"]["url"]),
                sha256: try said.sha256.orGap(path["bundle"]["sha256"]).lowercased())
        }
        let mirror = profile.mirror.map { text in
            String(text.reversed().drop { $0 == "/" }.reversed())
        }
        return ProvisioningPlan(
            proxy: proxy(profile, apiServer), mirror: mirror,
            mirroredRegistries: mirror == nil ? [] : kubernetes.registries, bundle: bundle,
            images: profile.images.compactMap { image in
                guard let name = image.name, let sum = image.sha256 else { return nil }
                return ImageArchivePlan(name: name, sha256: sum.lowercased())
            })
    }

    /// Everything near is reached directly: a proxy answers for the internet, and Azure's own two addresses answer the
    /// machine itself only.
    private func proxy(_ profile: ProvisioningProfile, _ apiServer: APIServerPlan) -> ProxyPlan? {
        let http = profile.httpProxy ?? profile.httpsProxy
        guard let http else { return nil }
        let fixed = ["localhost", "127.0.0.1", "169.254.169.254", "168.63.129.16"]
        let near = topology.inside + (topology.serviceCidr.map { [$0] } ?? [])
        let names = [apiServer.endpointName, ".svc", ".cluster.local"]
        var seen: Set<String> = []
        return ProxyPlan(
            https: profile.httpsProxy?.text, http: http.text,
            exceptions: (fixed + Set(near).sorted().map { "\($0)" } + names + profile.noProxy).filter {
                seen.insert($0).inserted && $0 != "168.63.129.16/32"
            })
    }
}

extension KubernetesPlan {
    /// The registries of all images that slipway names, and Kubernetes' own; sorted.
    var registries: [String] {
        let own = [
            images.cloudControllerManager, images.cloudNodeManager, images.metricsServer, images.pause,
        ]
        let said = addons.filter(\.isEnabled).flatMap(\.containers).compactMap(\.image)
        return Set((own + images.diskDriver.all + said).compactMap(Self.registry) + ["registry.k8s.io"])
            .sorted()
    }

    /// The first part of an image's name, where it is a host.
    private static func registry(of image: String) -> String? {
        guard let slash = image.firstIndex(of: "/") else { return nil }
        let host = image[..<slash]
        return host.contains(".") || host.contains(":") ? String(host) : nil
    }
}
