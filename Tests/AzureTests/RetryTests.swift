import Azure
import HTTPTransport
import JSONText
import Testing

@Suite struct RetryTests {
    /// What comes first; the request; seconds that Azure wants to be left alone, nil for no second try.
    @Test(
        arguments: [
            (.error(429, "TooManyRequests", ["Retry-After": "7"]), true, 7),
            (.error(429, "TooManyRequests", ["Retry-After": "7"]), false, 7),
            // A limit that is over at once would be a loop.
            (.error(429, "TooManyRequests", ["Retry-After": "0"]), true, 1),
            (.error(429, "TooManyRequests", ["x-ms-retry-after-ms": "2500"]), true, 2.5),
            (.error(503, "ServiceUnavailable", ["Retry-After": "3"]), true, 3),
            (.error(503, "ServiceUnavailable", ["Retry-After": "3"]), false, 3),
            (.error(500, "InternalServerError", ["Retry-After": "2"]), true, 2),
            (.error(500, "InternalServerError", ["Retry-After": "2"]), false, nil),
            (.error(409, "AnotherOperationInProgress", ["Retry-After": "4"]), true, 4),
            (.error(409, "Conflict"), true, nil), (.error(400, "BadRequest"), true, nil),
            (.error(403, "AuthorizationFailed"), true, nil), (.error(404, "ResourceNotFound"), true, nil),
            (.error(429, "TooManyRequests", ["Retry-After": "86400"]), true, 900),
            (
                .error(
                    429, "TooManyRequests",
                    [
                        "Retry-After": "Thu, 01 Jan 2026 00:00:03 GMT",
                        "Date": "Wed, 31 Dec 2025 23:59:58 GMT",
                    ]), true, 5
            ),
        ] as [(Script.Answer, Bool, Double?)])
    func azureSaysHowLong(first: Script.Answer, isIdempotent: Bool, pause: Double?) throws {
        let line = try Line([first, .json(200, "{}")])
        let status = line.status(isIdempotent ? Line.get : Line.post)
        #expect((status == 200) == (pause != nil))
        #expect(line.clock.sleeps == (pause.map { [$0] } ?? []))
        #expect(line.script.requests.count == (pause == nil ? 1 : 2))
    }

    /// What never left may go again whatever it does; what may have arrived only where twice is the same as once.
    @Test(
        arguments: [
            (.connect, true, true), (.connect, false, true), (.resolve, false, true), (.lost, true, true),
            (.lost, false, false), (.timeout, true, true), (.timeout, false, false),
            (.certificate, true, false), (.tooLarge, true, false), (.notEncrypted, true, false),
        ] as [(TransportError.Kind, Bool, Bool)])
    func noAnswer(kind: TransportError.Kind, isIdempotent: Bool, again: Bool) throws {
        let line = try Line([.lost(kind), .json(200, "{}")])
        #expect((line.status(isIdempotent ? Line.get : Line.post) == 200) == again)
        #expect(line.script.requests.count == (again ? 2 : 1))
    }

    @Test func backOffDoublesAndIsShortenedByChance() throws {
        let line = try Line([])
        #expect(line.status(Line.get) == 500)
        #expect(line.script.requests.count == 8)
        #expect(line.clock.sleeps.count == 7)
        for (pause, longest) in zip(line.clock.sleeps, [1.0, 2, 4, 8, 16, 32, 60]) {
            #expect(pause >= longest / 2 && pause <= longest)
        }
        #expect(Set(line.clock.sleeps.map { $0.truncatingRemainder(dividingBy: 0.5) }).count > 1)
    }

    @Test func theCommandsTimeEnds() throws {
        let line = try Line([.error(429, "TooManyRequests", ["Retry-After": "600"])])
        line.client.deadline = line.clock.monotonic + 60
        #expect(throws: AzureFailure.self) { try line.client.send(Line.get) }
        #expect(line.clock.sleeps.reduce(0, +) == 60)
    }

    @Test func hardlyARequestLeft() throws {
        let line = try Line([
            .json(200, "{}", ["x-ms-ratelimit-remaining-subscription-reads": "1"]), .json(200, "{}"),
        ])
        _ = try line.client.send(Line.get)
        _ = try line.client.send(Line.get)
        #expect(line.clock.sleeps == [1])
    }

    @Test func aRefusedTokenIsReplacedOnce() throws {
        let refused = Script.Answer.error(401, "ExpiredAuthenticationToken")
        let line = try Line([refused, .json(200, "{}"), refused, refused])
        #expect(line.status(Line.get) == 200)
        #expect(line.script.sent == ["Bearer token-1", "Bearer token-2"])
        #expect(line.status(Line.get) == 401)
        #expect(line.script.tokens == 3)
        #expect(line.clock.sleeps.isEmpty)
    }

    @Test func callsSideBySideShareTheNewToken() throws {
        let refused = Script.Answer.error(401, "ExpiredAuthenticationToken")
        let line = try Line([refused, refused, .json(200, "{}"), .json(200, "{}")])
        let results = line.client.sendAll([Line.get, Line.get])
        #expect(results.allSatisfy { (try? $0.get().status) == 200 })
        #expect(line.script.tokens == 2)
    }

    @Test func anAnswerThatIsCutShort() throws {
        let line = try Line([.json(200, #"{"id": "#), .json(200, #"{"id": "x"}"#)])
        #expect(try line.client.send(Line.get).body["id"] == "x")
        let post = try Line([.json(200, #"{"id": "#)])
        #expect(throws: AzureFailure.self) { try post.client.send(Line.post) }
        #expect(post.script.requests.count == 1)
    }

    @Test func pagesOfAStranger() throws {
        let list = ARMRequest.list("/subscriptions/s/resources", .resources)
        let next = "https://stranger.example/subscriptions/s/resources?$skiptoken=a%2Fb"
        let line = try Line([
            .json(200, #"{"value": [1], "nextLink": "\#(next)"}"#), .json(200, #"{"value": [2]}"#),
        ])
        #expect(try line.client.send(list).list == [1, 2])
        #expect(line.script.sent == ["Bearer token-1", nil])
        #expect(line.script.addresses[1] == next)
    }

    @Test(arguments: ["http://management.azure.com/x", "/relative", "https://management.azure.com/a b"])
    func pagesWithoutAUsableAddress(next: String) throws {
        let line = try Line([.json(200, #"{"value": [1], "nextLink": "\#(next)"}"#)])
        #expect(throws: AzureFailure.self) {
            try line.client.send(.list("/subscriptions/s/resources", .resources))
        }
    }

    @Test func aRedirectionIsNotFollowed() throws {
        let line = try Line([.json(307, "", ["Location": "https://stranger.example/"])])
        #expect(throws: AzureFailure.self) { try line.client.send(Line.get) }
        #expect(line.script.addresses.allSatisfy { $0.hasPrefix("https://management.azure.com/") })
    }
}
