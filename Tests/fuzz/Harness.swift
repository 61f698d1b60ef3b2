import Authoring
import Catalogue
import ClusterModel
import Document
import Findings
import Fixing
import Glibc
import JSONText
import Project
import Rules

/// What the fuzzer throws at everything of slipway that reads text of others; `SLIPWAY_FUZZ` says at which of them. A trap is
/// a failure, and `require` makes one of every property that does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    target(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { fail(message()) }
}

/// Says why, which a trap of an optimised program does not.
private func fail(_ message: String) -> Never {
    let line = Array("\(message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
}

private let target: @Sendable ([UInt8]) -> Void = {
    switch getenv("SLIPWAY_FUZZ").map({ String(cString: $0) }) {
    case "json": json
    case "yaml": yaml
    case "set": assignments
    case "project": project
    case "fix": fix
    case "layout": layout
    default: fail("SLIPWAY_FUZZ is json, yaml, set, project, fix or layout")
    }
}()

/// The strict reader: what it reads is written as text that means the same, and errors have a place in the text.
@Sendable private func json(_ bytes: [UInt8]) {
    do throws(JSONSyntaxError) {
        let value = try JSONValue(parsing: bytes)
        for layout in [JSONWriter.Layout.pretty, .compact] {
            let written = JSONWriter.bytes(of: value, layout)
            require((try? JSONValue(parsing: written)) == value, "written JSON means something else")
        }
    } catch { require((0...bytes.count).contains(error.offset), "an error without a place") }
    document(bytes)
}

/// YAML, and JSON after blanks: every place lies in the text.
@Sendable private func yaml(_ bytes: [UInt8]) { document(bytes) }

private func document(_ bytes: [UInt8]) {
    do throws(UnreadableDocument) {
        let document = try Document(reading: bytes, file: "model")
        check(document.root, in: document)
        for finding in document.locating(document.duplicateKeys()) { check(finding, in: document) }
    } catch { require((error.finding.location?.line ?? 0) >= 1, "an error without a place") }
}

private func check(_ node: Node, in document: Document) {
    check(node.span, in: document)
    for member in node.members ?? [] {
        check(member.keySpan, in: document)
        check(member.value, in: document)
    }
    for element in node.elements ?? [] { check(element, in: document) }
}

private func check(_ span: SourceSpan, in document: Document) {
    guard case .file = span.origin else { return }
    require(
        span.bytes.lowerBound >= 0 && span.bytes.upperBound <= document.text.bytes.count,
        "a place outside the text")
}

private func check(_ finding: Finding, in document: Document) {
    guard let place = finding.location, place.file == document.file else { return }
    require(place.line >= 1 && place.column >= 1 && place.length >= 1, "no place")
    require(document.line(at: place) != nil, "a line that is not there")
    let style = FindingsText.Style(isColoured: true, showsLines: true, width: 60)
    _ = FindingsText(style).text(of: [finding], line: { document.line(at: $0) })
}

private let model = Array(
    """
    apiVersion: vlabs
    location: westeurope
    properties:
      masterProfile: {count: 3, dnsPrefix: shop, vmSize: Standard_D2s_v5}
      agentPoolProfiles:
        - name: agents
          count: 2
          vmSize: Standard_D4s_v5
    """.utf8)

/// `--set`: the flag is carried out or refused with a place, and the model is then read like any other.
@Sendable private func assignments(_ bytes: [UInt8]) {
    guard var document = try? Document(reading: model, file: "model") else {
        fail("the model cannot be read")
    }
    do throws(UnreadableDocument) {
        try document.assign(String(decoding: bytes, as: UTF8.self))
        let (_, findings) = Cluster.read(&document, defaults: defaults)
        for finding in document.locating(findings) { check(finding, in: document) }
    } catch { require((error.finding.location?.line ?? 0) >= 1, "an error without a place") }
}

private let catalogues = Catalogues.embedded()
private let defaults: Document = {
    guard let document = try? Document(reading: Catalogues.defaults, file: "defaults") else {
        fail("the defaults cannot be read")
    }
    return document
}()
private let findings = [
    Finding(
        RuleID("VM001", "UnknownSize"), .error, at: ModelPath.properties["masterProfile"]["vmSize"], "unknown"
    ),
    Finding(
        RuleID("KU011", "Lonely"), .warning, at: ModelPath.properties["agentPoolProfiles"][0]["count"],
        "alone"),
]

/// The project file, its patterns, and suppressions in the text itself.
@Sendable private func project(_ bytes: [UInt8]) {
    guard let (project, found) = try? ProjectFile.read(bytes, file: ".slipway.yaml"),
        let document = try? Document(reading: bytes, file: "model")
    else { return }
    for finding in found { check(finding, in: document) }
    let policy = FindingPolicy(project: project)
    let judgement = policy.judge(findings, in: document, path: "clusters/dev/a.yaml")
    require(judgement.accepted <= findings.count, "more findings accepted than there are")
    for finding in judgement.findings { check(finding, in: document) }
    for pattern in project.models { _ = Glob(pattern).matches("clusters/dev/a.yaml") }
}

/// `slipway fix`: what can be mended is mended at once; a second run changes nothing.
@Sendable private func fix(_ bytes: [UInt8]) {
    // One of the two ways for each input; the fuzzer finds lengths of both kinds.
    let allowsUnsafe = bytes.count % 2 == 0
    let mender = Mender(catalogues, isStrict: false, allowsUnsafe: allowsUnsafe)
    guard let once = try? mender.mend(bytes, file: "model") else { return }
    for finding in once.review.findings {
        check(finding, in: once.review.document)
        guard let fix = finding.fix, fix.isSafe || allowsUnsafe else { continue }
        require(
            !mender.canMake(fix, of: finding, in: once.review),
            "a finding is left that could be mended: \(finding)")
    }
    guard once.bytes != bytes else { return }
    guard let twice = try? mender.mend(once.bytes, file: "model") else {
        fail("what was mended can no longer be read")
    }
    require(twice.bytes == once.bytes, "mending twice changes more than once")
}

/// `slipway fmt`: what can be read can be laid out without saying something else, and then has its layout.
@Sendable private func layout(_ bytes: [UInt8]) {
    guard let document = try? Document(reading: bytes, file: "model") else { return }
    guard let once = try? ModelLayout.bytes(of: document) else {
        // Such a file stays as it is, which is right for one with marks of byte order at the start of lines: YAML passes over them.
        let text = String(decoding: bytes, as: UTF8.self)
        return require(text.unicodeScalars.contains("\u{FEFF}"), "a layout would change what is said")
    }
    guard let again = try? Document(reading: once, file: "model"),
        let twice = try? ModelLayout.bytes(of: again)
    else { fail("what was laid out cannot be laid out") }
    require(once == twice, "laying out twice changes more than once")
}
