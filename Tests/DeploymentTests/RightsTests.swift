import JSONText
import Testing

@testable import Deployment

/// Source: Microsoft Learn, "Understand Azure role definitions".
@Suite struct RightsTests {
    private static let join = "Microsoft.Network/virtualNetworks/subnets/join/action"

    @Test(arguments: [
        ("*", join, true), (join, join, true),
        ("microsoft.NETWORK/virtualnetworks/subnets/JOIN/action", join, true),
        ("Microsoft.Network/*", join, true), ("Microsoft.Network/virtualNetworks/*", join, true),
        ("Microsoft.Network/*/action", join, true), ("*/action", join, true), ("*/read", join, false),
        ("Microsoft.Network/*/read", join, false), ("Microsoft.Compute/*", join, false),
        ("Microsoft.Network/virtualNetworks/subnets/join", join, false), ("Microsoft.Network", join, false),
        ("Microsoft.Network/*/subnets/*/action", join, true), ("*/subnets/*/read", join, false),
        ("", join, false), ("*/action/action", "a/action", false), ("**", join, true),
    ])
    func wildcards(pattern: String, action: String, expected: Bool) {
        #expect(Rights.matches(pattern, action) == expected)
    }

    private func rights(_ text: String) throws -> Rights {
        Rights(try #require(try JSONValue(parsing: Array(text.utf8)).array))
    }

    @Test func contributorsAssignNoRoles() throws {
        let contributor =
            #"{"actions": ["*"], "notActions": ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/*/Delete"]}"#
        let rights = try rights("[\(contributor)]")
        #expect(rights.allow(Self.join))
        #expect(!rights.allow("Microsoft.Authorization/roleAssignments/write"))
        // What one role takes back another one gives all the same.
        let both = try self.rights(
            #"[\#(contributor), {"actions": ["Microsoft.Authorization/roleAssignments/*"], "notActions": []}]"#
        )
        #expect(both.allow("Microsoft.Authorization/roleAssignments/write"))
        #expect(!both.allow("Microsoft.Authorization/locks/write"))
    }

    @Test func nothingIsAllowedByNothing() throws {
        #expect(!(try rights("[]")).allow(Self.join))
        #expect(!(try rights(#"[{"notActions": ["x"]}, {"actions": null}, 7]"#)).allow(Self.join))
        // A right on data is none on the resource.
        #expect(!(try rights(#"[{"actions": [], "dataActions": ["*"]}]"#)).allow(Self.join))
    }
}
