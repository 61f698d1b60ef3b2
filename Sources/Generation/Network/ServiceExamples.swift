import Addressing
import NetworkPlan

/// `network/services.yaml`: a public and an internal service with the annotations that the model's `services` mean.
///
/// Source of the annotations: cloud-provider-azure documentation, "Azure LoadBalancer".
enum ServiceExamples {
    static func text(of services: ServicesPlan) -> String {
        let sources = services.allowedSources.map { "    - \($0)\n" }.joined()
        return """
            # Services of type LoadBalancer as this cluster's network has them. Copy one, change name, selector and ports.
            apiVersion: v1
            kind: Service
            metadata:
              name: public-example
              annotations:
                service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout: "\(services.idleTimeoutInMinutes)"
            spec:
              type: LoadBalancer
              externalTrafficPolicy: Local

            """ + (sources.isEmpty ? "" : "  loadBalancerSourceRanges:\n" + sources) + """
                  selector: {app: example}
                  ports:
                    - {name: https, port: 443, targetPort: 8443}
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: internal-example
                  annotations:
                    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
                    service.beta.kubernetes.io/azure-load-balancer-internal-subnet: "\(services.internalSubnet)"
                    service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout: "\(services.idleTimeoutInMinutes)"
                spec:
                  type: LoadBalancer
                  externalTrafficPolicy: Local
                  selector: {app: example}
                  ports:
                    - {name: https, port: 443, targetPort: 8443}

                """
    }
}
