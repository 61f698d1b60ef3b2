/// The part of `kubernetesConfig` that goes to the cloud provider's file: how it retries and how fast it asks.
public struct CloudProviderConfig: ModelObject {
    /// Whether failed calls are tried again.
    public var cloudProviderBackoff = true
    /// How often.
    public var cloudProviderBackoffRetries = 6
    /// Share by which pauses vary.
    public var cloudProviderBackoffJitter = 1.0
    /// First pause, in seconds.
    public var cloudProviderBackoffDuration = 5
    /// Factor by which pauses grow.
    public var cloudProviderBackoffExponent = 1.5
    /// Whether calls are limited.
    public var cloudProviderRateLimit = true
    /// Reading calls a second.
    public var cloudProviderRateLimitQPS = 3.0
    /// Writing calls a second; as reading ones when absent.
    public var cloudProviderRateLimitQPSWrite: Double?
    /// Reading calls at once.
    public var cloudProviderRateLimitBucket = 10
    /// Writing calls at once; as reading ones when absent.
    public var cloudProviderRateLimitBucketWrite: Int?
    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<CloudProviderConfig>] = [
        .defaulted("cloudProviderBackoff", \.cloudProviderBackoff),
        .known(
            "cloudProviderBackoffMode", String.self,
            .ignored(.said, because: "today's cloud provider has one mode")),
        .defaulted("cloudProviderBackoffRetries", \.cloudProviderBackoffRetries, .honoured, .within(1...100)),
        .defaulted("cloudProviderBackoffJitter", \.cloudProviderBackoffJitter),
        .defaulted(
            "cloudProviderBackoffDuration", \.cloudProviderBackoffDuration, .honoured, .within(1...3600)),
        .defaulted("cloudProviderBackoffExponent", \.cloudProviderBackoffExponent),
        .defaulted("cloudProviderRateLimit", \.cloudProviderRateLimit),
        .defaulted("cloudProviderRateLimitQPS", \.cloudProviderRateLimitQPS),
        .optional("cloudProviderRateLimitQPSWrite", \.cloudProviderRateLimitQPSWrite),
        .defaulted(
            "cloudProviderRateLimitBucket", \.cloudProviderRateLimitBucket, .honoured, .within(1...10000)),
        .optional(
            "cloudProviderRateLimitBucketWrite", \.cloudProviderRateLimitBucketWrite, .honoured,
            required: false,
            .within(1...10000)),
    ]
}
