import Testing

@testable import Deployment

@Suite struct PaceTests {
    @Test func aSmallDeploymentIsLookedAtEveryFiveSeconds() {
        var pace = Pace(least: 5)
        #expect(pace.isDue(0) && pace.isDeepDue(0))
        pace.took(0.1, operations: 100, at: 1)
        #expect(!pace.isDue(5.9) && !pace.isDeepDue(5.9))
        #expect(pace.isDue(6) && pace.isDeepDue(6))
    }

    @Test func aSlowListIsMadeSeldom() {
        var pace = Pace(least: 5)
        pace.took(3, operations: 100, at: 10)
        #expect(!pace.isDue(69.9) && pace.isDue(70))
    }

    @Test func thousandsAreListedEveryFewMinutes() {
        var pace = Pace(least: 5)
        pace.took(1, operations: 12_000, at: 0)
        #expect(pace.isDue(20) && !pace.isDeepDue(239) && pace.isDeepDue(240))
        // Looks at the deployments inside meanwhile do not put it off.
        pace.took(0.1, operations: nil, at: 20)
        #expect(pace.isDue(25) && pace.isDeepDue(240))
    }
}
