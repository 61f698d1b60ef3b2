public import Azure
import JSONText

/// One resource of a running deployment.
public struct ResourceProgress: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its type.
    public let type: String
    /// Whether it is a deployment inside the deployment.
    public let isDeployment: Bool
    /// Its name.
    public var name: String
    /// The name of the deployment that makes it, nil where it has not begun.
    public var deployment: String?
    /// Its state in Azure's word; `Waiting` where nothing has begun.
    public let state: String
    /// What that word means.
    public let phase: Phase
    /// When that was, as Azure writes it.
    public var timestamp: String?
    /// Seconds that it has taken, where Azure says so.
    public var seconds: Int?
    /// Names of resources that it waits for.
    public var waitsFor: [String]
    /// Why it failed.
    public var error: ServiceError?

    /// How far a resource is: told once, since thousands are counted again and again.
    public enum Phase: Sendable {
        case waiting, running, succeeded, failed, canceled

        /// What Azure's word `state` means.
        init(_ state: String) {
            switch state.lowercased() {
            case "succeeded": self = .succeeded
            case "failed": self = .failed
            case "canceled": self = .canceled
            case "waiting": self = .waiting
            default: self = .running
            }
        }
    }

    /// Whether it has come to an end.
    public var isFinished: Bool { phase == .succeeded || phase == .failed || phase == .canceled }
    /// Whether it failed.
    public var hasFailed: Bool { phase == .failed }

    static func isDeployment(_ type: String) -> Bool {
        type.lowercased() == "microsoft.resources/deployments"
    }

    /// The resource that the operation `value` works on; nil for operations on none, such as the evaluation of outputs.
    init?(operation value: JSONValue, of deployment: String) {
        guard let properties = value["properties"], let target = properties["targetResource"],
            let id = target["id"]?.string
        else { return nil }
        self.id = id
        self.deployment = deployment
        let (type, name) = ResourceID.typeAndName(id)
        self.type = target["resourceType"]?.string ?? type
        isDeployment = Self.isDeployment(self.type)
        self.name = target["resourceName"]?.string ?? name
        state = properties["provisioningState"]?.string ?? "Running"
        // Azure has no such state; it would stand for a resource that has begun.
        phase = Phase(state) == .waiting ? .running : Phase(state)
        timestamp = properties["timestamp"]?.string
        seconds = properties["duration"]?.string.flatMap(ISODuration.seconds)
        waitsFor = []
        error = properties["statusMessage"].flatMap { message in
            if let text = message.string {
                return (try? JSONValue(parsing: Array(text.utf8), depthLimit: 100)).flatMap {
                    ServiceError($0)
                }
                    ?? ServiceError(code: properties["statusCode"]?.string ?? "Failed", message: text)
            }
            return ServiceError(message)
        }
        if error == nil, hasFailed {
            error = ServiceError(
                code: properties["statusCode"]?.string ?? "Failed", message: "Azure gave no reason")
        }
    }

    /// A resource that has not begun.
    init(waiting id: String, for names: [String]) {
        self.id = id
        (type, name) = ResourceID.typeAndName(id)
        isDeployment = Self.isDeployment(type)
        state = "Waiting"
        phase = .waiting
        waitsFor = names
    }
}

/// Durations in the form of ISO 8601.
enum ISODuration {
    /// The seconds that `text` says, such as `PT1M30.5S`, rounded down; nil for another form.
    static func seconds(_ text: String) -> Int? {
        guard text.hasPrefix("P") else { return nil }
        var seconds = 0.0
        var number = ""
        var isTime = false
        for character in text.dropFirst() {
            switch character {
            case "T": isTime = true
            case "0"..."9", ".": number.append(character)
            case "D", "H", "M", "S":
                guard let value = Double(number) else { return nil }
                let unit: Double? =
                    switch (character, isTime) {
                    case ("D", false): 86_400
                    case ("H", true): 3600
                    case ("M", true): 60
                    case ("S", true): 1
                    default: nil
                    }
                guard let unit else { return nil }
                seconds += value * unit
                number = ""
            default: return nil
            }
        }
        return number.isEmpty ? Int(seconds) : nil
    }
}
