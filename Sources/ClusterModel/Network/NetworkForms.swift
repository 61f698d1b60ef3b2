extension Constraint<String> {
    /// A name that any network resource can have.
    static var resourceName: Constraint {
        .form(
            "1 to 80 letters, digits, ._- that begin with a letter or digit and end with one or _",
            pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$"
        ) { text in
            let bytes = Array(text.utf8)
            guard (1...80).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
                return false
            }
            return (first.isASCIILetter || first.isASCIIDigit)
                && (last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: "_"))
                && bytes.allSatisfy {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                        || $0 == UInt8(ascii: "-")
                }
        }
    }

    /// `https://` and a host, printable ASCII without quotes and blanks.
    static var httpsURL: Constraint {
        .form("an https URL", pattern: "^https://[!#-&(-;=?-\\[\\]-_a-~]{1,2040}$") { text in
            text.hasPrefix("https://") && text.utf8.count > 8 && text.utf8.count <= 2048
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'\\<>`".utf8.contains($0) }
        }
    }

    /// 64 hexadecimal digits.
    static var sha256: Constraint {
        .form("64 hexadecimal digits", pattern: "^[0-9A-Fa-f]{64}$") { text in
            text.utf8.count == 64
                && text.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
        }
    }

    /// A DNS name in lower case of two labels or more.
    static var dnsZone: Constraint {
        .form(
            "a DNS name such as privatelink.blob.core.windows.net",
            pattern: "^(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$"
        ) { text in
            let labels = text.split(separator: ".", omittingEmptySubsequences: false)
            return labels.count >= 2 && text.utf8.count <= 253
                && labels.allSatisfy { label in
                    (1...63).contains(label.utf8.count)
                        && label.utf8.allSatisfy {
                            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
                        }
                }
        }
    }

    /// A label of a DNS name: lower-case letters, digits and hyphens.
    static var dnsLabel: Constraint {
        .form(
            "1 to 63 lower-case letters, digits and hyphens that begin with a letter and end with no hyphen",
            pattern: "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$"
        ) { text in
            let bytes = Array(text.utf8)
            guard (1...63).contains(bytes.count), let first = bytes.first, bytes.last != UInt8(ascii: "-")
            else { return false }
            return (0x61...0x7A).contains(first)
                && bytes.allSatisfy {
                    (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
                }
        }
    }
}
