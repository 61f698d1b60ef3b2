import NetworkPlan

extension Renderer {
    /// The name of the extension that waits for a machine to be a node and says why if it is not.
    static let extensionName = "bring-up"
    /// The program that it runs, which cloud-init puts on the machine.
    private static let awaiter = "/opt/slipway/bin/await-bring-up"

    /// CustomScript's properties: a script, which Azure keeps encrypted, leaves the machine's secrets in a file that only
    /// root can read, and waits.
    ///
    /// The secrets stand in the script in base64, so nothing in them is ever read as shell, and the shell's own `printf`
    /// keeps them out of every argument list.
    func bringUpExtension(secrets: [MachineSecret]) -> ARMValue {
        let json = ARMExpression.jsonText(secrets.map { ($0.key, .parameter($0.parameter)) })
        let script = ARMExpression.concat(
            .string("#!/bin/sh\nset -eu\numask 077\nmkdir -p /etc/slipway\nprintf %s '"), .base64(json),
            .string(
                "' | base64 -d > /etc/slipway/secrets.json.new\n"
                    + "mv /etc/slipway/secrets.json.new /etc/slipway/secrets.json\nexec \(Self.awaiter)\n"))
        return [
            "publisher": "Microsoft.Azure.Extensions",
            "type": "CustomScript",
            "typeHandlerVersion": "2.1",
            "autoUpgradeMinorVersion": true,
            "settings": [:],
            "protectedSettings": ["script": .expression(.base64(script))],
        ]
    }

    /// User data: the shared part, what is these machines' own, and the values that only the deployment knows.
    func userDataText(_ text: UserDataText, shared: ARMExpression, _ values: [DeploymentValue])
        -> ARMExpression
    {
        .concat(
            shared, .string(text.own),
            .base64(.jsonText(values.map { ($0.rawValue, expression(for: $0)) })), .string("\n"))
    }

    private func expression(for value: DeploymentValue) -> ARMExpression {
        switch value {
        case .pluginURL: plan.plugin.url.map { .string($0) } ?? .parameter(Self.pluginURL)
        case .location: .parameter("location")
        case .tenantID: .property(.subscription, "tenantId")
        case .subscriptionID: .property(.subscription, "subscriptionId")
        case .resourceGroup: .property(.resourceGroup, "name")
        case .identityClientID:
            switch plan.identity {
            case .managedIdentity, .servicePrincipal:
                identity.map { .property(reference($0), "clientId") } ?? ""
            case .existingManagedIdentity(let id):
                clientID(ofIdentity: id)
            }
        case .registryClientID: plan.kubernetes.registryIdentity.map { clientID(ofIdentity: $0) } ?? ""
        }
    }

    private func clientID(ofIdentity id: String) -> ARMExpression {
        .property(
            .call("reference", [.string(id), .string(ResourceType.userAssignedIdentity.apiVersion)]),
            "clientId")
    }
}
