import JSONText
import Testing

@testable import Deployment

@Suite struct ReadingTests {
    @Test func times() {
        #expect(UTC.text(0) == "1970-01-01T00:00:00Z")
        #expect(UTC.text(951_782_399) == "2000-02-28T23:59:59Z")
        #expect(UTC.text(951_782_400) == "2000-02-29T00:00:00Z")
        #expect(UTC.text(4_102_444_799) == "2099-12-31T23:59:59Z")
    }

    @Test func bringUpLine() throws {
        let message =
            "VM has reported a failure when processing extension 'bring-up'. [stdout]\nlog\n"
            + "slipway: code=51 step=control-plane name=api-server-unreachable: the API server does not answer\n[stderr]"
        let failure = try #require(BringUpFailure(message))
        #expect(failure.code == 51)
        #expect(failure.step == "control-plane")
        #expect(failure.title == "the API server does not answer")
    }

    @Test func bringUpExitStatus() throws {
        #expect(BringUpFailure("command terminated with exit status=31\n[stdout]")?.code == 31)
        #expect(BringUpFailure("Die Erweiterung ist fehlgeschlagen") == nil)
    }

    @Test func kubeconfigMerge() {
        let old: JSONValue = [
            "apiVersion": "v1", "clusters": [["name": "a"], ["name": "b", "cluster": ["server": "old"]]],
            "current-context": "a", "preferences": [:],
        ]
        let new: JSONValue = [
            "apiVersion": "v1", "clusters": [["name": "b", "cluster": ["server": "new"]]],
            "users": [["name": "b-admin"]],
            "contexts": [["name": "b"]], "current-context": "b",
        ]
        let merged = Kubeconfig.merging(new, into: old)
        #expect(merged["clusters"] == [["name": "a"], ["name": "b", "cluster": ["server": "new"]]])
        #expect(merged["current-context"] == "b")
        #expect(merged["preferences"] == [:])
        #expect(merged["users"] == [["name": "b-admin"]])
    }

    @Test func ownedResources() {
        func resource(_ type: String, _ name: String, _ tag: String?) -> JSONValue {
            .object(present: [
                "id": .string("/g/\(name)"), "type": .string(type), "name": .string(name),
                "tags": tag.map { ["slipway-cluster": .string($0)] },
            ])
        }
        let owned = OwnedResources(
            [
                resource("Microsoft.Network/publicIPAddresses", "corp-ip", "corp"),
                resource("Microsoft.Network/networkInterfaces", "corp-0-nic", "corp"),
                resource("Microsoft.Compute/virtualMachines", "corp-0", "Corp"),
                resource("Microsoft.Compute/virtualMachines", "other-0", "other"),
                resource("Microsoft.Network/virtualNetworks", "team", nil),
                resource("Microsoft.Compute/virtualMachines/extensions", "corp-0/bring-up", nil),
                resource("Microsoft.Compute/disks", "corp-0_OsDisk_1_ab", nil),
                resource("Microsoft.Compute/disks", "JUMP_OsDisk_1_ab", nil),
                resource("Microsoft.Compute/disks", "corp-two-0_OsDisk_1_ab", nil),
            ], cluster: "corp", machines: ["corp-0", "jump", "corp-agents"], group: nil)
        #expect(
            owned.waves.map { $0.map(\.name) } == [
                ["corp-0"], ["corp-0-nic", "corp-0_OsDisk_1_ab", "JUMP_OsDisk_1_ab"], ["corp-ip"],
            ])
        #expect(owned.foreign.map(\.name) == ["other-0", "team", "corp-two-0_OsDisk_1_ab"])
        #expect(!owned.madeGroup)
    }

    /// Disks, and the machine or pool of which they may be.
    @Test(arguments: [
        ("corp-agents-12_lun_0_2_ab", "corp-agents", true),
        ("corp-pool_corp-pool_0_OsDisk_1_ab", "corp-pool", true),
        ("Corp-Master-0_OsDisk_1_ab", "corp-master-0", true),
        ("corp-master-01_OsDisk", "corp-master-0", false),
        ("corp-agents2-0_OsDisk_1_ab", "corp-agents", false), ("corp-agents-x_OsDisk", "corp-agents", false),
        ("corp-agents", "corp-agents", false), ("corp-agents-7", "corp-agents", false),
    ])
    func disks(name: String, machine: String, expected: Bool) {
        #expect(OwnedResources.isDisk(name, of: machine) == expected)
    }
}
