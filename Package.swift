// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the strictest that the compiler has.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the way through: a Swift target that imports only what stands before it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room, which may import other rooms as well.
func tests(of room: String, with others: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.byName(name: room)] + others, swiftSettings: strict)
}

/// slipway-vnet, the CNI plugin: pure rooms that build everywhere, and those that need Linux.
let pluginRooms: [Target] = [
    room("CNISpec", ["Addressing", "JSONText"]),
    room("IPAM", ["Addressing", "JSONText"]),
    room("InstanceMetadata", ["Addressing", "JSONText"]),
    tests(of: "CNISpec", with: ["Addressing", "JSONText"]),
    tests(of: "IPAM", with: ["Addressing"]),
    tests(of: "InstanceMetadata", with: ["Addressing"]),
]
#if os(Linux)
let linuxRooms: [Target] = [
    .systemLibrary(name: "CLinux"),
    room("LinuxSystem", ["CLinux"]),
    room("Netlink", ["Addressing", "CLinux", "LinuxSystem"]),
    room(
        "VNetPlugin",
        [
            "Addressing", "CLinux", "CNISpec", "IPAM", "InstanceMetadata", "JSONText", "LinuxSystem",
            "Netlink",
            "ProductVersion",
        ]),
    .executableTarget(
        name: "slipway-vnet", dependencies: ["CLinux", "VNetPlugin"], exclude: ["runtime.c", "ship"],
        swiftSettings: strict,
        linkerSettings: [.unsafeFlags(["-static-executable"])]),
    tests(of: "LinuxSystem"),
    tests(of: "Netlink", with: ["Addressing", "LinuxSystem"]),
]
#else
let linuxRooms: [Target] = []
#endif

let package = Package(
    name: "slipway",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "slipway", targets: ["slipway"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.10.0"),
    ],
    targets: [
        // Shared by slipway and slipway-vnet: no imports at all.
        room("JSONText"),
        room("Addressing"),
        room("ProductVersion"),

        // The way through, in order.
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "CEmbeddedFiles", exclude: ["generate"]),
        room("EmbeddedFiles", ["CEmbeddedFiles"]),
        .target(
            name: "Failures", dependencies: ["EmbeddedFiles", "JSONText"], exclude: ["generate"],
            swiftSettings: strict),
        room("Findings", ["JSONText"]),
        .target(
            name: "RuleManual", dependencies: ["EmbeddedFiles", "Findings"], exclude: ["generate"],
            swiftSettings: strict),
        room("Document", ["CYAML", "Findings", "JSONText"]),
        room("Catalogue", ["EmbeddedFiles"]),
        room("ClusterModel", ["Document", "Findings", "JSONText", "Catalogue"]),
        room("AddressPlan", ["Addressing", "ClusterModel", "Findings"]),
        room("NetworkTopology", ["AddressPlan", "Addressing", "ClusterModel", "Findings"]),
        room("Reachability", ["Addressing", "ClusterModel", "Findings", "NetworkTopology"]),
        room(
            "Rules",
            [
                "AddressPlan", "Addressing", "Catalogue", "ClusterModel", "Findings", "JSONText",
                "NetworkTopology", "Reachability",
            ]),
        room("Fixing", ["Catalogue", "Document", "Findings", "JSONText", "Rules"]),
        .target(
            name: "Authoring",
            dependencies: [
                "AddressPlan", "Catalogue", "ClusterModel", "Document", "EmbeddedFiles", "JSONText",
            ],
            exclude: ["generate"], swiftSettings: strict),
        room("Project", ["ClusterModel", "Document", "Findings", "JSONText"]),
        room("Git", ["CProcess"]),
        room("NetworkPlan", ["AddressPlan", "Addressing", "Catalogue", "ClusterModel", "NetworkTopology"]),
        room(
            "ChangeReview",
            [
                "AddressPlan", "Addressing", "ClusterModel", "Findings", "JSONText", "NetworkPlan",
                "NetworkTopology",
            ]),
        room(
            "Reporting",
            [
                "AddressPlan", "ChangeReview", "Document", "Findings", "Fixing", "JSONText", "Project",
                "RuleManual",
                "Rules",
            ]),
        room(
            "NetworkPicture",
            ["AddressPlan", "Addressing", "Findings", "JSONText", "NetworkTopology", "Reporting"]),
        .target(
            name: "Certificates",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: strict),
        room("ARM", ["Addressing", "JSONText", "NetworkPlan", "NetworkTopology"]),
        room(
            "NodeConfig",
            [
                "Addressing", "AddressPlan", "Catalogue", "ClusterModel", "EmbeddedFiles", "JSONText",
                "NetworkPlan", "NetworkTopology",
            ]),
        room(
            "Generation",
            [
                "ARM", "AddressPlan", "Addressing", "Catalogue", "Certificates", "ClusterModel", "Document",
                "EmbeddedFiles", "Findings",
                "JSONText", "NetworkPlan", "NetworkTopology", "NodeConfig", "Reachability", "Rules",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // Azure: the only rooms that talk to a network.
        .target(name: "CCurl"),
        .target(name: "CProcess"),
        room("HTTPTransport", ["CCurl", "CProcess"]),
        room(
            "Azure",
            [
                "CProcess", "Catalogue", "EmbeddedFiles", "HTTPTransport", "JSONText",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        room(
            "Deployment",
            [
                "AddressPlan", "Addressing", "Azure", "Catalogue", "ClusterModel", "EmbeddedFiles",
                "Findings",
                "Generation", "HTTPTransport", "JSONText", "NetworkPlan",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        room("Operations", ["Addressing", "NetworkPlan"]),
        .executableTarget(
            name: "slipway",
            dependencies: [
                "AddressPlan", "Authoring", "Azure", "Catalogue", "Certificates", "ChangeReview",
                "ClusterModel", "Deployment", "Document", "Failures", "Findings", "Fixing", "Generation",
                "Git",
                "HTTPTransport", "JSONText", "NetworkPicture", "NetworkPlan", "NetworkTopology", "NodeConfig",
                "Operations", "ProductVersion", "Project", "Reachability", "Reporting", "RuleManual",
                "Rules",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["exports.map", "ship"],
            swiftSettings: strict),

        tests(of: "JSONText"),
        tests(of: "Addressing"),
        tests(of: "EmbeddedFiles"),
        tests(of: "Document", with: ["Findings"]),
        tests(of: "AddressPlan", with: ["Addressing", "Catalogue", "ClusterModel", "Document"]),
        tests(of: "NetworkPicture"),
        tests(of: "NetworkTopology"),
        tests(
            of: "Reachability",
            with: [
                "AddressPlan", "Addressing", "Catalogue", "ClusterModel", "Document", "Findings",
                "NetworkTopology",
            ]),
        tests(of: "ARM", with: ["JSONText"]),
        tests(of: "Azure", with: ["Catalogue", "HTTPTransport", "JSONText"]),
        tests(
            of: "Deployment",
            with: ["AddressPlan", "Azure", "Catalogue", "ClusterModel", "Document", "JSONText"]),
        tests(of: "Certificates"),
        tests(of: "Failures"),
    ] + pluginRooms + linuxRooms
)
