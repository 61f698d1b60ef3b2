import Authoring
import Catalogue
import Document
import Findings

/// Asks on a terminal for what the flags of `init` left open.
struct DraftDialogue {
    /// Wrong answers to one question until the command gives up.
    private static let patience = 3

    private struct Question {
        var text: String
        /// What an empty answer means, for showing.
        var standard: String
        /// Takes the answer; a message where it cannot be one.
        var take: (String, inout ModelDraft) throws -> String?
    }

    private let options: DraftOptions
    private let catalogues: Catalogues

    init(_ options: DraftOptions, _ catalogues: Catalogues) {
        self.options = options
        self.catalogues = catalogues
    }

    /// `draft` with the answers. An answer that the rules refuse is asked for again.
    ///
    /// - Throws: ``CommandEnd`` at the end of the input, or after too many wrong answers.
    func completed(_ draft: ModelDraft) throws -> ModelDraft {
        var draft = draft
        for question in questions(draft) { draft = try ask(question, draft) }
        guard draft.vnetSubnetID != nil else { return draft }
        for question in questionsOfSubnet { draft = try ask(question, draft) }
        return draft
    }

    private func ask(_ question: Question, _ draft: ModelDraft) throws -> ModelDraft {
        let before = Set(try DraftReview(draft, catalogues, file: "answers").told.map(\.message))
        for _ in 0..<Self.patience {
            Console.writeError("\(question.text) [\(question.standard)]: ")
            guard let answer = Console.readAnswer() else {
                Console.printError("\nslipway: nothing was written")
                throw CommandEnd(status: .refused)
            }
            let text = answer.trimmedBlanks
            if text.isEmpty { return draft }
            var changed = draft
            do {
                if let problem = try question.take(text, &changed) {
                    Console.printError("  \(problem)")
                    continue
                }
                let review = try DraftReview(changed, catalogues, file: "answers")
                let problems = review.told.filter { !before.contains($0.message) }
                for problem in problems {
                    Console.printError(
                        "  \(problem.message.printable)" + (problem.remedy.map { "; \($0.printable)" } ?? ""))
                }
                if !problems.contains(where: { $0.severity == .error }) { return changed }
            } catch let unreadable as UnreadableDocument {
                Console.printError("  \(unreadable.finding.message.printable)")
            }
        }
        Console.printError("slipway: nothing was written")
        throw CommandEnd(status: .refused)
    }

    private func questions(_ draft: ModelDraft) -> [Question] {
        var questions: [Question] = []
        func add(
            _ isOpen: Bool, _ text: String, _ standard: String,
            _ take: @escaping (String, inout ModelDraft) throws -> String?
        ) {
            if isOpen { questions.append(Question(text: text, standard: standard, take: take)) }
        }
        add(options.name == nil, "Name of the cluster", draft.name) { answer, draft in
            draft.name = answer
            return nil
        }
        add(options.location == nil, "Azure region", "the resource group's") { answer, draft in
            draft.location = answer
            return nil
        }
        add(options.kubernetesVersion == nil, "Kubernetes", draft.kubernetesVersion) { answer, draft in
            draft.kubernetesVersion = answer
            return nil
        }
        add(options.masters == nil, "Masters", "\(draft.masters)") { answer, draft in
            guard let number = Int(answer) else { return "this is no number" }
            draft.masters = number
            return nil
        }
        add(options.agents == nil, "Nodes", "\(draft.agents)") { answer, draft in
            guard let number = Int(answer) else { return "this is no number" }
            draft.agents = number
            return nil
        }
        add(options.size == nil, "Size of a node", draft.agentSize) { answer, draft in
            draft.agentSize = answer
            return nil
        }
        add(options.vnetSubnetID == nil && options.vnetCidr == nil, "Id of an existing subnet", "a new VNet")
        {
            answer, draft in
            draft.vnetSubnetID = answer
            return nil
        }
        add(options.sshKey == nil, "File of the public key for logging in", "filled in later") {
            answer, draft in
            draft.sshPublicKeys = try PublicKeyFile.keys(in: answer)
            return nil
        }
        return questions
    }

    private var questionsOfSubnet: [Question] {
        var questions: [Question] = []
        if options.subnetPrefix == nil {
            questions.append(
                Question(text: "The subnet's prefix", standard: "not known") { answer, draft in
                    draft.subnetPrefix = answer
                    return nil
                })
        }
        if options.firstStaticIP == nil {
            questions.append(
                Question(text: "The first of the masters' addresses", standard: "filled in later") {
                    answer, draft in
                    draft.firstConsecutiveStaticIP = answer
                    return nil
                })
        }
        return questions
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmedBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
