import Testing

@testable import Certificates

struct ClusterPKITests {
    private let now = Moment(seconds: 1_795_680_000)
    private var order: ClusterPKI.Order {
        ClusterPKI.Order(
            ControlPlane(
                masters: [.init(name: "shop-master-0", address: "10.0.0.5")],
                apiServerNames: ["api.shop.internal"],
                serviceAddress: "10.1.0.1"))
    }

    @Test func whatIsMadeIsInOrder() throws {
        let pki = try ClusterPKI(order, kept: [:], now: now)
        #expect(ClusterPKI.remarks(on: pki.files, order, now: now).isEmpty)
        #expect(pki.files.count == 24)
    }

    @Test func whatFitsIsKept() throws {
        let first = try ClusterPKI(order, kept: [:], now: now)
        let second = try ClusterPKI(order, kept: first.files, now: Moment(seconds: now.seconds + 86_400))
        #expect(second.files == first.files)
        #expect(second.made.isEmpty)
    }

    @Test func whatHasEndedIsMadeAnew() throws {
        let first = try ClusterPKI(order, kept: [:], now: now)
        let later = Moment(seconds: now.seconds + 366 * 86_400)
        let second = try ClusterPKI(order, kept: first.files, now: later)
        #expect(second.files["ca.crt"] == first.files["ca.crt"])
        #expect(second.made.count == 8)
        #expect(ClusterPKI.remarks(on: second.files, order, now: later).isEmpty)
    }

    @Test func warningsBeginThirtyDaysBefore() throws {
        let pki = try ClusterPKI(order, kept: [:], now: now)
        let quiet = ClusterPKI.remarks(on: pki.files, order, now: Moment(seconds: now.seconds + 330 * 86_400))
        let loud = ClusterPKI.remarks(on: pki.files, order, now: Moment(seconds: now.seconds + 340 * 86_400))
        #expect(quiet.isEmpty)
        #expect(loud.count == 8)
        let areTolerable = loud.allSatisfy { $0.problem.isTolerable }
        #expect(areTolerable)
    }

    @Test func clockSkewOfFiveMinutes() throws {
        let pki = try ClusterPKI(order, kept: [:], now: now)
        let behind = { seconds in
            ClusterPKI.remarks(on: pki.files, order, now: Moment(seconds: now.seconds - seconds))
        }
        #expect(behind(299).isEmpty)
        #expect(!behind(301).isEmpty)
    }

    @Test func noCertificateOutlivesItsAuthority() throws {
        let first = try ClusterPKI(order, kept: [:], now: now)
        let late = Moment(seconds: now.seconds + 3_600 * 86_400)
        let second = try ClusterPKI(order, kept: first.files, now: late)
        let admin = try CertificateFacts(pem: try #require(second.files["admin.crt"]))
        let authority = try CertificateFacts(pem: try #require(second.files["ca.crt"]))
        #expect(admin.end == authority.end)
    }
}
