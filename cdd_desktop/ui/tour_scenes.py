"""What the tour looks at: every screen, and the moments that matter on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.forms.list_facts import AGES
from cdd_desktop.operations.backup import back_up_now
from cdd_desktop.operations.read_agenda import read_agenda, read_calendar
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.ui import tour_exchange as exchange
from cdd_desktop.ui import tour_photos as photos
from cdd_desktop.ui.certify.screen import CertifyScreen
from cdd_desktop.ui.datasets.screen import DatasetsScreen
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.entry.screen import EntryScreen
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.sign_in.recover import RecoverScreen
from cdd_desktop.ui.sign_in.restore import RestoreScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen
from cdd_desktop.ui.tour_camera import bring_into_sight
from cdd_desktop.ui.tour_figures import figures
from cdd_desktop.ui.views.request import ViewName, ViewRequest
from cdd_desktop.updates.state import Standing, UpdateState

FIRST_START = "first-start"
OFFICER, HEAD, PROVINCIAL_OFFICER, PROVINCIAL_HEAD, DEPARTMENT = range(5)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: as whom, and what to open. ``looks`` says in which looks it is taken."""

    name: str
    person: int
    act: Callable[[Program], None]
    looks: tuple[str, ...] = ("light",)


def _open(name: str, argument: object = None) -> Callable[[Program], None]:
    return lambda program: program.window.open(name, argument)


def _own(program: Program, dataset: str) -> SubmissionView:
    """The office's submission of a dataset that wants most: on the agenda, else the last of the year."""
    workplace = program.desk.workplace
    views = [view for view in workplace.read(read_agenda).items if view.key.dataset == dataset]
    year = fiscal_year_of(program.desk.today)
    return (views or [view for view in workplace.read(read_calendar, year) if view.key.dataset == dataset])[0]


def _grid(dataset: str) -> Callable[[Program], None]:
    return lambda program: program.window.open("grid", _own(program, dataset).key)


def _entry(dataset: str) -> Callable[[Program], None]:
    return lambda program: program.window.open("entry", _own(program, dataset).key)


def _certify(program: Program) -> None:
    """The submission the head can certify now, else the first of the agenda."""
    items = program.desk.workplace.read(read_agenda).items
    proposed = [view for view in items if view.state is SubmissionState.PROPOSED]
    program.window.open("certify", (proposed or list(items))[0].key)


def _certify_dialog(program: Program) -> None:
    """The head is asked for the own password."""
    _certify(program)
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("certify")
    if isinstance(screen, CertifyScreen) and MoveKind.CERTIFY in screen.moves:
        screen.moves[MoveKind.CERTIFY].click()


def _still_to_do(program: Program) -> None:
    """An officer looks at what stands between a report half way and its proposal."""
    program.window.open("certify", _own(program, "saving_group").key)


def _form(program: Program) -> None:
    """The step of the form where list and form come one after the other."""
    _entry("saving_group")(program)
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("entry")
    if isinstance(screen, EntryScreen) and screen.worklist is not None:
        screen.open_item(screen.worklist.items[0])


def _paper(kind: PrintKind, dataset: str) -> Callable[[Program], None]:
    """A paper about the office's submission of a dataset."""
    return lambda program: program.window.open("printing", PrintRequest(kind, _own(program, dataset).key))


def _proof(program: Program) -> None:
    """Proof of sending of the latest report that has a receipt."""
    views = program.desk.workplace.read(read_outbox).submissions
    received = [view for view in views if view.receipt_no]
    program.window.open("printing", PrintRequest(PrintKind.PROOF_OF_SENDING, (received or list(views))[0].key))


def _review(program: Program) -> None:
    """The first received submission of an office below that waits to be checked."""
    board = program.desk.workplace.read(read_dashboard)
    facts = [cell.fact for row in board.rows for cell in row.cells if cell.fact is not None]
    waiting = [fact for fact in facts if fact.received and fact.state is SubmissionState.CERTIFIED]
    if waiting or facts:
        program.window.open("review", (waiting or facts)[0].key)


def _remark(program: Program) -> None:
    """The reviewer has written something about the record in front."""
    _review(program)
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("review")
    if isinstance(screen, ReviewScreen) and screen.list.currentIndex().isValid():
        screen.record.remark.setText("ยอดเงินกู้ไม่ตรงกับสมุดบัญชี โปรดตรวจสอบ")
        screen.record.remark.editingFinished.emit()


def _people(program: Program) -> None:
    """Who works in the office, in the settings."""
    program.window.open("settings")
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("settings")
    if isinstance(screen, SettingsScreen):
        bring_into_sight(screen.office.card)


def _delegate(program: Program) -> None:
    """The head lets an officer act."""
    _people(program)
    screen = program.window.screen_named("settings")
    if isinstance(screen, SettingsScreen) and screen.office.card.buttons:
        next(iter(screen.office.card.buttons.values())).click()


def _hand_over(program: Program) -> None:
    """An officer leaves, and the head settles who goes on with the work."""
    _people(program)
    screen = program.window.screen_named("settings")
    if isinstance(screen, SettingsScreen) and screen.office.card.leaving:
        next(iter(screen.office.card.leaving.values())).click()


def _handover_list(program: Program) -> None:
    """What is unfinished, on paper."""
    people = people_on(program.desk.profile)
    program.window.open("printing", PrintRequest(PrintKind.HANDOVER, leaver=people[0].id, successor=people[1].id))


def _month_memo(program: Program) -> None:
    """The report of the month, as a province sends it on."""
    request = PrintRequest(PrintKind.VIEW, view=ViewRequest(ViewName.MONTHLY))
    program.window.open("printing", request)


def _register(program: Program) -> None:
    program.window.open("datasets", "saving_group")
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("datasets")
    if isinstance(screen, DatasetsScreen):
        screen.switch.button("register").click()


def _sign_in(program: Program) -> None:
    program.window.sign_out()
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("sign_in")
    if isinstance(screen, SignInScreen):
        screen.choose_person(people_on(program.desk.profile)[0])


def _upgrade(program: Program) -> None:
    """The program is newer than the data on the machine."""
    _sign_in(program)
    screen = program.window.screen_named("sign_in")
    if isinstance(screen, SignInScreen):
        screen.upgrading.emit(0.45)


def _recover(program: Program) -> None:
    """The one who has forgotten stands at the sign-in."""
    program.window.sign_out()
    program.tasks.wait_until_idle()
    program.window.open("recover", people_on(program.desk.profile)[0])


def _recover_answer(program: Program) -> None:
    """The answer has come and the code was read out."""
    _recover(program)
    screen = program.window.screen_named("recover")
    if isinstance(screen, RecoverScreen):
        screen.show_answer_step()
        screen.take_answer(program.desk.profile.folder / "password.cddrecovered")
        screen.code.setText("7QXM-2K9P-VD4T-H8RA")


def _restore(program: Program) -> None:
    """The machine is another one, and the stick with the backup is plugged in."""
    stick = program.desk.profile.folder / "stick"
    stick.mkdir(exist_ok=True)
    if program.desk.signed_in:
        back_up_now(program.desk.workplace, stick)
    program.desk.drives = lambda: (Drive("KINGSTON (E:)", stick, 7_300_000_000),)
    program.window.sign_out()
    program.window.open("restore")


def _restore_person(program: Program) -> None:
    """The backup is chosen; the password of then is asked for."""
    _restore(program)
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("restore")
    if isinstance(screen, RestoreScreen):
        screen.rows[0].click()


def _search(program: Program) -> None:
    """Half a name typed into the search, over whatever was in front."""
    program.window.open("home")
    program.search.open_box()
    if program.search.box is not None:
        program.search.box.line.setText("ออมทรัพย")


def _new_version(program: Program) -> None:
    """A newer version waits for the next start."""
    program.window.open("home")
    program.tasks.wait_until_idle()
    program.desk.updates.changed.emit(UpdateState(Standing.READY, "0.2.0"))


def _month(program: Program) -> None:
    program.window.open("calendar", program.desk.today.replace(day=1))


def _lock(program: Program) -> None:
    program.window.lock()


def _guide(program: Program) -> None:
    """An officer has asked in the help to be guided; there is a report half way."""
    program.desk.guide_requested.emit()


_EVERYWHERE = ("light", "dark", "150")
_PLAIN_AND_150 = ("light", "150")
_PLAIN_AND_DARK = ("light", "dark")
_ENLARGED = ("150",)

SCENES = (
    Scene("home", OFFICER, _open("home"), _EVERYWHERE),
    Scene("new-version", OFFICER, _new_version, _PLAIN_AND_150),
    Scene("calendar", OFFICER, _open("calendar", 2561), _EVERYWHERE),
    Scene("calendar-projected", OFFICER, _open("calendar", 2562)),
    Scene("month", OFFICER, _month, _PLAIN_AND_150),
    Scene("datasets", OFFICER, _open("datasets"), _PLAIN_AND_150),
    Scene("register", OFFICER, _register, _PLAIN_AND_150),
    Scene("entry", OFFICER, _entry("saving_group"), _EVERYWHERE),
    Scene("entry-form", OFFICER, _form, _ENLARGED),
    Scene("entry-returned", OFFICER, _entry("otop_sales")),
    Scene("entry-leader", OFFICER, _entry("leader")),
    Scene("entry-proposed", OFFICER, _entry("poverty_fund")),
    Scene("grid", OFFICER, _grid("saving_group"), _EVERYWHERE),
    Scene("grid-lines", OFFICER, _grid("otop_sales")),
    Scene("grid-leader", OFFICER, _grid("leader")),
    Scene("still-to-do", OFFICER, _still_to_do),
    Scene("printing", OFFICER, _paper(PrintKind.SUBMISSION, "saving_group"), _EVERYWHERE),
    Scene("printing-form", OFFICER, _paper(PrintKind.BLANK_FORM, "saving_group")),
    Scene("printing-proof", OFFICER, _proof),
    Scene("outbox", OFFICER, _open("outbox"), _EVERYWHERE),
    Scene("outbox-sending", OFFICER, exchange.sending, _EVERYWHERE),
    Scene("entry-photo", OFFICER, photos.in_the_form, _PLAIN_AND_150),
    Scene("outbox-photos", OFFICER, photos.sending, _PLAIN_AND_150),
    Scene("outbox-no-line", OFFICER, exchange.no_line, _PLAIN_AND_150),
    Scene("backup", OFFICER, exchange.backup, _EVERYWHERE),
    Scene("stick-save", OFFICER, exchange.stick("save"), _PLAIN_AND_150),
    Scene("stick-saved", OFFICER, exchange.on_stick, _EVERYWHERE),
    Scene("outbox-on-usb", OFFICER, exchange.on_usb, _PLAIN_AND_150),
    Scene("settings", OFFICER, _open("settings"), _EVERYWHERE),
    Scene("holidays", OFFICER, _open("lists", "days"), _PLAIN_AND_150),
    Scene("villages", OFFICER, _open("lists", "villages"), _EVERYWHERE),
    Scene("search", OFFICER, _search, _EVERYWHERE),
    Scene("help", OFFICER, _open("help", "entry"), _EVERYWHERE),
    Scene("about", OFFICER, _open("about")),
    Scene("guide", OFFICER, _guide, _EVERYWHERE),
    Scene("lock", OFFICER, _lock),
    Scene("sign-in", OFFICER, _sign_in),
    Scene("upgrade", OFFICER, _upgrade, _PLAIN_AND_150),
    Scene("recover", OFFICER, _recover, _PLAIN_AND_150),
    Scene("recover-answer", OFFICER, _recover_answer, _PLAIN_AND_150),
    Scene("restore", OFFICER, _restore, _PLAIN_AND_150),
    Scene("restore-person", OFFICER, _restore_person, _PLAIN_AND_150),
    Scene("head-home", HEAD, _open("home")),
    Scene("certify", HEAD, _certify, _PLAIN_AND_DARK),
    Scene("certify-dialog", HEAD, _certify_dialog, _EVERYWHERE),
    Scene("people", HEAD, _people),
    Scene("delegation", HEAD, _delegate, _PLAIN_AND_150),
    Scene("handover", HEAD, _hand_over, _PLAIN_AND_150),
    Scene("handover-list", HEAD, _handover_list),
    Scene("outbox-question", HEAD, exchange.question, _EVERYWHERE),
    Scene("conflict", HEAD, exchange.conflict, _EVERYWHERE),
    Scene("conflict-all", HEAD, exchange.conflict_all, _PLAIN_AND_150),
    Scene("conflict-ended", OFFICER, exchange.ended, _PLAIN_AND_150),
    Scene("conflict-deleted", OFFICER, exchange.deleted, _PLAIN_AND_150),
    Scene("outbox-refused", OFFICER, exchange.refused, _EVERYWHERE),
    Scene("province-stick", PROVINCIAL_OFFICER, exchange.stick("take"), _PLAIN_AND_150),
    Scene("province-home", PROVINCIAL_OFFICER, _open("home")),
    Scene("dashboard", PROVINCIAL_OFFICER, _open("dashboard"), _EVERYWHERE),
    Scene("quality", PROVINCIAL_OFFICER, _open("quality"), _EVERYWHERE),
    Scene("indicators", PROVINCIAL_OFFICER, _open("indicators"), _EVERYWHERE),
    Scene("indicators-top", PROVINCIAL_OFFICER, figures("otop_sales", "top"), _PLAIN_AND_150),
    Scene("indicators-debt", PROVINCIAL_OFFICER, figures("saving_group", "npl"), _PLAIN_AND_150),
    Scene("indicators-covered", PROVINCIAL_OFFICER, figures("saving_group", "villages_covered"), _PLAIN_AND_150),
    Scene("indicators-grades", PROVINCIAL_OFFICER, figures("mother_fund_health", "grade_mix", 2560), _PLAIN_AND_DARK),
    Scene("indicators-weak", PROVINCIAL_OFFICER, figures("mother_fund_health", "weak_items", 2560), _PLAIN_AND_150),
    Scene("indicators-ages", PROVINCIAL_OFFICER, figures("leader", AGES, 2560), _PLAIN_AND_DARK),
    Scene("indicators-leaders", PROVINCIAL_OFFICER, figures("leader", "tambon_complete", 2560), _PLAIN_AND_150),
    Scene(
        "indicators-numbers", PROVINCIAL_OFFICER, figures("leader", "leaders_by_sex", 2560, "numbers"), _PLAIN_AND_150
    ),
    Scene("news", PROVINCIAL_OFFICER, _open("news"), _EVERYWHERE),
    Scene("month-memo", PROVINCIAL_OFFICER, _month_memo, _PLAIN_AND_150),
    Scene("queue", PROVINCIAL_OFFICER, _open("queue"), _EVERYWHERE),
    Scene("review", PROVINCIAL_OFFICER, _review, _PLAIN_AND_150),
    Scene("review-remark", PROVINCIAL_OFFICER, _remark),
    Scene("review-photos", PROVINCIAL_OFFICER, photos.looked_at, _PLAIN_AND_150),
    Scene("province-dashboard", PROVINCIAL_HEAD, _open("dashboard")),
    Scene("department-dashboard", DEPARTMENT, _open("dashboard")),
    Scene("department-grades", DEPARTMENT, figures("mother_fund_health", "grade_mix", 2560), _PLAIN_AND_150),
)
