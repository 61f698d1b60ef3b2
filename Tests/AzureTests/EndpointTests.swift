import Azure
import Catalogue
import HTTPTransport
import Testing

@Suite struct EndpointTests {
    @Test(arguments: [
        ("https://management.azure.com/x", true), ("https://westeurope.management.azure.com/x", true),
        ("http://management.azure.com/x", false), ("https://management.azure.com.evil.example/x", false),
        ("https://evilmanagement.azure.com/x", false), ("https://management.azure.com:8443/x", false),
        ("https://management.chinacloudapi.cn/x", false),
    ])
    func tokensStayInTheCloud(text: String, expected: Bool) throws {
        let endpoints = try AzureEndpoints(cloud: .publicCloud, endpoint: nil, authority: nil)
        #expect(endpoints.mayReceiveToken(try #require(HTTPURL(text))) == expected)
    }

    @Test func customEndpoint() throws {
        let endpoints = try AzureEndpoints(
            cloud: .publicCloud, endpoint: "https://127.0.0.1:4000/", authority: nil)
        #expect(endpoints.audience == "https://127.0.0.1:4000")
        #expect(endpoints.authority.text == "https://127.0.0.1:4000")
        #expect(!endpoints.mayReceiveToken(try #require(HTTPURL("https://127.0.0.2:4000/"))))
    }

    @Test(arguments: ["http://127.0.0.1", "https://h/?a", "not an address"])
    func refusedEndpoints(text: String) {
        #expect(throws: AzureEndpoints.Refusal.self) {
            try AzureEndpoints(cloud: .publicCloud, endpoint: text, authority: nil)
        }
    }
}
