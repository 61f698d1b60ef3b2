"""Plays faults: what a broken service, a broken path or a hostile host sends."""
import time

from .exchange import Answer, Refusal

HTML = "<html><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>"
# Endless means: more than any client should take, yet an end for a client that takes everything.
ENDLESS = 256 << 20


def instead(azure, rule, request):
    """The answer in place of the service's own, for faults without effect."""
    do = rule["do"]
    headers = dict(rule.get("headers", {}))
    if "retryAfter" in rule:
        headers["Retry-After"] = str(rule["retryAfter"])
    if do == "status":
        code = rule.get("code", {429: "TooManyRequests", 503: "ServiceUnavailable", 401: "ExpiredAuthenticationToken"}
                        .get(rule["status"], "InternalServerError"))
        if rule.get("html"):
            return Answer(rule["status"], HTML, headers, fault=True)
        refusal = Refusal(rule["status"], code, rule.get("message", "The request was refused on purpose."),
                          details=rule.get("details"), headers=headers)
        answer = refusal.answer()
        if request.operation.startswith("Token_"):
            answer.body = {"error": "temporarily_unavailable", "error_description": "AADSTS90033: a transient error."}
        answer.fault = True
        return answer
    if do == "not-found":
        code = "DeploymentNotFound" if "/deployments/" in request.path.lower() else "ResourceNotFound"
        answer = Refusal(404, rule.get("code", code), "The resource could not be found.").answer()
        answer.fault = True
        return answer
    if do == "garbage":
        return Answer(rule.get("status", 200), HTML, headers, fault=True)
    if do == "empty":
        return Answer(rule.get("status", 200), None, headers, fault=True)
    if do == "wrong-json":
        return Answer(rule.get("status", 200), rule["body"], headers, fault=True)
    if do == "redirect":
        target = rule.get("to", azure.stranger.url) + request.target
        return Answer(rule.get("status", 307), None, {"Location": target}, fault=True)
    return None


def alter(azure, rule, answer):
    """Change the service's own answer."""
    do = rule["do"]
    if do == "retry-after":
        answer.headers["Retry-After"] = str(rule["seconds"])
        return
    answer.fault = True
    if do == "huge-headers":
        answer.headers.update({f"x-padding-{n}": "p" * 60_000 for n in range(rule.get("count", 40))})
    elif do == "stranger-link":
        for name in ("Location", "Azure-AsyncOperation"):
            if name in answer.headers:
                answer.headers[name] = _moved(answer.headers[name], azure.stranger.url)
        if isinstance(answer.body, dict) and "nextLink" in answer.body:
            answer.body["nextLink"] = _moved(answer.body["nextLink"], azure.stranger.url)


def _moved(url, base):
    return base + "/" + url.split("/", 3)[3]


def send(rule, answer, handler, method):
    """Send the answer in the way the fault wants. False: the fault has none, send it as usual."""
    do = rule["do"]
    if do in ("reset-before", "reset-after"):
        handler.reset()
    elif do == "slow":
        time.sleep(rule.get("seconds", 1))
        return False
    elif do == "dribble":
        _dribble(rule, answer, handler)
    elif do == "truncated":
        _, payload = answer.payload()
        _head(handler, answer, len(payload))
        handler.wfile.write(payload[:len(payload) // 2])
        handler.wfile.flush()
        handler.close_connection = True
    elif do == "endless-body":
        _endless(handler)
    else:
        return False
    return True


def _head(handler, answer, length):
    handler.send_response(answer.status)
    handler.send_header("Content-Type", "application/json; charset=utf-8")
    if length is None:
        handler.send_header("Transfer-Encoding", "chunked")
    else:
        handler.send_header("Content-Length", str(length))
    handler.end_headers()


def _dribble(rule, answer, handler):
    _, payload = answer.payload()
    _head(handler, answer, len(payload))
    pause = rule.get("seconds", 1) / max(1, len(payload))
    try:
        for n in range(len(payload)):
            handler.wfile.write(payload[n:n + 1])
            handler.wfile.flush()
            time.sleep(pause)
    except OSError:
        handler.close_connection = True


def _endless(handler):
    _head(handler, Answer(200), None)
    chunk = b'{"value":[' + b'{"name":"x"},' * 5000
    sent = 0
    try:
        while sent < ENDLESS:
            handler.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
            handler.wfile.flush()
            sent += len(chunk)
    except OSError:
        pass
    handler.close_connection = True
