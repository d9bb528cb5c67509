"""A letter with a code: printed from central's list, and typed into the program, which then sets the office up."""

from __future__ import annotations

from pathlib import Path

import segno
from central_process import CentralProcess
from printed import fonts_in, read_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shell_program import PASSWORD, Start, settle

from cdd_desktop.cli import main
from cdd_desktop.paths import profile
from cdd_desktop.sync.letters import read_letters
from cdd_desktop.ui.printing.letter_paper import square
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen


def test_codes_become_letters_and_a_code_sets_a_machine_up(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    central = CentralProcess(tmp_path)
    codes, paper = central.make_codes(tmp_path, "5007", "50"), tmp_path / "letters.pdf"
    assert main(["letters", str(codes), str(paper)]) == 0
    letters, pages = read_letters(codes.read_text(encoding="utf-8")), read_text(paper)
    assert len(pages) == len(letters) == 2
    for letter, page in zip(letters, pages, strict=True):
        assert letter.code in page
        assert letter.address in page
        assert all(person.pin in page for person in letter.people)
    assert all("Sarabun" in name and embedded for name, embedded in fonts_in(paper))
    central.start()
    program = start(profile("new", tmp_path))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    qtbot.mouseClick(screen.type_code, Qt.MouseButton.LeftButton)
    boxes, letter = screen.code_boxes, letters[0]
    assert not boxes.use.isEnabled()
    wrong = "Y" if letter.code.endswith("Z") else "Z"
    boxes.code.setText(f"{letter.address} {letter.code[:-1]}{wrong}")
    qtbot.mouseClick(boxes.use, Qt.MouseButton.LeftButton)
    settle(program)
    assert "ไม่รู้จักรหัส" in screen.file_problem.text()
    boxes.code.setText(letter.code.lower().replace("-", ""))
    qtbot.keyClick(boxes.code, Qt.Key.Key_Return)
    settle(program)
    choose = screen.choose
    for box, text in ((choose.pin, letter.people[0].pin), (choose.password, PASSWORD), (choose.again, PASSWORD)):
        box.setText(text)
    screen.submit()
    settle(program)
    assert program.window.current == "home"
    assert program.desk.workplace.unit.code == "5007"
    central.stop()


def test_the_square_says_address_and_code(qapp: QGuiApplication) -> None:
    """Every dark field of the code is painted, and nothing else, within a margin of four fields."""
    text = "https://central.example K7Q2M-9XW4T-ABCDE-FGH23"
    matrix = segno.make(text, micro=False, error="m").matrix
    blots = list(square(text))
    size = blots[0].height
    dark = {
        (round(blot.x / size) - 4 + step, round(blot.y / size) - 4)
        for blot in blots
        for step in range(round(blot.width / size))
    }
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, field in enumerate(row) if field}


def test_a_list_that_is_none_is_refused_in_one_line(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    for text in ("", "unit\n5007\n", "unit,address,code,expires_on,role,name,pin\n5007,a,b\n"):
        wrong.write_text(text, encoding="utf-8")
        assert main(["letters", str(wrong), str(tmp_path / "x.pdf")]) == 2
    row = "9999,https://c.example,AAAAA,2018-04-17,officer,ใคร,1"
    wrong.write_text(f"unit,address,code,expires_on,role,name,pin\n{row}\n", encoding="utf-8")
    assert main(["letters", str(wrong), str(tmp_path / "x.pdf")]) == 2
    assert not (tmp_path / "x.pdf").exists()
