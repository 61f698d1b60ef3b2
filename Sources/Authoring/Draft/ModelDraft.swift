internal import AddressPlan
internal import Catalogue
internal import JSONText

/// A first model of a cluster, with comments for whoever goes on from there.
public struct ModelDraft: Sendable {
    /// The cluster's name, which begins its public name, too.
    public var name = "cluster"
    /// The region; the resource group's where it is nil.
    public var location: String?
    /// A release (`1.N`) or version (`1.N.P`) of Kubernetes.
    public var kubernetesVersion = Self.standardRelease
    /// How many masters.
    public var masters = 3
    /// The masters' size.
    public var masterSize = "Standard_D2s_v5"
    /// How many nodes.
    public var agents = 3
    /// The nodes' size.
    public var agentSize = "Standard_D4s_v5"
    /// The VNet's address space, a prefix; nil for slipway's own choice.
    public var vnetCidr: String?
    /// The id of an existing subnet for all machines; nil for a VNet that slipway makes.
    public var vnetSubnetID: String?
    /// The existing subnet's prefix.
    public var subnetPrefix: String?
    /// The first of the masters' addresses in an existing subnet.
    public var firstConsecutiveStaticIP: String?
    /// Whether the API server has no public address.
    public var isPrivate = false
    /// The user who logs in to machines.
    public var adminUsername = "azureuser"
    /// Lines as in `authorized_keys`.
    public var sshPublicKeys: [String] = []

    /// The release that a model gets that says nothing.
    public static let standardRelease = KubernetesVersions.standardRelease
    /// The address space of a VNet of which the model says nothing.
    public static let standardVNetCidr = AddressPlan.standardClusterSubnet

    /// One with the standard values.
    public init() {}

    /// The model's text: YAML with comments.
    public var bytes: [UInt8] { YAMLWriter.bytes(of: members) }

    private var members: [YAMLMember] {
        [
            member(
                "apiVersion", "vlabs",
                comment: [
                    "A cluster of slipway. Lines such as \"# key: value\" are suggestions: take the # away to take them in.",
                    "All keys:            docs/model-keys.md",
                    "Check every change:  slipway validate FILE",
                    "See the addresses:   slipway plan FILE",
                    "Make the templates:  slipway generate FILE -o FOLDER",
                    "",
                    "The language is acs-engine's.",
                ]),
            member("name", .string(name)),
            location.map { member("location", .string($0), comment: ["The Azure region."]) }
                ?? YAMLMember(
                    "location", .scalar("westeurope"),
                    comment: ["The Azure region; without it, the resource group's."], isSuggestion: true),
            YAMLMember(
                "tags", .object([member("owner", "platform")]), comment: ["Tags of every resource."],
                isSuggestion: true),
            YAMLMember("properties", .object(properties)),
        ]
    }

    private var properties: [YAMLMember] {
        let isVersion = kubernetesVersion.split(separator: ".", omittingEmptySubsequences: false).count > 2
        let network = networkProfile
        return [
            YAMLMember(
                "orchestratorProfile",
                .object([
                    member(
                        isVersion ? "orchestratorVersion" : "orchestratorRelease", .string(kubernetesVersion),
                        comment: ["Kubernetes; in quotes, for 1.30 without them is a number."]),
                    YAMLMember("kubernetesConfig", .object(kubernetesConfig)),
                ])),
            YAMLMember("masterProfile", .object(masterProfile)),
            YAMLMember(
                "agentPoolProfiles", .list([.object(agentPool)]),
                comment: ["Pools of nodes; nodes of a pool are alike."]),
            YAMLMember("linuxProfile", .object(linuxProfile)),
        ]
            + (network.isEmpty
                ? []
                : [
                    YAMLMember(
                        "networkProfile", .object(network), comment: ["The network around the cluster."])
                ])
    }

    private var kubernetesConfig: [YAMLMember] {
        var members = [
            member(
                "useManagedIdentity", true,
                comment: ["Machines call Azure by an identity that Azure keeps; there is no password."])
        ]
        if vnetSubnetID == nil, let vnetCidr {
            members.append(
                member("clusterSubnet", .string(vnetCidr), comment: ["The subnet of all machines and pods."]))
        }
        members.append(
            YAMLMember(
                "maxPods", .scalar(30),
                comment: ["Pods of a node: each node takes so many addresses, and one for itself."],
                isSuggestion: true))
        members.append(
            YAMLMember(
                "privateCluster", .object([member("enabled", true)]),
                comment: ["The API server has no public address: people reach it over the VNet."],
                isSuggestion: !isPrivate))
        return members
    }

    private var masterProfile: [YAMLMember] {
        var members = [
            member("count", .integer(masters), comment: ["1, 3 or 5; it cannot be changed later."]),
            member("dnsPrefix", .string(name), comment: ["The first label of the API server's name."]),
            member("vmSize", .string(masterSize)),
        ]
        guard let vnetSubnetID else { return members }
        members.append(member("vnetSubnetID", .string(vnetSubnetID)))
        let comment = [
            "The masters' addresses from here on, and the next for their load balancer: the network team keeps them free."
        ]
        members.append(
            firstConsecutiveStaticIP.map {
                member("firstConsecutiveStaticIP", .string($0), comment: comment)
            }
                ?? YAMLMember(
                    "firstConsecutiveStaticIP", .scalar("10.7.3.200"), comment: comment, isSuggestion: true))
        return members
    }

    private var agentPool: [YAMLMember] {
        [
            member("name", "agents"), member("count", .integer(agents)), member("vmSize", .string(agentSize)),
        ] + (vnetSubnetID.map { [member("vnetSubnetID", .string($0))] } ?? [])
            + [
                YAMLMember(
                    "maxSurge", .scalar(1),
                    comment: ["Nodes that an upgrade adds before it takes old ones away."], isSuggestion: true
                )
            ]
    }

    private var linuxProfile: [YAMLMember] {
        let keys = sshPublicKeys.map { YAMLContent.object([member("keyData", .string($0))]) }
        return [
            member("adminUsername", .string(adminUsername), comment: ["The user who logs in to machines."]),
            YAMLMember(
                "ssh",
                .object([
                    YAMLMember(
                        "publicKeys", .list(keys),
                        comment: keys.isEmpty
                            ? [
                                "Still to be filled in, with a line of authorized_keys:",
                                "- keyData: ssh-ed25519 AAAA…",
                            ]
                            : [])
                ])),
        ]
    }

    private var networkProfile: [YAMLMember] {
        var members: [YAMLMember] = []
        if let vnetCidr {
            members.append(
                YAMLMember(
                    "vnet", .object([YAMLMember("addressSpace", .list([.scalar(.string(vnetCidr))]))])))
        }
        if let vnetSubnetID, let subnetPrefix {
            let name = vnetSubnetID.split(separator: "/").last.map(String.init) ?? ""
            members.append(
                YAMLMember(
                    "subnets",
                    .list([
                        .object([
                            member("name", .string(name)), member("addressPrefix", .string(subnetPrefix)),
                        ])
                    ]),
                    comment: ["What the network team says about the subnet: slipway counts its addresses."]))
        }
        return members
    }

    private func member(_ name: String, _ value: JSONValue, comment: [String] = []) -> YAMLMember {
        YAMLMember(name, .scalar(value), comment: comment)
    }
}
