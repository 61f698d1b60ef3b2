public import Document
public import Findings

/// What a finding is known by from run to run: rule, file and place in the model, not the line nor the figures.
public enum Fingerprint {
    /// The fingerprints of `findings` in `file`, in order: 32 hexadecimal digits. Of findings that are the same in
    /// everything but the message each has its own, by its number.
    public static func all(of findings: [Finding], in document: Document?, file: String) -> [String] {
        var seen: [String: Int] = [:]
        return findings.map { finding in
            let place = document?.stablePath(finding.path) ?? "\(finding.path)"
            let identity = "\(finding.rule.id)\n\(normalised(file))\n\(place)"
            let number = seen[identity, default: 0]
            seen[identity] = number + 1
            let text = "\(identity)\n\(number)"
            return hash(text, from: 0xCBF2_9CE4_8422_2325) + hash(text, from: 0x6C62_272E_07BB_0142)
        }
    }

    private static func normalised(_ file: String) -> Substring {
        var file = file[...]
        while file.hasPrefix("./") { file = file.dropFirst(2) }
        return file
    }

    /// FNV-1a, 64 bits: an identity, nothing that must resist anybody.
    private static func hash(_ text: String, from start: UInt64) -> String {
        let value = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
