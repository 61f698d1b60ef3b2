import Azure
import HTTPTransport
import NetworkPlan

/// A system image that machines of the cluster start from.
struct DemandedImage {
    let image: ImagePlan

    /// The images of masters, pools and jumpbox, each once.
    static func all(of plan: ClusterPlan) -> [DemandedImage] {
        var images: [ImagePlan] = []
        let machines =
            [plan.masters.machine] + plan.pools.map(\.machine) + (plan.jumpbox.map { [$0.machine] } ?? [])
        for machine in machines where !images.contains(machine.image) { images.append(machine.image) }
        return images.map(DemandedImage.init)
    }

    /// The image's name, for people.
    var name: String {
        switch image {
        case .marketplace(let publisher, let offer, let sku, let version):
            "\(publisher):\(offer):\(sku):\(version)"
        case .custom(let id): (id.gallery.map { "\($0)/" } ?? "") + id.name
        }
    }

    var key: FactKey { .image(name) }

    /// The call that shows whether it is there.
    func request(_ compute: String, _ region: String, _ target: DeploymentTarget) -> ARMRequest {
        switch image {
        case .marketplace(let publisher, let offer, let sku, _):
            return ARMRequest(
                .get,
                "\(compute)/locations/\(region)/publishers/\(publisher)/artifacttypes/vmimage/offers/\(offer)/skus/\(sku)/versions",
                .compute)
        case .custom(let id):
            let group =
                "/subscriptions/\(id.subscription ?? target.subscription)/resourceGroups/\(id.resourceGroup)"
            guard let gallery = id.gallery else {
                return ARMRequest(.get, "\(group)/providers/Microsoft.Compute/images/\(id.name)", .compute)
            }
            let image = "\(group)/providers/Microsoft.Compute/galleries/\(gallery)/images/\(id.name)"
            let isVersion = id.version.map { $0 != "latest" } ?? false
            return ARMRequest(
                .get, isVersion ? "\(image)/versions/\(id.version ?? "")" : image, .galleries)
        }
    }
}
