"""The process around the pages: what it gets ready before anybody comes, and what the browser is
told with every answer (docs/adr/0016). Nothing here draws; importing it loads no page."""

from starlette.middleware import Middleware

from pages.serving.first_html import FirstHtml
from pages.serving.headers import SecurityHeaders
from pages.serving.warming import AfterWarming, lifespan

MIDDLEWARE = (Middleware(SecurityHeaders), Middleware(FirstHtml), Middleware(AfterWarming))

__all__ = ["MIDDLEWARE", "lifespan"]
