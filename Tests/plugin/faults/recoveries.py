"""What a runtime does after a call that failed or was killed. After each, everything must be as before the call."""
from world import checks, netns


def runtime(node, situation):
    """As containerd: DEL with the namespace, and a second one without."""
    for pod in situation.victims:
        node.must(node.plugin.delete(pod))
        checks.empty_namespace(pod)
        node.must(node.plugin.delete(pod, environment={"CNI_NETNS": ""}))


def collect(node, situation):
    """No DEL, but a GC that does not name them."""
    node.must(node.plugin.gc([node.bystander]))


def forget(node, situation):
    """The runtime forgets the pods: their namespaces go, and nobody calls the plugin."""
    for pod in situation.victims:
        if netns.exists(pod.namespace):
            netns.delete(pod.namespace)
    # A link may have been made and not been named yet: wait for all that the kernel ends with the namespaces.
    node.wait(lambda: set(node.observer.view().links) <= set(node.calm.links))


def again(node, situation):
    """The same ADD without a DEL between; then a DEL without a namespace."""
    for pod in situation.victims:
        if netns.exists(pod.namespace):
            answer = node.plugin.add(pod)
            checks.one_document(answer)
            if answer.fine:
                checks.whole(node, pod, answer)
            # An attachment that was complete is refused and stays; an empty pool is one as long as others fill it.
            assert answer.fine or answer.code in (101, 11), answer
        node.must(node.plugin.delete(pod, environment={"CNI_NETNS": ""}))


def reboot(node, situation):
    node.reboot()


ALL = [runtime, collect, forget, again, reboot]


def recover(node, situation, how, by_gc=True):
    """Undoes what the test did, recovers, and checks everything."""
    situation.undo()
    how(node, situation)
    for pod in situation.victims:
        checks.empty_namespace(pod)
    node.done_with(*situation.victims)
    checks.recovered(node, by_gc)
