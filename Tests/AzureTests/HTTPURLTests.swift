import HTTPTransport
import Testing

@Suite struct HTTPURLTests {
    @Test(arguments: [
        ("https://management.azure.com/subscriptions?x=1", "management.azure.com", 443, "/subscriptions?x=1"),
        ("https://127.0.0.1:8443", "127.0.0.1", 8443, "/"),
        ("http://[::1]:80/a", "::1", 80, "/a"),
        ("https://Host?t=1&s=a%2Fb", "host", 443, "/?t=1&s=a%2Fb"),
    ])
    func parts(text: String, host: String, port: Int, target: String) throws {
        let url = try #require(HTTPURL(text))
        #expect((url.host, url.port, url.target, url.text) == (host, port, target, text))
    }

    @Test(arguments: [
        "", "ftp://a/", "https://", "https://user@host/", "https://h/#f", "https://h/a b", "https://h:99999/",
        "https://h\r\n/", "https://a\\b/", "management.azure.com",
    ])
    func refused(text: String) { #expect(HTTPURL(text) == nil) }

    @Test func headersCannotSmuggle() {
        var headers: HTTPHeaders = ["A": "1"]
        headers["a"] = "2\r\nB: 3"
        #expect(headers.fields.isEmpty)
        headers["A"] = "4"
        #expect(headers["a"] == "4")
    }

    @Test func percent() { #expect("a b/ä~".percentEncoded == "a%20b%2F%C3%A4~") }
}
