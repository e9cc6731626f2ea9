"""Where a request comes from: what trusted proxies say, and nothing that anybody else does."""

import pytest

from components.hosting.sockets import address_of

HEADER = (b"x-forwarded-for", b"203.0.113.9, 198.51.100.1")


@pytest.mark.parametrize(
    ("client", "headers", "trusted", "address"),
    [
        ("192.0.2.1", [HEADER], 0, "192.0.2.1"),
        ("192.0.2.1", [HEADER], 1, "198.51.100.1"),
        ("192.0.2.1", [HEADER], 2, "203.0.113.9"),
        ("192.0.2.1", [HEADER], 3, "192.0.2.1"),
        ("192.0.2.1", [], 1, "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", [], 0, "2001:db8:1:2"),
        ("::1", [], 0, "::1"),
    ],
)
def test_address(client, headers, trusted, address):
    """As many proxies are believed as are told, counted from the server; of IPv6 the network counts."""
    assert address_of({"type": "http", "client": (client, 1), "headers": headers}, trusted) == address
