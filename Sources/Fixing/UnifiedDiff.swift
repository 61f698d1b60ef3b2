/// What differs between two texts, line by line, in the form of `diff -u`.
public enum UnifiedDiff {
    private static let context = 3

    /// The difference between `old` and `new`, both called `file`; empty if there is none.
    public static func text(_ old: [UInt8], _ new: [UInt8], file: String) -> String {
        guard old != new else { return "" }
        let (before, after) = (lines(old), lines(new))
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        // Every line of both texts in order, with its sign.
        var rows: [(sign: Character, text: Substring, old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, removed.contains(i) {
                rows.append(("-", before[i], i, j))
                i += 1
            } else if j < after.count, inserted.contains(j) {
                rows.append(("+", after[j], i, j))
                j += 1
            } else {
                rows.append((" ", before[i], i, j))
                i += 1
                j += 1
            }
        }
        var text = "--- \(file)\n+++ \(file)\n"
        var index = 0
        while let first = rows[index...].firstIndex(where: { $0.sign != " " }) {
            let start = max(index, first - context)
            var end = first
            while let next = rows[end...].firstIndex(where: { $0.sign != " " }), next - end <= 2 * context {
                end = next + 1
            }
            end = min(rows.count, end + context)
            let hunk = rows[start..<end]
            let (olds, news) = (hunk.count { $0.sign != "+" }, hunk.count { $0.sign != "-" })
            text += "@@ -\(rows[start].old + 1),\(olds) +\(rows[start].new + 1),\(news) @@\n"
            for row in hunk { text += "\(row.sign)\(row.text)\n" }
            index = end
            if index >= rows.count { break }
        }
        return text
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        var lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
