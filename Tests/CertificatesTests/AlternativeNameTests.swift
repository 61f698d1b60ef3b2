import Testing

@testable import Certificates

struct AlternativeNameTests {
    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1"), ("::1", "::1"), ("API.Shop.Internal", "api.shop.internal"),
        ("10.0.0.256", "10.0.0.256"), ("2001:db8::10", "2001:db8::10"),
    ])
    func text(written: String, shown: String) {
        #expect("\(AlternativeName(written))" == shown)
    }

    @Test(arguments: [
        ("*.example.org", "api.example.org", true), ("*.example.org", "a.b.example.org", false),
        ("*.example.org", "example.org", false), ("api.example.org", "API.example.org", true),
        ("*.0.0.1", "10.0.0.1", false),
    ])
    func covering(pattern: String, name: String, covers: Bool) {
        #expect(AlternativeName(pattern).covers(AlternativeName(name)) == covers)
    }
}
