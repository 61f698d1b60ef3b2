import Document
import Findings
import Testing

@Suite struct DocumentTests {
    static let json = """
        {
          "properties": {
            "masterProfile": { "count": 3, "é": "😀x" },
            "agentPoolProfiles": [ { "name": "a" }, { "name": "b" } ]
          }
        }
        """
    static let yaml = """
        properties:
          masterProfile: {count: 3, é: 😀x}
          agentPoolProfiles:
            - name: a
            - name: "b"
        """

    @Test func bothLanguagesGiveOneTree() throws {
        func value(_ node: Node) -> String {
            switch node.content {
            case .object(let members):
                "{\(members.map { "\($0.key):\(value($0.value))" }.joined(separator: ","))}"
            case .array(let elements): "[\(elements.map(value).joined(separator: ","))]"
            default: "\(node.content)"
            }
        }
        let trees = try [Self.json, Self.yaml].map { try Document(reading: Array($0.utf8), file: "m").root }
        #expect(value(trees[0]) == value(trees[1]))
    }

    /// Columns count Unicode scalars from 1.
    @Test(arguments: [
        (json, Finding.Part.value, 3, 41), (json, .key, 3, 36), (yaml, .value, 2, 32), (yaml, .key, 2, 29),
    ])
    func keysAndValuesHavePlaces(text: String, part: Finding.Part, line: Int, column: Int) throws {
        let document = try Document(reading: Array(text.utf8), file: "m")
        let place = document.location(of: ModelPath.properties["masterProfile"]["é"], part)
        #expect(place.line == line)
        #expect(place.column == column)
    }

    @Test func aMissingKeyIsAtTheObjectThatLacksIt() throws {
        let document = try Document(reading: Array(Self.json.utf8), file: "m")
        let place = document.location(of: ModelPath.properties["agentPoolProfiles"][1]["count"])
        #expect((place.line, place.column) == (4, 45))
    }

    @Test(arguments: [
        ("yes", Node.Content.string("yes")), ("010", .string("010")), ("1:30", .string("1:30")),
        ("0x1F", .string("0x1F")), ("3", .integer(3)), ("-3", .integer(-3)), ("2.5", .double(2.5)),
        ("~", .null),
        ("'3'", .string("3")), ("TRUE", .bool(true)), ("n", .string("n")),
    ])
    func plainScalarsHoldNoSurprise(text: String, content: Node.Content) throws {
        let document = try Document(reading: Array("key: \(text)\n".utf8), file: "m")
        #expect(document.node(at: ModelPath.root["key"])?.content == content)
    }

    @Test(
        arguments: [
            ("masterProfile.count=5", "masterProfile.count", Node.Content.integer(5)),
            ("agentPoolProfiles[1].name=c", "agentPoolProfiles[1].name", .string("c")),
            ("agentPoolProfiles[2].name=c", "agentPoolProfiles[2].name", .string("c")),
            (#"a.b="x,y=z",masterProfile.count=1"#, "a.b", .string("x,y=z")),
            (#"masterProfile["a.b"]=true"#, "masterProfile", nil),
        ] as [(String, String, Node.Content?)])
    func assignmentsCountAsWritten(flag: String, path: String, content: Node.Content?) throws {
        var document = try Document(reading: Array(Self.json.utf8), file: "m")
        try document.assign(flag)
        var place = ModelPath.properties
        for part in path.split(separator: ".") {
            let pieces = part.split(separator: "[")
            place = place[String(pieces[0])]
            if pieces.count == 2, let index = Int(pieces[1].dropLast()) { place = place[index] }
        }
        if let content {
            #expect(document.node(at: place)?.content == content)
            #expect(document.location(of: place).file.hasPrefix("--set "))
        } else {
            #expect(document.node(at: place["a.b"])?.content == .bool(true))
        }
    }

    @Test(arguments: [
        "", "=1", "a", "a.=1", ".a=1", "a[=1", "a[x]=1", "a..b=1", "masterProfile.count.x=1",
        "agentPoolProfiles[9].name=c", #"a="x"#, #"a="x"y"#,
    ])
    func wrongAssignmentsAreRefused(flag: String) throws {
        var document = try Document(reading: Array(Self.json.utf8), file: "m")
        #expect(throws: UnreadableDocument.self) { try document.assign(flag) }
    }
}
