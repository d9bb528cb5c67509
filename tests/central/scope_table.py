"""Who may do what where, as people decided it: the table the matrix is held against. It calls nothing of the program.

Places are told by where they lie as seen from the caller: the ``own`` office, one ``child`` (directly below), a
``grandchild``, a ``sibling`` (same level), a ``nephew`` (child of a sibling), the ``parent``, the ``grandparent``.
What is not named here is refused.
"""

from __future__ import annotations

OFFICES = ("5007", "5008", "5101", "50", "51", "00")

# --- people who sign in: role → where. "anywhere" is for routes that are about nobody but the caller -----------------

BELOW = "own child grandchild"
READERS = {
    "administrator": BELOW,
    "department": BELOW,
    "provincial-head": "own child",
    "head": "own",
}
ALL_ROLES = (
    "administrator",
    "department",
    "viewer of the department",
    "provincial-head",
    "provincial-officer",
    "viewer of a province",
    "head",
    "officer",
    "viewer of a district",
)
EVERYBODY = dict.fromkeys(ALL_ROLES, "own")
TABLES = {
    "department": BELOW,
    "viewer of the department": BELOW,
    "provincial-head": "own child",
    "provincial-officer": "own child",
    "viewer of a province": "own child",
    "head": "own",
    "officer": "own",
    "viewer of a district": "own",
}
DESK: dict[str, dict[str, str]] = {
    "POST /v1/sign-out": EVERYBODY,
    "POST /v1/password": EVERYBODY,
    "GET /v1/people": {**READERS, "provincial-officer": "own child", "officer": "own"},
    "GET /v1/devices": READERS,
    "GET /v1/audit": READERS,
    "GET /v1/figures": {**TABLES, "administrator": BELOW},
    "GET /v1/tables": EVERYBODY,
    "GET /v1/tables/{file}": TABLES,
    "GET /v1/odata": EVERYBODY,
    "GET /v1/odata/$metadata": EVERYBODY,
    "GET /v1/odata/{table}": TABLES,
    "POST /v1/people": {"administrator": BELOW},
    "POST /v1/people/{id}/end": {"administrator": BELOW},
    "POST /v1/people/{id}/password": {"administrator": BELOW},
    "POST /v1/devices/{id}/revoke": {"administrator": BELOW},
    "GET /v1/published": {"administrator": "own"},
    "POST /v1/published": {"administrator": "own"},
    "POST /v1/codes": {"administrator": BELOW},
    "DELETE /v1/codes": {"administrator": BELOW},
}

# --- machines: where their requests may be about ---------------------------------------------------------------------

DEVICE: dict[str, str] = {
    "POST /v1/sync": "own",
    "POST /v1/enrol": "own",
    "POST /v1/digests": "own",
    "POST /v1/blobs": "own",
    "PUT /v1/blobs/{sha256}": "own",
    "GET /v1/blobs/{sha256}": "own",
    "POST /v1/files": "own child",  # a province carries the files of its districts
}
CARRIERS = ("50",)  # the department carries nobody's files, a district its own

# --- nobody has to say who they are ----------------------------------------------------------------------------------

OPEN: dict[str, int] = {
    "GET /healthz": 200,
    "GET /readyz": 200,
    "GET /metrics": 200,
    "GET /openapi.json": 200,
    "GET /v1/updates/{kind}/{name}": 404,  # signed lists and bundles; there are none here
    "POST /v1/sign-in": 401,  # what a stranger meets there
    "POST /v1/codes/take-up": 403,
}

# --- changes inside a batch: kind → where ----------------------------------------------------------------------------

CHANGES = {"edit": "own", "person": "own", "delegation": "own", "move": "own child"}

# --- steps of a submission (product.md): step → state it begins in, who at the own office, who at the one above ------

STEPS: dict[str, list[tuple[str, str, str]]] = {
    "propose": [
        ("none", "officer provincial-officer", ""),
        ("draft", "officer provincial-officer", ""),
        ("returned", "officer provincial-officer", ""),
    ],
    "take_back": [("proposed", "officer provincial-officer", "")],
    "certify": [("proposed", "head provincial-head", "")],
    "reopen": [("certified, not received", "head provincial-head", "")],
    "accept": [("certified", "", "provincial-officer department")],
    "approve": [("accepted", "", "provincial-head department")],
    "return": [
        ("proposed", "head provincial-head", ""),
        ("certified", "", "provincial-officer department"),
        ("accepted", "", "provincial-head department"),
        ("approved", "", "provincial-head department"),
    ],
}
STATES = ("none", "draft", "proposed", "certified, not received", "certified", "accepted", "approved", "returned")


def seen_from(own: str, place: str) -> str:
    """Where a place lies as seen from an office."""
    if own == place:
        return "own"
    if own == "00":
        return "child" if len(place) == 2 else "grandchild"
    if place == "00":
        return "parent" if len(own) == 2 else "grandparent"
    if len(own) == len(place):
        return "sibling"
    if len(own) == 2:
        return "child" if place.startswith(own) else "nephew"
    return "parent" if own.startswith(place) else "uncle"
