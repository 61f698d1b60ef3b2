import ArgumentParser
import Authoring
import Generation

/// What `init` can be told on the command line.
struct DraftOptions: ParsableArguments {
    @Option(help: "The cluster's name, which begins its public name, too.")
    var name: String?

    @Option(help: ArgumentHelp("The Azure region; by default the resource group's.", valueName: "region"))
    var location: String?

    @Option(
        help: ArgumentHelp(
            "A release (1.N) or version (1.N.P); by default \(ModelDraft.standardRelease).",
            valueName: "version"))
    var kubernetesVersion: String?

    @Option(help: ArgumentHelp("How many masters: 1, 3 or 5; by default 3.", valueName: "number"))
    var masters: Int?

    @Option(help: ArgumentHelp("The masters' size.", valueName: "size"))
    var masterSize: String?

    @Option(help: ArgumentHelp("How many nodes; by default 3.", valueName: "number"))
    var agents: Int?

    @Option(help: ArgumentHelp("The nodes' size.", valueName: "size"))
    var size: String?

    @Option(
        help: ArgumentHelp(
            "The VNet's address space; by default \(ModelDraft.standardVNetCidr).", valueName: "prefix"))
    var vnetCidr: String?

    @Option(help: ArgumentHelp("An existing subnet for all machines.", valueName: "id"))
    var vnetSubnetID: String?

    @Option(help: ArgumentHelp("The existing subnet's prefix.", valueName: "prefix"))
    var subnetPrefix: String?

    @Option(
        help: ArgumentHelp("The first of the masters' addresses in an existing subnet.", valueName: "address")
    )
    var firstStaticIP: String?

    @Option(help: ArgumentHelp("The user who logs in to machines; by default azureuser.", valueName: "name"))
    var adminUsername: String?

    @Option(help: ArgumentHelp("The file of the public key for logging in.", valueName: "file"))
    var sshKey: String?

    @Flag(help: "Give the API server no public address.")
    var privateCluster = false

    /// What the flags say, with the standard for the rest.
    func draft() throws -> ModelDraft {
        var draft = ModelDraft()
        draft.name = name ?? draft.name
        draft.location = location
        draft.kubernetesVersion = kubernetesVersion ?? draft.kubernetesVersion
        draft.masters = masters ?? draft.masters
        draft.masterSize = masterSize ?? draft.masterSize
        draft.agents = agents ?? draft.agents
        draft.agentSize = size ?? draft.agentSize
        draft.vnetCidr = vnetCidr
        draft.vnetSubnetID = vnetSubnetID
        draft.subnetPrefix = subnetPrefix
        draft.firstConsecutiveStaticIP = firstStaticIP
        draft.isPrivate = privateCluster
        draft.adminUsername = adminUsername ?? draft.adminUsername
        if let sshKey { draft.sshPublicKeys = try PublicKeyFile.keys(in: sshKey) }
        return draft
    }
}
