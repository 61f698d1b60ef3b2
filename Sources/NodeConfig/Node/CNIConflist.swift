public import JSONText

/// The network configuration list that containerd reads.
///
/// Source: CNI specification 1.1.0. containerd before 2.0 reads `cniVersion` alone and refuses 1.1.0; newer ones take the
/// highest of both keys.
public enum CNIConflist {
    /// The file's name; it sorts before those of others.
    public static let fileName = "10-slipway.conflist"

    /// The list.
    public static let value: JSONValue = [
        "cniVersion": "1.0.0",
        "cniVersions": ["0.4.0", "1.0.0", "1.1.0"],
        "name": "slipway",
        "plugins": [
            [
                "type": "slipway-vnet",
                "mode": "transparent",
                "capabilities": ["ips": true, "io.kubernetes.cri.pod-annotations": true],
            ],
            ["type": "portmap", "snat": true, "capabilities": ["portMappings": true]],
            ["type": "bandwidth", "capabilities": ["bandwidth": true]],
        ],
    ]
}
