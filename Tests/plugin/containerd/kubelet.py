"""What a kubelet does with the runtime: run pods, stop them, and begin again when the runtime went away meanwhile."""
import dataclasses
import threading

import grpc

from . import image
from .runtime import CALL_BOUND, CGROUP, protos

MOST_ATTEMPTS = 12
SERVER = "echo {} > /www/index.html; exec httpd -f -p 8080 -h /www"
TCP = 0
READY = 0


@dataclasses.dataclass
class Pod:
    number: int
    host_port: int | None = None
    attempt: int = 0
    sandbox: str | None = None
    container: str | None = None
    address: str | None = None

    @property
    def name(self):
        return f"pod-{self.number}"

    def config(self):
        ports = [protos.PortMapping(protocol=TCP, container_port=8080, host_port=self.host_port)] if self.host_port else []
        return protos.PodSandboxConfig(
            metadata=protos.PodSandboxMetadata(name=self.name, uid=f"uid-{self.number}", namespace="default",
                                               attempt=self.attempt),
            hostname=self.name, port_mappings=ports, linux=protos.LinuxPodSandboxConfig(cgroup_parent=f"/{CGROUP}"))


class Kubelet:
    """`runtime` is killed and started by someone else, who holds `alive` down meanwhile."""

    def __init__(self, runtime):
        self.runtime, self.alive = runtime, threading.Event()
        self.alive.set()
        self.refused = []  # errors of the runtime that had no kill as their reason

    def call(self, method, request):
        self.alive.wait(CALL_BOUND)
        return getattr(self.runtime.service, method)(request, timeout=CALL_BOUND)

    def run(self, pod):
        """Runs the pod; calls that died with the runtime are made good and repeated, as a kubelet does."""
        for _ in range(MOST_ATTEMPTS):
            service = self.runtime.service
            try:
                config = pod.config()
                pod.sandbox = self.call("RunPodSandbox", protos.RunPodSandboxRequest(config=config)).pod_sandbox_id
                container = protos.ContainerConfig(metadata=protos.ContainerMetadata(name="web"),
                                                   image=protos.ImageSpec(image=image.NAME), command=["/bin/sh", "-c", SERVER.format(pod.name)])
                pod.container = self.call("CreateContainer", protos.CreateContainerRequest(
                    pod_sandbox_id=pod.sandbox, config=container, sandbox_config=config)).container_id
                self.call("StartContainer", protos.ContainerRequest(container_id=pod.container))
                status = self.call("PodSandboxStatus", protos.PodSandboxStatusRequest(pod_sandbox_id=pod.sandbox))
                pod.address = status.status.network.ip
                return
            except grpc.RpcError as error:
                self.note(error, service)
                self.remove(pod)
                pod.attempt += 1
        raise AssertionError(f"{pod.name} does not run after {MOST_ATTEMPTS} attempts: {self.refused[-3:]}")

    def note(self, error, service):
        """Keeps an error that cannot come from the runtime's death."""
        if error.code() != grpc.StatusCode.UNAVAILABLE and service is self.runtime.service:
            self.refused.append(error.details())

    def remove(self, pod):
        """Stops and removes all sandboxes of the pod."""
        for _ in range(MOST_ATTEMPTS):
            service = self.runtime.service
            try:
                for sandbox in self.sandboxes():
                    if sandbox.metadata.uid == f"uid-{pod.number}":
                        request = protos.PodSandboxRequest(pod_sandbox_id=sandbox.id)
                        self.call("StopPodSandbox", request)
                        self.call("RemovePodSandbox", request)
                pod.sandbox = pod.container = pod.address = None
                return
            except grpc.RpcError as error:
                self.note(error, service)
        raise AssertionError(f"{pod.name} cannot be removed: {self.refused[-3:]}")

    def sandboxes(self):
        return self.call("ListPodSandbox", protos.Nothing()).items

    def execute(self, pod, *command):
        """Exit status and output of a command in the pod's container."""
        answer = self.call("ExecSync", protos.ExecSyncRequest(container_id=pod.container, cmd=command, timeout=20))
        return answer.exit_code, (answer.stdout + answer.stderr).decode(errors="replace")
