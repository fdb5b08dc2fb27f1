"""
Lists in pages: where a page begins, and the link to the next.

The link holds the last key shown, so that a page neither repeats nor skips anything when resources come and
go between two of them. To clients it is opaque, and they send it back as it is.
"""

import base64
import binascii
from urllib.parse import urlencode

from local_azure import errors
from local_azure.web.message import Request

_TOKEN = "$skiptoken"  # noqa: S105  the name of a query parameter


def after(request: Request) -> str:
    """Return the key after which the page begins; empty for the first."""
    given = next((value for name, value in request.query.items() if name.lower() == _TOKEN), "")
    try:
        return base64.urlsafe_b64decode(given).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise errors.invalid_skip_token(given) from None


def next_link(request: Request, last: str) -> dict[str, str]:
    """Return the absolute address of the page after a key, and what else the request asked for."""
    kept = {name: value for name, value in request.query.items() if name.lower() != _TOKEN}
    query = urlencode({**kept, _TOKEN: base64.urlsafe_b64encode(last.encode()).decode()})
    return {"nextLink": f"{request.base}{request.path}?{query}"}
