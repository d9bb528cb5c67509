"""The address of a proxy: the usual spellings are taken, nonsense is refused with a code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.errors import BadRequestError, UserError
from cdd_desktop.sync.address import checked_proxy
from cdd_desktop.sync.gateway import HttpGateway

CENTRAL = ["https://central.example"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("proxy.example:3128", "http://proxy.example:3128"),
        (" 10.0.0.1:8080 ", "http://10.0.0.1:8080"),
        ("[::1]:3128", "http://[::1]:3128"),
        ("https://proxy.example:3128/", "https://proxy.example:3128"),
        ("user:word@proxy.example:3128", "http://user:word@proxy.example:3128"),
    ],
)
def test_usual_spellings(typed: str, kept: str) -> None:
    assert checked_proxy(typed) == kept
    HttpGateway(CENTRAL, proxy=typed).close()


@pytest.mark.parametrize(
    "typed", ["abc", "ฟหก:3128", "ftp://proxy:3128", "a b:3128", "proxy:99999", "proxy:0", "proxy:x", "p:1/path", "://"]
)
def test_nonsense_is_a_sentence(typed: str) -> None:
    for take in (checked_proxy, lambda proxy: HttpGateway(CENTRAL, proxy=proxy)):
        with pytest.raises(BadRequestError) as caught:
            take(typed)
        assert caught.value.code == "proxy-invalid"


@given(st.text(max_size=30))
def test_any_text_is_taken_or_refused(typed: str) -> None:
    try:
        kept = checked_proxy(typed)
    except UserError:
        return
    assert checked_proxy(kept) == kept
    HttpGateway(["http://127.0.0.1:9"], proxy=kept).close()
