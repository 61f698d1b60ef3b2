import Testing

@testable import Failures

struct DiagnosisTests {
    @Test func theLastWordOfAMachine() {
        let line = "slipway: code=113 step=75-control-plane name=kubeadm-init: kubeadm init failed"
        let word = Diagnosis.lastWord(line[...])
        #expect(word?.code == 113)
        #expect(word?.step == "75-control-plane")
        #expect(Diagnosis.lastWord("slipway: code=x step=y name=z") == nil)
        #expect(Diagnosis.lastWord("slipway: code=1") == nil)
    }

    @Test func damagedTablesHaveNoRows() {
        #expect(FailureTable(Array("{".utf8)).all.isEmpty)
        #expect(FailureTable(Array("[{\"id\": \"x\"}]".utf8)).all.isEmpty)
        #expect(Diagnosis([("log", "code=13 ")], FailureTable([])).entries.isEmpty)
    }

    @Test func machinesGetOneLineForEachCode() {
        let table = FailureTable.embedded()
        let lines = table.machineText.split(separator: "\n")
        #expect(lines.count == Set(table.all.compactMap(\.code)).count)
        #expect(lines.contains { $0.hasPrefix("13 etcd-disk ") })
    }
}
