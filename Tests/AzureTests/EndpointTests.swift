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

    /// Source: Microsoft Learn, "Azure Government vs. public", "Azure China developer guide".
    @Test(arguments: [
        (
            Cloud.publicCloud, "https://management.azure.com", "https://login.microsoftonline.com",
            "core.windows.net"
        ),
        (
            .usGovernment, "https://management.usgovcloudapi.net", "https://login.microsoftonline.us",
            "core.usgovcloudapi.net"
        ),
        (
            .china, "https://management.chinacloudapi.cn", "https://login.chinacloudapi.cn",
            "core.chinacloudapi.cn"
        ),
    ])
    func clouds(cloud: Cloud, manager: String, authority: String, storage: String) throws {
        let endpoints = try AzureEndpoints(cloud: cloud, endpoint: nil, authority: nil)
        #expect(endpoints.resourceManager.text == manager && endpoints.audience == manager)
        #expect(endpoints.authority.text == authority)
        #expect(cloud.storageSuffix == storage)
        for other in [Cloud.publicCloud, .usGovernment, .china] where other != cloud {
            let stranger = try AzureEndpoints(cloud: other, endpoint: nil, authority: nil).resourceManager
            #expect(!endpoints.mayReceiveToken(stranger))
        }
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
