import JSONText
import Testing

@testable import Deployment

/// Source of the shapes: Microsoft Learn, "Deployments - What If".
@Suite struct ChangeReaderTests {
    private static let group = "/subscriptions/s/resourceGroups/corp"
    private static let vm = "\(group)/providers/Microsoft.Compute/virtualMachines/corp-agents-0"
    private static let vnet =
        "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/corp"
    private let reader = ChangeReader(
        target: DeploymentTarget(subscription: "s", resourceGroup: "CORP", location: nil, name: "corp"))

    private func changes(_ text: String) throws -> [ResourceChange] {
        reader.changes(try JSONValue(parsing: Array(#"{"properties": {"changes": [\#(text)]}}"#.utf8)))
    }

    private func change(_ id: String, _ type: String, _ delta: String = "[]") -> String {
        #"{"resourceId": "\#(id)", "changeType": "\#(type)", "delta": \#(delta)}"#
    }

    @Test func whoseAndInWhichOrder() throws {
        let right = "\(Self.vnet)/subnets/nodes/providers/Microsoft.Authorization/roleAssignments/1"
        let found = try changes(
            [
                change(Self.vm, "Create"), change(right, "Create"), change("\(Self.vm)x", "Delete"),
                change(Self.vnet, "NoChange"), change("\(Self.vnet)/subnets/nodes", "Modify"),
            ].joined(separator: ","))
        #expect(found.map(\.owner) == [.network, .network, .grant, .cluster, .cluster])
        #expect(found.map(\.kind) == [.modify, .noChange, .create, .delete, .create])
        #expect(found[0].type == "Microsoft.Network/virtualNetworks/subnets")
        #expect(found[0].name == "corp/nodes")
        let plan = ChangePlan(changes: found, makesGroup: false)
        #expect(plan.networkChanges.map(\.name) == ["corp/nodes"])
    }

    @Test func leavesOfADelta() throws {
        let delta = """
            [{"path": "properties.subnets", "propertyChangeType": "Array", "children": [
               {"path": "1", "propertyChangeType": "Modify", "children": [
                 {"path": "properties.addressPrefix", "propertyChangeType": "Modify", "before": "10.0.0.0/24",
                  "after": "10.0.1.0/24"}]},
               {"path": "2", "propertyChangeType": "Delete", "before": {"name": "old"}, "after": null}]},
             {"path": "tags.owner", "propertyChangeType": "Create", "before": null, "after": "team"}]
            """
        let properties = try #require(changes(change(Self.vnet, "Modify", delta)).first).properties
        #expect(
            properties == [
                .init(
                    path: "properties.subnets[1].properties.addressPrefix", before: "10.0.0.0/24",
                    after: "10.0.1.0/24", isNoise: false),
                .init(path: "properties.subnets[2]", before: ["name": "old"], after: nil, isNoise: false),
                .init(path: "tags.owner", before: nil, after: "team", isNoise: false),
            ])
    }

    @Test(arguments: [
        (
            #"{"path": "properties.provisioningState", "propertyChangeType": "Delete", "before": "Succeeded"}"#,
            true
        ),
        (#"{"path": "etag", "propertyChangeType": "Delete", "before": "x"}"#, true),
        (#"{"path": "properties.x", "propertyChangeType": "NoEffect", "before": 1, "after": 2}"#, true),
        (
            #"{"path": "properties.id", "propertyChangeType": "Modify", "before": "a", "after": "[reference('b')]"}"#,
            true
        ),
        (
            #"{"path": "properties.provisioningState", "propertyChangeType": "Modify", "before": "a", "after": "b"}"#,
            false
        ),
        (#"{"path": "properties.osProfile", "propertyChangeType": "Delete", "before": "a"}"#, false),
        (
            #"{"path": "properties.text", "propertyChangeType": "Modify", "before": "a", "after": "[b"}"#,
            false
        ),
    ])
    func noise(delta: String, isNoise: Bool) throws {
        let found = try #require(changes(change(Self.vm, "Modify", "[\(delta)]")).first)
        #expect(found.isNoise == isNoise)
        #expect(found.isEffective == !isNoise)
    }

    @Test(arguments: [
        "properties.osProfile.customData", "properties.protectedSettings.commandToExecute",
        "properties.osProfile.adminPassword", "properties.parameters.servicePrincipalClientSecret",
    ])
    func secretsAreNotShown(path: String) throws {
        let delta =
            #"[{"path": "\#(path)", "propertyChangeType": "Modify", "before": "planted-1", "after": "planted-2"}]"#
        let found = try changes(change(Self.vm, "Modify", delta))
        #expect(found[0].properties.map(\.path) == [path])
        #expect(!"\(found)".contains("planted"))
    }

    @Test func whatAzureCannotTellIsSaid() throws {
        let reason =
            #"{"resourceId": "\#(Self.vm)", "changeType": "Unsupported", "unsupportedReason": "an expression"}"#
        let found = try changes("\(reason),\(change("\(Self.vm)1", "Teleport"))")
        #expect(found.map(\.kind) == [.unsupported, .unsupported])
        #expect(found.map(\.reason) == ["an expression", "Azure says Teleport"])
    }

    @Test func nonsense() throws {
        #expect(try changes(#"7, {}, {"resourceId": 5}, {"changeType": "Create"}"#).isEmpty)
        #expect(reader.changes("text").isEmpty)
        // The older form, without an envelope.
        let bare = try JSONValue(parsing: Array(#"{"changes": [\#(change(Self.vm, "Create"))]}"#.utf8))
        #expect(reader.changes(bare).count == 1)
    }
}
