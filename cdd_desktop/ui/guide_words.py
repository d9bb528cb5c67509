"""What the guide says at each step of a first report, and which screen its button opens."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.operations.views import Guide, GuideStep, SubmissionView
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class NextThing:
    """What to do now: the sentence, the words of the button, and the screen it opens."""

    sentence: str
    button: str
    screen: str
    argument: object = None


def step_words() -> dict[GuideStep, str]:
    """A short word for every step, in their order."""
    translate = QCoreApplication.translate
    return {
        GuideStep.CHOOSE: translate("FirstReportGuide", "Choose"),
        GuideStep.ENTER: translate("FirstReportGuide", "Enter one"),
        GuideStep.MEND: translate("FirstReportGuide", "Complete"),
        GuideStep.PROPOSE: translate("FirstReportGuide", "Propose"),
        GuideStep.CERTIFY: translate("FirstReportGuide", "Head certifies"),
        GuideStep.SEND: translate("FirstReportGuide", "Send"),
        GuideStep.RECEIPT: translate("FirstReportGuide", "Receipt"),
    }


def next_thing(guide: Guide, words: Words, name: str, role: Role) -> NextThing:
    """The one thing to do at this point of the way, in words, with where it is done. ``name`` is the dataset's, short;
    ``role`` the person's."""
    view = guide.view
    if view is None:
        return _beginning(guide.offer, words, name)
    if guide.next is GuideStep.MEND:
        return _mending(view, words, name)
    sentence, button = _SAID[guide.next]()
    head = words.role(Role.HEAD if role is Role.OFFICER else Role.PROVINCIAL_HEAD)
    filled = sentence.format(name=name, head=head, no=view.receipt_no)
    if guide.next is None:
        return NextThing(filled, button, "printing", PrintRequest(PrintKind.PROOF_OF_SENDING, view.key))
    if guide.next in (GuideStep.SEND, GuideStep.RECEIPT):
        return NextThing(filled, button, "outbox")
    return NextThing(filled, button, "entry" if guide.next is GuideStep.ENTER else "certify", view.key)


def _beginning(offer: SubmissionView | None, words: Words, name: str) -> NextThing:
    translate = QCoreApplication.translate
    if offer is None:
        sentence = translate("FirstReportGuide", "Nothing can be entered now. The calendar shows what comes.")
        return NextThing(sentence, translate("FirstReportGuide", "Open the calendar"), "calendar")
    sentence = translate("FirstReportGuide", "Begin with {name}, due on {date}: open it and fill the first box.")
    filled = sentence.format(name=name, date=words.format_date(offer.window.due_on))
    return NextThing(filled, translate("FirstReportGuide", "Open it"), "entry", offer.key)


def _mending(view: SubmissionView, words: Words, name: str) -> NextThing:
    """What came back first, then what is not begun, then what is wrong or wants a reason."""
    translate, progress = QCoreApplication.translate, view.progress
    faults = progress.errors + progress.warnings
    left = max(progress.expected - progress.done - faults, 0)
    if view.state is SubmissionState.RETURNED:
        sentence = translate(
            "FirstReportGuide", "{name} came back with comments: correct what they say, then propose again."
        )
        button = translate("FirstReportGuide", "See the comments")
        return NextThing(sentence.format(name=name), button, "entry", view.key)
    if left or not faults:
        sentence = translate(
            "FirstReportGuide", "{name}: {n} entries are left. Fill or confirm each, or say that there are no data yet."
        )
        filled = sentence.format(name=name, n=words.format_number(left))
        return NextThing(filled, translate("FirstReportGuide", "Go on entering"), "entry", view.key)
    sentence = translate(
        "FirstReportGuide", "{name}: {n} entries have a mistake or want a written reason. Press each in the list."
    )
    filled = sentence.format(name=name, n=words.format_number(faults))
    return NextThing(filled, translate("FirstReportGuide", "See which"), "certify", view.key)


def _enter() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "{name}: fill one entry to its end. It is saved by itself.")
    return sentence, translate("FirstReportGuide", "Go on entering")


def _propose() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "{name} is complete. Propose it to the head.")
    return sentence, translate("FirstReportGuide", "Go and propose")


def _certify() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "{name} is proposed. Now the {head} signs in here and certifies it.")
    return sentence, translate("FirstReportGuide", "See what is proposed")


def _send() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "{name} is certified. It is sent by itself once there is a line, or now.")
    return sentence, translate("FirstReportGuide", "Go and send")


def _receipt() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "{name} is under way. It has arrived when its receipt is here.")
    return sentence, translate("FirstReportGuide", "See what was sent")


def _arrived() -> tuple[str, str]:
    translate = QCoreApplication.translate
    sentence = translate("FirstReportGuide", "Central has received {name}. Receipt {no}.")
    return sentence, translate("FirstReportGuide", "See the proof")


_SAID = {
    GuideStep.ENTER: _enter,
    GuideStep.PROPOSE: _propose,
    GuideStep.CERTIFY: _certify,
    GuideStep.SEND: _send,
    GuideStep.RECEIPT: _receipt,
    None: _arrived,
}
"""CHOOSE is done as soon as a report is followed."""
