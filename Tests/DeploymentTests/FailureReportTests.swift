import Azure
import Deployment
import JSONText
import Testing

@Suite struct FailureReportTests {
    private func report(_ error: String) throws -> FailureReport {
        let error = try #require(ServiceError(try JSONValue(parsing: Array(error.utf8))))
        return FailureReport(
            AzureFailure.Refusal(status: 400, error: error, correlationID: "id", call: "PUT x"))
    }

    /// An error, and the codes that are shown with those in which they were wrapped.
    @Test(
        arguments: [
            (
                #"{"code": "Brand", "message": "o", "details": [{"code": "SubnetIsFull", "message": "i"}]}"#,
                ["SubnetIsFull < Brand"]
            ),
            (
                #"{"code": "DeploymentFailed", "message": "", "details": [{"code": "Conflict", "message": "", "details": ["#
                    + #"{"code": "New", "message": "", "details": [{"code": "Newer", "message": ""}, {"code": "DnsRecordInUse"}]}]}]}"#,
                ["Newer < New", "DnsRecordInUse < New"]
            ),
            // Of a code that is known the details only say more of the same.
            (
                #"{"code": "QuotaExceeded", "message": "m", "details": [{"code": "Family", "message": "f"}]}"#,
                ["QuotaExceeded"]
            ),
            (#"{"code": "Brand", "message": "only"}"#, ["Brand"]),
            (#"{"code": "Brand", "message": "m", "innererror": {"code": "Inner"}}"#, ["Inner < Brand"]),
        ] as [(String, [String])])
    func innermost(error: String, codes: [String]) throws {
        let reasons = try report(error).items.flatMap(\.reasons)
        #expect(reasons.map { $0.code + ($0.wrapper.map { " < \($0)" } ?? "") } == codes)
    }

    @Test func anEmptyMessageTakesTheWrappersWords() throws {
        let text =
            #"{"code": "Brand", "message": "the words", "details": [{"code": "Inner", "message": ""}]}"#
        #expect(try report(text).items[0].reasons[0].message == "the words")
    }

    @Test func thePageNamesBoth() throws {
        let target = DeploymentTarget(subscription: "s", resourceGroup: "g", location: nil, name: "corp")
        let report = try report(
            #"{"code": "Brand", "message": "o", "details": [{"code": "SubnetIsFull", "message": "no room"}]}"#
        )
        let page = FailurePage.text(of: report, target, again: "slipway deploy out")
        for text in ["SubnetIsFull, inside of Brand", "no room", "cause:", "slipway deploy out", "id"] {
            #expect(page.contains(text))
        }
    }
}
