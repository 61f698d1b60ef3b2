internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem
internal import Netlink

/// `slipway-vnet check-node`: what the machine needs so that pods can talk, each with what to do where it lacks.
struct NodeCheck {
    let call: PeopleCall

    /// One thing that was looked at.
    struct Item {
        let name: String
        /// What is wrong, nil if nothing is.
        let trouble: String?
        let remedy: String
        /// What was seen.
        let seen: String
    }

    private static let conflist = "/etc/cni/net.d/10-slipway.conflist"

    /// Prints the list; whether all is well.
    func run() throws(CNIError) -> Bool {
        let node = try Node(call.configuration)
        var items = [settings(node), forwarding(), conflist()]
        var socket = try NetlinkSocket.opened()
        let settings = (try? node.settings()) ?? NodeSettings.standard
        do throws(CNIError) {
            let uplink = try Uplink.find(named: settings.uplink, lastMAC: nil, &socket)
            items += interface(uplink, settings, node)
        } catch {
            items.append(
                Item(
                    name: "interface", trouble: error.message,
                    remedy:
                        "give the machine a default route, or name the interface as \"uplink\" in \(call.configuration.settingsPath)",
                    seen: "-"))
        }
        items.append(pool(node))
        print(items)
        return items.allSatisfy { $0.trouble == nil }
    }

    private func print(_ items: [Item]) {
        guard !call.wantsJSON else {
            return call.say(
                .array(
                    items.map {
                        .object(present: [
                            "check": .string($0.name), "ok": .bool($0.trouble == nil),
                            "seen": .string($0.seen),
                            "trouble": $0.trouble.map { .string($0) },
                            "remedy": $0.trouble == nil ? nil : .string($0.remedy),
                        ])
                    }))
        }
        let lines = items.map { item in
            guard let trouble = item.trouble else { return "ok    \(item.name): \(item.seen)" }
            return "FAIL  \(item.name): \(trouble)\n      \(item.remedy)"
        }
        call.say(lines.joined(separator: "\n"))
    }

    private func settings(_ node: Node) -> Item {
        let path = call.configuration.settingsPath
        do throws(CNIError) {
            _ = try node.settings()
            let seen = FileIdentity(at: path) == nil ? "\(path) is not there, the defaults hold" : path
            return Item(name: "settings", trouble: nil, remedy: "", seen: seen)
        } catch {
            return Item(name: "settings", trouble: error.message, remedy: "correct the file", seen: path)
        }
    }

    private func sysctl(_ key: String) -> String? {
        let path = "/proc/sys/" + key.split(separator: ".").joined(separator: "/")
        guard let bytes = try? Files.read(path, limit: 64) else { return nil }
        return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    }

    private func forwarding() -> Item {
        let value = sysctl("net.ipv4.ip_forward")
        return Item(
            name: "forwarding",
            trouble: value == "1" ? nil : "net.ipv4.ip_forward is \(value ?? "unknown"), pods reach nobody",
            remedy: "sysctl -w net.ipv4.ip_forward=1, and see /etc/sysctl.d/90-slipway.conf",
            seen: "net.ipv4.ip_forward = 1")
    }

    private func conflist() -> Item {
        let path = Self.conflist
        func item(_ trouble: String?) -> Item {
            Item(
                name: "conflist", trouble: trouble,
                remedy: "put the generated file back: cp /etc/slipway/10-slipway.conflist \(path)", seen: path
            )
        }
        guard let bytes = try? Files.read(path, limit: 1 << 20) else { return item("\(path) cannot be read") }
        guard let value = try? JSONValue(parsing: bytes), let plugins = value["plugins"]?.array else {
            return item("\(path) is no network configuration list")
        }
        guard plugins.first?["type"]?.string == "slipway-vnet" else {
            return item("its first plugin is not slipway-vnet")
        }
        return item(nil)
    }

    private func interface(_ uplink: Uplink, _ settings: NodeSettings, _ node: Node) -> [Item] {
        var items: [Item] = []
        let query = PoolQuery(
            settings: settings, uplink: uplink, identity: node.identity, milliseconds: Node.briefly)
        let answer = query.ask()
        let own = uplink.addresses.map { "\($0.address)/\($0.length)" }.joined(separator: ", ")
        switch answer {
        case .success(let document):
            let pods = Set(document.pool.map({ $0.address }))
            let carried = uplink.addresses.map({ $0.address }).filter(pods.contains)
            items.append(
                Item(
                    name: "interface",
                    trouble: carried.isEmpty
                        ? nil
                        : "\(uplink.name) carries addresses of pods: \(carried.map({ $0.description }).joined(separator: ", "))",
                    remedy:
                        "slipway-vnet refresh takes them off; /etc/cloud/cloud.cfg.d/90-slipway-azure.cfg keeps them off after a reboot",
                    seen: "\(uplink.name) (\(uplink.mac)) with \(own)"))
            items.append(
                Item(
                    name: "Azure",
                    trouble: document.pool.isEmpty ? "the interface has no address for pods" : nil,
                    remedy: "add ipConfigurations to the interface",
                    seen: "\(document.pool.count) addresses for pods (\(document.source.name))"))
        case .failure(let error):
            items.append(
                Item(
                    name: "interface", trouble: nil, remedy: "",
                    seen: "\(uplink.name) (\(uplink.mac)) with \(own)"))
            items.append(
                Item(
                    name: "Azure", trouble: "\(error.message): \(error.details)",
                    remedy:
                        "let the machine reach 168.63.129.16 and 169.254.169.254 on port 80; the last good list goes on meanwhile",
                    seen: "-"))
        }
        let strict = ["all", uplink.name].map {
            (key: "net.ipv4.conf.\($0).rp_filter", value: sysctl("net.ipv4.conf.\($0).rp_filter"))
        }
        .filter { $0.value == "1" }
        items.append(
            Item(
                name: "reverse path",
                trouble: !uplink.hasDefaultRoute && !strict.isEmpty
                    ? "\(strict[0].key) is 1, but pods use \(uplink.name), which has no default route" : nil,
                remedy:
                    "sysctl -w net.ipv4.conf.\(uplink.name).rp_filter=2 and net.ipv4.conf.all.rp_filter=0",
                seen: strict.isEmpty ? "loose or off" : "strict, which routed pods allow"))
        return items
    }

    private func pool(_ node: Node) -> Item {
        do throws(CNIError) {
            let table = try node.table()
            let census = table.census(now: Clock.sinceBoot)
            let isEmpty = census.pool > 0 && census.free == 0
            return Item(
                name: "pool",
                trouble: table.isDamaged
                    ? "the state file is damaged" : isEmpty ? "all \(census.pool) addresses are held" : nil,
                remedy: table.isDamaged
                    ? "slipway-vnet refresh mends it"
                    : "slipway-vnet list shows who holds them; fewer pods a node, or more ipConfigurations",
                seen: "\(census.free) of \(census.pool) addresses free")
        } catch {
            return Item(
                name: "pool", trouble: error.message, remedy: "see \(call.configuration.stateDirectory)",
                seen: "-")
        }
    }
}
