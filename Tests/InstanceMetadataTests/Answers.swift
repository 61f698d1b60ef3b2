import Addressing
import InstanceMetadata
import Testing

@Suite struct Answers {
    private let xml = """
        <?xml version="1.0"?><Interfaces><Interface MacAddress="000D3A1F2E3D" IsPrimary="true">
        <IPSubnet Prefix="10.240.0.0/16"><IPAddress Address="10.240.0.4" IsPrimary="true"/>
        <IPAddress Address="10.240.0.17" IsPrimary="false"/><IPAddress Address='10.240.0.16' IsPrimary="false" />
        </IPSubnet></Interface></Interfaces>
        """
    private let json = #"""
        [{"ipv4":{"ipAddress":[{"privateIpAddress":"10.240.0.4","publicIpAddress":""},
        {"privateIpAddress":"10.240.0.16","publicIpAddress":""},{"privateIpAddress":"10.240.0.16","publicIpAddress":""}],
        "subnet":[{"address":"10.240.0.0","prefix":"16"}]},"ipv6":{"ipAddress":[]},"macAddress":"000D3A1F2E3D"}]
        """#
    private let mac = "00:0d:3a:1f:2e:3d"
    private let own = IPv4Address(bits: 0x0AF0_0004)

    private func pool(_ interfaces: [InterfaceAddresses], carried: [IPv4Address]) throws -> [String] {
        try PoolSelection(interfaces, mac: mac, carried: carried).pool.map {
            "\($0.address)/\($0.prefixLength)"
        }
    }

    @Test func wireserver() throws {
        let interfaces = try WireserverAnswer.interfaces(in: Array(xml.utf8))
        #expect(try pool(interfaces, carried: [own]) == ["10.240.0.16/16", "10.240.0.17/16"])
    }

    @Test func metadataWithDuplicates() throws {
        let interfaces = try InstanceMetadataAnswer.interfaces(in: Array(json.utf8))
        #expect(try pool(interfaces, carried: [own]) == ["10.240.0.16/16"])
    }

    @Test func theInterfaceSaysWhichAddressIsItsOwn() throws {
        let pod = IPv4Address(bits: 0x0AF0_0010)
        let interfaces = try WireserverAnswer.interfaces(in: Array(xml.utf8))
        // The guest configured a pod's address, even before its own: the source knows better.
        #expect(try PoolSelection(interfaces, mac: mac, carried: [pod, own]).primary == own)
        let silent = try InstanceMetadataAnswer.interfaces(in: Array(json.utf8))
        #expect(try PoolSelection(silent, mac: mac, carried: [own, pod]).primary == own)
    }

    @Test func anotherMachinesAnswerIsNone() throws {
        let interfaces = try WireserverAnswer.interfaces(in: Array(xml.utf8))
        #expect(throws: AnswerDefect.self) { try pool(interfaces, carried: [IPv4Address(bits: 1)]) }
        #expect(throws: AnswerDefect.self) {
            try PoolSelection(interfaces, mac: "ff:ff:ff:ff:ff:ff", carried: [own])
        }
        let any = try WireserverAnswer.interfaces(in: Array(xml.replacing("000D3A1F2E3D", with: "*").utf8))
        #expect(try pool(any, carried: [own]).count == 2)
    }

    @Test func noCutOfAnAnswerIsAnAnswer() {
        for count in 0..<xml.utf8.count {
            #expect(throws: AnswerDefect.self) {
                try WireserverAnswer.interfaces(in: Array(xml.utf8.prefix(count)))
            }
        }
        for count in 0..<json.utf8.count {
            #expect(throws: AnswerDefect.self) {
                try InstanceMetadataAnswer.interfaces(in: Array(json.utf8.prefix(count)))
            }
        }
    }

    @Test(arguments: [
        "<!DOCTYPE html><title>proxy</title>", "<html></html>", "<Interfaces></Interfaces>", "<Interfaces/>",
        "<Interfaces><Interface MacAddress=\"*\"></Interface></Interfaces>", "</Interfaces>",
        "<a b=\"&lt;\"/>",
        "<Interfaces><Interface/></Interfaces>", "text",
    ])
    func foreignText(_ text: String) {
        #expect(throws: AnswerDefect.self) { try WireserverAnswer.interfaces(in: Array(text.utf8)) }
    }

    @Test(arguments: [
        "{}", "[]", "[1]", #"[{"macAddress":"x"}]"#,
        #"[{"macAddress":"x","ipv4":{"ipAddress":[],"subnet":[]}}]"#,
        #"[{"macAddress":"x","ipv4":{"ipAddress":[{"privateIpAddress":"1.2.3"}],"subnet":[{"prefix":"16"}]}}]"#,
        #"[{"macAddress":"x","ipv4":{"ipAddress":[],"subnet":[{"prefix":"33"}]}}]"#,
    ])
    func foreignJSON(_ text: String) {
        #expect(throws: AnswerDefect.self) { try InstanceMetadataAnswer.interfaces(in: Array(text.utf8)) }
    }
}

@Suite struct Responses {
    private func response(_ text: String) throws(AnswerDefect) -> HTTPResponse {
        try HTTPResponse(Array(text.utf8))
    }

    @Test func bodies() throws {
        #expect(try response("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc").body == Array("ab".utf8))
        #expect(try response("HTTP/1.0 429 Too Many\r\n\r\nx").status == 429)
        #expect(
            try response(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n"
            ).body
                == Array("abcd".utf8))
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", "SSH-2.0\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    ])
    func noAnswers(_ text: String) { #expect(throws: AnswerDefect.self) { try response(text) } }
}
