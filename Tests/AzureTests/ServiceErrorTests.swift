import Azure
import JSONText
import Testing

@Suite struct ServiceErrorTests {
    private func codes(_ text: String) throws -> [String] {
        let value = try JSONValue(parsing: Array(text.utf8))
        return try #require(ServiceError(value)).innermost.map(\.code)
    }

    @Test func details() throws {
        let text =
            #"{"error":{"code":"DeploymentFailed","message":"m","details":[{"code":"Conflict","message":"x","#
            + #""details":[{"code":"SubnetIsFull","message":"full"}]},{"code":"QuotaExceeded","message":"q"}]}}"#
        #expect(try codes(text) == ["SubnetIsFull", "QuotaExceeded"])
    }

    @Test func wrappedInMessages() throws {
        let text =
            #"{"code":"BadRequest","message":"{\r\n  \"error\": {\"code\":\"ResourceDeploymentFailure\",\"message\":"#
            + #"\"m\",\"details\":[{\"code\":\"DnsRecordInUse\",\"message\":\"taken\"}]}}"}"#
        #expect(try codes(text) == ["DnsRecordInUse"])
    }

    @Test func asyncStatus() throws {
        #expect(
            try codes(#"{"status":"Failed","error":{"code":"AllocationFailed","message":""}}"#) == [
                "AllocationFailed"
            ])
    }

    @Test func noError() { #expect(ServiceError(["value": []]) == nil) }

    @Test func policies() throws {
        let text =
            #"{"error":{"code":"RequestDisallowedByPolicy","message":"m","additionalInfo":[{"type":"PolicyViolation","#
            + #""info":{"policyDefinitionDisplayName":"No public IPs"}}]}}"#
        let error = try #require(ServiceError(try JSONValue(parsing: Array(text.utf8))))
        #expect(error.policies == ["No public IPs"])
    }

    @Test func catalogueIsWhole() {
        let entries = ErrorCatalogue.embedded.entries
        #expect(entries.count > 80)
        #expect(Set(entries.map(\.code)).count == entries.count)
        #expect(ErrorCatalogue.embedded["SubnetIsFull"]?.kind == .address)
    }
}
