import AddressPlan
import Catalogue
import ClusterModel
import Findings

extension Planner {
    func kubernetes() throws(PlanGap) -> KubernetesPlan {
        let config = kubernetesConfig
        let components = config.components
        let version = try version()
        return KubernetesPlan(
            version: version.version, kubeProxyMode: config.network.kubeProxyMode,
            apiServerFlags: flags(components.apiServerConfig, of: .apiServer),
            controllerManagerFlags: flags(components.controllerManagerConfig, of: .controllerManager),
            schedulerFlags: flags(components.schedulerConfig, of: .scheduler),
            cloudControllerManagerFlags: flags(
                components.cloudControllerManagerConfig, of: .cloudControllerManager),
            encryptsSecrets: config.safety.enableDataEncryptionAtRest,
            encryptionKey: config.safety.etcdEncryptionKey,
            etcdStorageLimitGB: components.etcdStorageLimitGB,
            imageGCHighThreshold: components.gcHighThreshold,
            imageGCLowThreshold: components.gcLowThreshold,
            containerdDataDir: components.containerRuntimeConfig.dataDir, addons: addons(),
            openIDConnect: openIDConnect(), cloudProvider: cloudProvider(), downloads: downloads(version),
            images: try images(version.release), registryIdentity: components.registryIdentity)
    }

    /// The demanded version, else the newest of the wished release, else the newest of the standard release: a version is
    /// a demand, a release a wish.
    private func version() throws(PlanGap) -> KubernetesVersion {
        let profile = properties.orchestratorProfile
        let versions = inputs.catalogues.kubernetesVersions
        let path = ModelPath.properties["orchestratorProfile"]["orchestratorVersion"]
        if let said = profile.orchestratorVersion { return try versions[said].orGap(path) }
        let newest = profile.orchestratorRelease.flatMap { versions.newest(of: $0) }
        return try (newest ?? versions.standard).orGap(path)
    }

    private func images(_ release: String) throws(PlanGap) -> ImagesPlan {
        let images = inputs.catalogues.kubernetesImages
        let path = ModelPath.properties["orchestratorProfile"]["orchestratorVersion"]
        func image(_ name: String) throws(PlanGap) -> String {
            try images.image(of: name, release: release).orGap(path)
        }
        return ImagesPlan(
            cloudControllerManager: try image("cloud-controller-manager"),
            cloudNodeManager: try image("cloud-node-manager"), metricsServer: try image("metrics-server"),
            pause: try image("pause"),
            diskDriver: DiskDriverImages(
                driver: try image("azuredisk-csi"), provisioner: try image("csi-provisioner"),
                attacher: try image("csi-attacher"), resizer: try image("csi-resizer"),
                livenessProbe: try image("livenessprobe"),
                nodeDriverRegistrar: try image("csi-node-driver-registrar")))
    }

    /// The version's downloads, with what the model says in their place.
    private func downloads(_ version: KubernetesVersion) -> [DownloadPlan] {
        version.downloads.filter { isWanted($0) }.compactMap { download in
            let said = properties.downloads.first { $0.name == download.name }
            guard let sum = said?.sha256 ?? download.sha256 else { return nil }
            return DownloadPlan(name: download.name, url: said?.url ?? download.url, sha256: sum.lowercased())
        }
    }

    private func isWanted(_ download: KubernetesDownload) -> Bool {
        download.name != AddonCatalogue.registryLogIn || kubernetesConfig.components.registryIdentity != nil
    }

    private func addons() -> [AddonPlan] {
        let said = kubernetesConfig.components.addons
        let known = AddonCatalogue.all.map(\.name)
        let own = said.filter { addon in
            addon.enabled == true && addon.data != nil && !known.contains(addon.name ?? "")
        }
        return (known + own.compactMap(\.name)).map { addonName in
            let said = said.first { $0.name == addonName }
            let isStandard = AddonCatalogue.all.first { $0.name == addonName }?.isStandard ?? false
            return AddonPlan(
                name: addonName, isEnabled: said?.enabled ?? isStandard, reconciles: said?.mode == .reconcile,
                containers: (said?.containers ?? []).map { container in
                    AddonContainerPlan(
                        name: container.name ?? addonName, image: container.image,
                        cpuRequests: container.cpuRequests, memoryRequests: container.memoryRequests,
                        cpuLimits: container.cpuLimits, memoryLimits: container.memoryLimits)
                }, settings: said?.config ?? [:], manifest: said?.manifest)
        }
    }

    private func openIDConnect() -> OpenIDConnectPlan? {
        guard let profile = properties.aadProfile, let server = profile.serverAppID,
            let client = profile.clientAppID
        else { return nil }
        return OpenIDConnectPlan(
            serverAppID: server, clientAppID: client, tenantID: profile.tenantID,
            adminGroupID: profile.adminGroupID)
    }

    private func cloudProvider() -> CloudProviderPlan {
        let network = kubernetesConfig.network
        let hasScaleSet = properties.agentPoolProfiles.contains {
            $0.machine.availabilityProfile != .availabilitySet
        }
        var hasOwnEgress = true
        if case .none = egress() { hasOwnEgress = false }
        return CloudProviderPlan(
            calls: kubernetesConfig.cloudProvider,
            maximumLoadBalancerRuleCount: network.maximumLoadBalancerRuleCount,
            disableOutboundSNAT: network.cloudProviderDisableOutboundSNAT || hasOwnEgress,
            multipleStandardLoadBalancers: network.enableMultipleStandardLoadBalancers, tags: network.tags,
            useInstanceMetadata: kubernetesConfig.safety.useInstanceMetadata,
            vmType: hasScaleSet ? "vmss" : "standard")
    }
}
