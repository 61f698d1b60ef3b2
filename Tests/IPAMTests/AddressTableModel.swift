import Addressing
import Testing

@testable import IPAM

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Random calls, deaths, vandals and reboots; after each the addresses are counted.
@Suite struct AddressTableModel {
    /// `STEPS` in the environment; a short walk without.
    private var steps: Int { unsafe getenv("STEPS").flatMap { unsafe Int(String(cString: $0)) } ?? 20_000 }

    @Test func noAddressIsDoubledOrLost() throws {
        var random = SplitMix(state: 20_261_126)
        var machine = Machine()
        var old = machine.storage.bytes
        for step in 0..<steps {
            let key = Machine.keys[Int.random(in: 0..<Machine.keys.count, using: &random)]
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<35: _ = machine.add(key, steps: 5, staysAlive: false)
            case 35..<50:
                let steps = Int.random(in: 0..<5, using: &random)
                _ = machine.add(key, steps: steps, staysAlive: Bool.random(using: &random))
            case 50..<56:
                if let call = machine.calls.popLast() { _ = machine.finish(call) }
            case 56..<58: machine.calls = []
            case 58..<82: machine.delete(key, steps: Int.random(in: 0..<6, using: &random))
            case 82..<86: machine.rebuild()
            case 86..<88: machine.collect(Set(Machine.keys.shuffled(using: &random).prefix(6)))
            case 88..<90:
                machine.kernel[key] = machine.calls.contains { $0.key == key } ? machine.kernel[key] : nil
            case 90: old = machine.storage.bytes
            case 91 where !machine.calls.isEmpty: break
            case 91: machine.storage.bytes = old
            case 92:
                machine.storage.bytes = Array(
                    machine.storage.bytes.prefix(Int.random(in: 0..<9000, using: &random)))
            case 93..<95 where !machine.storage.bytes.isEmpty:
                let place = Int.random(in: 0..<machine.storage.bytes.count, using: &random)
                machine.storage.bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 95: machine.storage.bytes = []
            case 96..<98: machine.pool = Array(Machine.pool.shuffled(using: &random).prefix(6))
            case 98: machine.pool = Machine.pool
            default:
                machine.kernel = [:]
                machine.calls = []
                machine.boot += 1
            }
            let routed = machine.kernel.values.filter(\.hasRoute).map(\.address)
            try #require(Set(routed).count == routed.count, "step \(step): an address is doubled")
            if step % 50 == 0 { try count(machine, step) }
        }
    }

    /// Once nobody is at work and the kernel was asked, the table holds exactly what the kernel has, and gives all the rest.
    private func count(_ machine: Machine, _ step: Int) throws {
        var machine = machine
        let copy = machine.storage.bytes
        defer { machine.storage.bytes = copy }
        machine.calls = []
        machine.rebuild()
        var table = AddressTable(machine.storage.bytes, identity: machine.boot)
        try #require(!table.isDamaged, "step \(step)")
        let addresses = table.records.map(\.address)
        try #require(Set(addresses).count == addresses.count, "step \(step): an address has two slots")
        let held = Set(table.records.filter { $0.state == .attached }.map(\.address))
        try #require(
            held == Set(machine.kernel.values.map(\.address)), "step \(step): the kernel has other holders")
        let free = machine.pool.map(\.address).filter { !held.contains($0) }
        var given: [IPv4Address] = []
        for number in 0...free.count {
            let key = AttachmentKey(network: "probe", containerID: "p\(number)", interface: "eth0")
            guard let slot = try? table.reserve(.any, for: key, pod: PodReference(), process: 1, now: 1)
            else { break }
            given.append(table[slot].address)
        }
        try #require(given.sorted() == free.sorted(), "step \(step): free addresses were lost")
    }
}
