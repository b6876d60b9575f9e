"""Headers of every answer: the browser asks no other host, shows nothing of ours in a foreign
frame, and guesses no file type. The framework's counters are not for visitors."""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Inline scripts and styles are the framework's and ours; a component's script is a blob. Tools that
# test pages evaluate text in them; beside inline scripts that opens no further door.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
METRICS = "/_stcore/metrics"


class SecurityHeaders:
    """Adds the headers to every answer over HTTP; a websocket passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].endswith(METRICS):
            await PlainTextResponse("", 404, HEADERS)(scope, receive, send)
        else:
            await self._app(scope, receive, sending)
