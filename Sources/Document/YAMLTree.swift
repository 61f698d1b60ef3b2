import Findings

/// Reads YAML into nodes, straight from libyaml's events: no tree of libyaml's own, no aliases to expand.
struct YAMLTree {
    private let file: String
    private let text: SourceText
    private let offsets: ScalarOffsets
    private let depthLimit: Int

    static func read(_ text: SourceText, file: String, depthLimit: Int) throws(UnreadableDocument) -> Node {
        let tree = YAMLTree(
            file: file, text: text, offsets: ScalarOffsets(text.bytes), depthLimit: depthLimit)
        if let offset = tree.oddLineBreak {
            throw tree.refuse(
                ReadingRule.yamlFeature,
                "a line ends here by a character that editors do not count as its end",
                at: offset, remedy: "end lines with a line feed")
        }
        do {
            return try YAMLEvents.read(text.bytes) { events in
                var count = 0
                return try tree.document(&events, &count)
            }
        } catch let unreadable as UnreadableDocument {
            throw unreadable
        } catch let problem as YAMLProblem {
            throw tree.refuse(problem)
        } catch {
            throw tree.refuse(ReadingRule.syntax, "\(error)", at: 0)
        }
    }

    /// Where the first line ends by a lone carriage return, U+0085, U+2028 or U+2029, which YAML 1.1 takes for line breaks: line
    /// numbers would mean other lines than people see, and a mended line might be another one.
    private var oddLineBreak: Int? {
        let bytes = text.bytes
        return bytes.indices.first { index in
            func next(_ distance: Int) -> UInt8? {
                index + distance < bytes.count ? bytes[index + distance] : nil
            }
            return switch bytes[index] {
            case UInt8(ascii: "\r"): next(1) != UInt8(ascii: "\n")
            case 0xC2: next(1) == 0x85
            case 0xE2: next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9)
            default: false
            }
        }
    }

    /// `count` is the number of values so far, so that a text of too many is refused before all of it is a tree.
    private func document(_ events: inout YAMLEvents, _ count: inout Int) throws -> Node {
        _ = try events.next()  // the start of the stream
        let start = try events.next()
        if case .streamEnd = start.event { return Node(.null, at: SourceSpan(0..<0)) }
        let root = try node(try events.next(), &events, &count, depth: 0)
        _ = try events.next()  // the end of the document
        let end = try events.next()
        guard case .streamEnd = end.event else {
            throw refuse(
                ReadingRule.yamlFeature, "a second YAML document begins here",
                at: byte(end.scalars.lowerBound),
                remedy: "keep one model in a file")
        }
        return root
    }

    private func node(
        _ marked: YAMLMarkedEvent, _ events: inout YAMLEvents, _ count: inout Int, depth: Int
    ) throws -> Node {
        let start = byte(marked.scalars.lowerBound)
        count += 1
        guard count <= Document.valueLimit else {
            throw DocumentSize(text, file: file).tooManyValues(at: start)
        }
        switch marked.event {
        case .scalar(let text, let isPlain, let tag):
            try refuseTag(tag, at: start)
            let content = isPlain ? YAMLScalar.content(ofPlain: text) : .string(text)
            return Node(content, at: SourceSpan(start..<max(start, byte(marked.scalars.upperBound))))
        case .sequenceStart(let tag):
            try refuseTag(tag, at: start)
            try refuseDepth(depth + 1, at: start)
            var elements: [Node] = []
            while true {
                let next = try events.next()
                if case .sequenceEnd = next.event {
                    return Node(.array(elements), at: span(from: start, to: next))
                }
                elements.append(try node(next, &events, &count, depth: depth + 1))
            }
        case .mappingStart(let tag):
            try refuseTag(tag, at: start)
            try refuseDepth(depth + 1, at: start)
            var members: [Node.Member] = []
            while true {
                let next = try events.next()
                if case .mappingEnd = next.event {
                    return Node(.object(members), at: span(from: start, to: next))
                }
                let (key, keySpan) = try key(next)
                let value = try node(try events.next(), &events, &count, depth: depth + 1)
                members.append(Node.Member(key, at: keySpan, value))
            }
        case .alias(let name):
            throw refuse(
                ReadingRule.yamlFeature, "alias *\(name): models are read without YAML aliases", at: start,
                remedy: "write the value out")
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
            throw refuse(ReadingRule.syntax, "a value is missing", at: start)
        }
    }

    private func key(_ marked: YAMLMarkedEvent) throws(UnreadableDocument) -> (String, SourceSpan) {
        let start = byte(marked.scalars.lowerBound)
        switch marked.event {
        case .scalar(let text, let isPlain, let tag):
            try refuseTag(tag, at: start)
            if isPlain, text == "<<" {
                throw refuse(
                    ReadingRule.yamlFeature, "merge key <<: models are read without it", at: start,
                    remedy: "write the members out")
            }
            return (text, SourceSpan(start..<byte(marked.scalars.upperBound)))
        case .alias(let name):
            throw refuse(
                ReadingRule.yamlFeature, "alias *\(name): models are read without YAML aliases", at: start,
                remedy: "write the key out")
        default:
            throw refuse(
                ReadingRule.syntax, "a key is a list or an object; keys are text", at: start,
                remedy: "put the key in quotes if it begins with [ or {")
        }
    }

    private func refuseTag(_ tag: String?, at offset: Int) throws(UnreadableDocument) {
        guard let tag else { return }
        throw refuse(
            ReadingRule.yamlFeature, "tag \(tag): models are read without YAML tags", at: offset,
            remedy: "remove the tag; put text in quotes")
    }

    private func refuseDepth(_ depth: Int, at offset: Int) throws(UnreadableDocument) {
        guard depth > depthLimit else { return }
        throw refuse(
            ReadingRule.tooDeep, "more than \(depthLimit) lists and objects inside each other", at: offset)
    }

    private func byte(_ scalar: Int) -> Int { offsets.byteOffset(ofScalar: scalar) }

    private func span(from start: Int, to end: YAMLMarkedEvent) -> SourceSpan {
        SourceSpan(start..<max(start, byte(end.scalars.upperBound)))
    }

    private func refuse(_ problem: YAMLProblem) -> UnreadableDocument {
        let offset =
            switch problem.place {
            case .byte(let byte): byte
            case .scalar(let scalar): byte(scalar)
            }
        return refuse(ReadingRule.syntax, "not valid YAML: \(problem.message)", at: offset)
    }

    private func refuse(
        _ rule: RuleID, _ message: String, at offset: Int, remedy: String? = nil
    ) -> UnreadableDocument {
        let place = text.position(at: offset)
        return UnreadableDocument(
            Finding(
                rule, .error, at: .root, message, remedy: remedy,
                location: SourceLocation(file: file, line: place.line, column: place.column)))
    }
}
