import Azure
import HTTPTransport
import JSONText
import Testing

/// Source: Microsoft Learn, "Track asynchronous Azure operations".
@Suite struct LongRunningOperationTests {
    private static let host = "https://management.azure.com"
    // Signed addresses are good only as they are.
    private static let status =
        "\(host)/subscriptions/s/operationStatuses/1?api-version=2021-04-01&t=6%2F7&s=a%3D"
    private static let location = "\(host)/subscriptions/s/operationresults/2?api-version=2021-04-01&s=b"
    private static let put = ARMRequest(.put, "/subscriptions/s/x", .resources, body: [:])

    private static func running(_ after: String? = nil) -> Script.Answer {
        .json(200, #"{"status": "Running"}"#, after.map { ["Retry-After": $0] } ?? [:])
    }
    private static let done = Script.Answer.json(200, #"{"status": "Succeeded", "result": 1}"#)

    @Test func theStatusComesBeforeTheLocation() throws {
        let line = try Line([
            .json(202, "", ["Location": Self.location, "Azure-AsyncOperation": Self.status]), Self.done,
        ])
        _ = try line.client.finish(Self.put)
        #expect(line.script.addresses.dropFirst() == [Self.status])
    }

    @Test func theLocationWhereTheResultStandsThere() throws {
        let line = try Line([
            .json(202, "", ["Location": Self.location, "Azure-AsyncOperation": Self.status]),
            .json(202, ""), .json(200, #"{"changes": []}"#),
        ])
        #expect(try line.client.finish(Self.put, preferringLocation: true).body["changes"] == [])
        #expect(line.script.addresses.dropFirst() == [Self.location, Self.location])
    }

    @Test func okWithTheHeaderIsNotFinished() throws {
        let line = try Line([
            .json(
                200, #"{"properties": {"provisioningState": "Succeeded"}}"#,
                ["Azure-AsyncOperation": Self.status]),
            Self.running(), Self.done,
        ])
        #expect(try line.client.finish(Self.put).body["result"] == 1)
        #expect(line.script.requests.count == 3)
    }

    @Test func okWithoutItIs() throws {
        // A Location with 200 is only where the thing stands.
        let line = try Line([.json(200, #"{"id": "x"}"#, ["Location": Self.location])])
        #expect(try line.client.finish(Self.put).body["id"] == "x")
        #expect(line.script.requests.count == 1)
        #expect(line.clock.sleeps.isEmpty)
    }

    @Test func azureSaysWhenToLook() throws {
        let line = try Line([
            .json(201, "", ["Azure-AsyncOperation": Self.status, "Retry-After": "10"]), Self.running("15"),
            Self.running(), Self.done,
        ])
        _ = try line.client.finish(Self.put)
        // Where it does not say, every five seconds.
        #expect(line.clock.sleeps == [10, 15, 5])
    }

    @Test func whoeverSaysZeroIsNotAskedWithoutEnd() throws {
        let line = try Line([
            .json(202, "", ["Azure-AsyncOperation": Self.status, "Retry-After": "0"]), Self.running("0"),
            Self.done,
        ])
        _ = try line.client.finish(Self.put)
        #expect(line.clock.sleeps == [1, 1])
    }

    @Test func theLocationMoves() throws {
        let other = "\(Self.location)&moved=1"
        let line = try Line([
            .json(202, "", ["Location": Self.location]), .json(202, "", ["Location": other]), .json(204, ""),
        ])
        _ = try line.client.finish(Self.put)
        #expect(line.script.addresses.dropFirst() == [Self.location, other])
    }

    @Test func aStrangerGetsNoToken() throws {
        let strange = "https://management.azure.com.stranger.example/operations/1"
        let line = try Line([.json(202, "", ["Azure-AsyncOperation": strange]), Self.done])
        _ = try line.client.finish(Self.put)
        #expect(line.script.addresses.last == strange)
        #expect(line.script.sent == ["Bearer token-1", nil])
    }

    @Test(arguments: ["http://management.azure.com/operations/1", "/operations/1", ""])
    func unusableAddresses(text: String) throws {
        let line = try Line([.json(202, "", ["Azure-AsyncOperation": text])])
        #expect(throws: AzureFailure.self) { try line.client.finish(Self.put) }
        #expect(line.script.requests.count == 1)
    }

    @Test func nowhereToLook() throws {
        let line = try Line([.json(202, "")])
        #expect(throws: AzureFailure.self) { try line.client.finish(Self.put) }
    }

    @Test(
        arguments: [
            (#"{"status": "Failed", "error": {"code": "SubnetIsFull", "message": "voll"}}"#, "SubnetIsFull"),
            (#"{"status": "Canceled"}"#, "Canceled"),
            (
                #"{"properties": {"provisioningState": "Failed"}, "error": {"code": "Conflict", "message": ""}}"#,
                "Conflict"
            ),
        ])
    func aBadEndIsToldByItsCode(body: String, code: String) throws {
        let line = try Line([.json(202, "", ["Azure-AsyncOperation": Self.status]), .json(200, body)])
        do {
            _ = try line.client.finish(Self.put)
            Issue.record("it did not fail")
        } catch {
            #expect(error.refusal?.error.code == code)
        }
    }

    @Test func aLookThatFailsIsMadeAgain() throws {
        let line = try Line([
            .json(202, "", ["Azure-AsyncOperation": Self.status]), .error(502, "BadGateway"), .lost(.lost),
            .json(200, "<html>"), Self.done,
        ])
        #expect(try line.client.finish(Self.put).body["result"] == 1)
        #expect(line.script.requests.count { $0.method == .put } == 1)
    }
}
