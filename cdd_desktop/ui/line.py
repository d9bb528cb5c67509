"""Whether the present line is paid by volume, as far as the system knows."""

from __future__ import annotations

from PySide6.QtNetwork import QNetworkInformation


def is_metered() -> bool:
    """False where the system cannot tell."""
    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered):
        return False
    information = QNetworkInformation.instance()
    return information is not None and information.isMetered()
