"""TLS towards central: whose word counts for it, and sessions that a later connection goes on with.

Going on with a session spares the certificate and its proof, half a kilobyte of every handshake on a line that breaks.
Only who was proved to be central when the session began can go on with it. Sessions live in this process alone.
"""

from __future__ import annotations

import socket
import ssl
from functools import cache

import truststore


class TlsContext(ssl.SSLContext):
    """Trusts the authority loaded into it. ``sessions`` are by the name of the server that gave them."""

    sessions: dict[str | None, ssl.SSLSession]

    def wrap_socket(
        self,
        sock: socket.socket,
        server_side: bool = False,
        do_handshake_on_connect: bool = True,
        suppress_ragged_eofs: bool = True,
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLSocket:
        """As the standard library's, going on with what the server gave last."""
        name = server_hostname.decode() if isinstance(server_hostname, bytes) else server_hostname
        known = session or self.sessions.get(name)
        try:
            return super().wrap_socket(
                sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, known
            )
        except ssl.SSLEOFError:  # the line broke
            raise
        except ssl.SSLError:  # it may be the session's fault
            self.sessions.pop(name, None)
            raise

    def keep(self, connection: ssl.SSLSocket) -> None:
        """Note what the server has given by now: it comes after the handshake and is seen when an answer is read."""
        session = connection.session
        if session is not None and session.has_ticket:
            self.sessions[connection.server_hostname] = session


def tls_context(trust: str) -> ssl.SSLContext:
    """``trust`` is an authority's certificate in PEM, or empty for the system's trust. That wants to see certificates
    each time, so every connection begins anew."""
    return _trusting(trust) if trust else truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def _trusting(authority: str) -> TlsContext:
    """One for each authority as long as the program runs: a session means nothing to another context."""
    context = TlsContext(ssl.PROTOCOL_TLS_CLIENT)
    context.sessions = {}
    context.verify_flags = ssl.create_default_context(cadata=authority).verify_flags
    context.load_verify_locations(cadata=authority)
    return context
