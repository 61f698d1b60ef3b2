internal import CYAML

/// What libyaml says next about a text.
enum YAMLEvent {
    case streamStart, streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd
    case alias(name: String)
    case scalar(String, isPlain: Bool, tag: String?)
    case sequenceStart(tag: String?)
    case mappingStart(tag: String?)
}

/// An event and the scalars of the text that it covers.
struct YAMLMarkedEvent {
    var event: YAMLEvent
    var scalars: Range<Int>
}

/// Why libyaml stopped.
struct YAMLProblem: Error {
    var message: String
    /// Where, in bytes for text that libyaml could not decode, else in scalars.
    var place: Place

    enum Place {
        case byte(Int)
        case scalar(Int)
    }
}

/// libyaml's parser over a text in memory. The text must outlive it, hence the closure in `read`.
@safe struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Calls `body` with the events of `bytes`.
    static func read<Value>(
        _ bytes: [UInt8], _ body: (inout YAMLEvents) throws -> Value
    ) rethrows -> Value {
        try unsafe bytes.withUnsafeBufferPointer { buffer in
            var events = unsafe YAMLEvents(buffer)
            return try body(&events)
        }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        unsafe parser = .allocate(capacity: 1)
        // Fails only without memory; the first call for an event then reports it.
        _ = unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    /// The next event.
    mutating func next() throws(YAMLProblem) -> YAMLMarkedEvent {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { unsafe yaml_event_delete(&event) }
        let (start, end) = unsafe (Int(event.start_mark.index), Int(event.end_mark.index))
        return YAMLMarkedEvent(event: unsafe Self.meaning(of: event), scalars: start..<max(start, end))
    }

    private static func meaning(of event: yaml_event_t) -> YAMLEvent {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(name: unsafe text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                unsafe String(decoding: bytes, as: UTF8.self),
                isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE, tag: unsafe text(scalar.tag))
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart(tag: unsafe text(event.data.sequence_start.tag))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT: return .mappingStart(tag: unsafe text(event.data.mapping_start.tag))
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(decodingCString: pointer, as: UTF8.self)
    }

    private func problem() -> YAMLProblem {
        let message = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
        // The reader leaves its mark at the start of the text: only the byte offset is true there.
        let place: YAMLProblem.Place =
            unsafe parser.pointee.error == YAML_READER_ERROR
            ? .byte(unsafe parser.pointee.problem_offset)
            : .scalar(unsafe Int(parser.pointee.problem_mark.index))
        return YAMLProblem(message: message, place: place)
    }
}
