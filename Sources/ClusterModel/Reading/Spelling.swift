/// Finds the known word that a misspelt one was probably meant to be.
public enum Spelling {
    /// The word of `candidates` that takes the fewest single changes to `text`, without regard to case; nil if even
    /// that takes more than a third of the letters (and more than two).
    public static func nearest(to text: String, among candidates: [String]) -> String? {
        let word = Array(text.lowercased().utf8)
        let limit = max(2, word.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = changes(from: word, to: Array(candidate.lowercased().utf8), atMost: limit)
            if let distance, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Levenshtein's distance, or nil beyond `limit`.
    private static func changes(from left: [UInt8], to right: [UInt8], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let change = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
