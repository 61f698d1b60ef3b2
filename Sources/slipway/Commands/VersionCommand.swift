import ArgumentParser
import Catalogue

/// `slipway version`
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", _superCommandName: Slipway.name,
        abstract: "Show the version, and the Kubernetes versions that can be installed.")

    func run() {
        let versions = Catalogues.embedded().kubernetesVersions
        let list = versions.all.map { version in
            version.version + (version.release == KubernetesVersions.standardRelease ? " (default)" : "")
        }
        Console.print("slipway \(Version.text)\nKubernetes \(list.joined(separator: ", "))")
    }
}
