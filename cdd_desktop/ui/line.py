"""Whether the present line is paid by volume, as far as the system knows; asked long after the first window."""

from __future__ import annotations


def knows_metered() -> bool:
    """Whether the system tells which lines are paid by volume: Windows does, Linux with NetworkManager does."""
    from PySide6.QtNetwork import QNetworkInformation

    return QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered)


def is_metered() -> bool:
    """False where the system cannot tell."""
    from PySide6.QtNetwork import QNetworkInformation

    information = QNetworkInformation.instance() if knows_metered() else None
    return information is not None and information.isMetered()
