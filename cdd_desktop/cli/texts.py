"""The sentences of errors on the command line: Thai, then English, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from cdd_desktop.errors import UserError
from cdd_desktop.paths import resources
from cdd_desktop.periods.thai_dates import format_date

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

TEXTS: dict[str, tuple[str, str]] = {
    "address-insecure": (
        "ที่อยู่ของส่วนกลาง {address} ไม่ได้เข้ารหัส (http) จึงไม่ส่งข้อมูลไป ให้ใช้ที่อยู่ที่ขึ้นต้นด้วย https",
        "The address {address} of central is not encrypted (http), so nothing is sent to it. Use one that begins with "
        "https.",
    ),
    "address-invalid": (
        "ที่อยู่ของส่วนกลางไม่ถูกต้อง: {address} ใช้รูปแบบ https://central.example หรือขอไฟล์ลงทะเบียนใหม่จากส่วนกลาง",
        "The address of central is not valid: {address}. Write it as https://central.example, or ask central for a new "
        "enrolment file.",
    ),
    "answer-unclear": (
        "อ่านคำตอบจากส่วนกลางไม่เข้าใจ จึงยังไม่นับว่าส่งแล้ว ข้อมูลอยู่ครบในเครื่อง โปรแกรมจะลองใหม่เอง",
        "Central's answer could not be understood, so nothing counts as sent. All data are here; the "
        "program tries again by itself.",
    ),
    "area-outside": (
        "หน่วยรายงาน {area} อยู่นอกพื้นที่ของสำนักงานนี้ เปิดดูได้เฉพาะพื้นที่ที่รับผิดชอบ",
        "Unit {area} lies outside the area of this office; only its own area can be opened.",
    ),
    "backup-damaged": (
        "ไฟล์สำรองเสียหาย ข้อมูลในเครื่องไม่ถูกเปลี่ยน ให้ใช้ไฟล์สำรองอื่น",
        "The backup is damaged; nothing was changed. Use another backup.",
    ),
    "backup-unreadable": (
        "ไฟล์นี้ไม่ใช่ไฟล์สำรองของโปรแกรม ให้เลือกไฟล์ .cddbackup",
        "This file is not a backup of this program. Choose a .cddbackup file.",
    ),
    "backup-missing": (
        "ไม่พบไฟล์สำรอง {path} ตรวจสอบชื่อและโฟลเดอร์",
        "There is no backup {path}. Check its name and folder.",
    ),
    "backup-unwritable": (
        "เขียนไฟล์สำรองไม่ได้ ตรวจสอบโฟลเดอร์และเนื้อที่ว่าง",
        "The backup cannot be written. Check the folder and the free space.",
    ),
    "dataset-not-reported": (
        "หน่วยรายงานระดับนี้ไม่ต้องรายงานชุดข้อมูล {dataset}",
        "Units of this level do not report dataset {dataset}.",
    ),
    "dataset-unknown": ("ไม่มีชุดข้อมูลชื่อ {dataset}", "There is no dataset called {dataset}."),
    "demo-central-failed": (
        "เปิดส่วนกลางของจังหวัดตัวอย่างไม่ได้ ดูรายละเอียดในไฟล์ central.log ในโฟลเดอร์ตัวอย่าง",
        "The sample province's central did not start. See central.log in the demo's folder.",
    ),
    "demo-data-failed": (
        "สร้างจังหวัดตัวอย่างไม่ได้ ({reason}) ลองอีกครั้งด้วย --reset",
        "The sample province could not be made ({reason}). Try again with --reset.",
    ),
    "demo-enrolments-missing": (
        "ไม่พบไฟล์ลงทะเบียนใน {folder} สร้างด้วยคำสั่ง cdd-central demo-data แล้วระบุโฟลเดอร์ด้วย --enrolments",
        "There are no enrolment files in {folder}. Make them with cdd-central demo-data and name their folder with "
        "--enrolments.",
    ),
    "demo-folder-foreign": (
        "โฟลเดอร์ {folder} มีข้อมูลอื่นอยู่ จึงไม่แตะต้อง ให้เลือกโฟลเดอร์ว่างด้วย --folder",
        "The folder {folder} holds something else and was left alone. Choose an empty one with --folder.",
    ),
    "demo-sync-failed": (
        "รับข้อมูลตัวอย่างจากส่วนกลางไม่ได้ ({reason}) ลองอีกครั้งด้วย --reset",
        "The sample data could not be fetched from central ({reason}). Try again with --reset.",
    ),
    "disk-full": (
        "เนื้อที่ในดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง ข้อมูลที่บันทึกแล้วไม่หาย",
        "The disk is full. Free some space and try again; what was saved is not lost.",
    ),
    "enrolment-addresses": (
        "ไฟล์ลงทะเบียนไม่มีที่อยู่ของส่วนกลาง ให้ขอไฟล์ใหม่จากส่วนกลาง",
        "The enrolment file names no address of central. Ask central for a new file.",
    ),
    "enrolment-newer": (
        "ไฟล์ลงทะเบียนนี้ทำจากระบบรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรมก่อน",
        "This enrolment file was made by a newer system. Update the program first.",
    ),
    "enrolment-people": (
        "ไฟล์ลงทะเบียนไม่มีรายชื่อบุคคลที่ใช้ได้ ให้ขอไฟล์ใหม่จากส่วนกลาง",
        "The enrolment file names no people who can sign in. Ask central for a new file.",
    ),
    "enrolment-signature": (
        "ไฟล์ลงทะเบียนถูกแก้ไขหรือเสียหาย ให้ขอไฟล์ใหม่จากส่วนกลาง",
        "The enrolment file was altered or damaged. Ask central for a new one.",
    ),
    "enrolment-unit": (
        "ไฟล์ลงทะเบียนระบุหน่วยรายงานที่ไม่มี ({unit}) ให้แจ้งส่วนกลาง",
        "The enrolment file names an office that does not exist ({unit}). Tell central.",
    ),
    "enrolment-unreadable": (
        "ไฟล์นี้ไม่ใช่ไฟล์ลงทะเบียนของโปรแกรม (.cddenrol)",
        "This file is not an enrolment file of this program (.cddenrol).",
    ),
    "file-not-writable": (
        "เขียนไฟล์ {file} ไม่ได้ เลือกโฟลเดอร์อื่น หรือปิดโปรแกรมที่เปิดไฟล์นี้อยู่",
        "The file {file} cannot be written. Choose another folder, or close the program that has it open.",
    ),
    "fiscal-year-range": (
        "ใช้ปีงบประมาณ พ.ศ. {first} ถึง {last} ที่ระบุมาคือ {fiscal_year}",
        "Use a fiscal year of the Buddhist era from {first} to {last}; this one is {fiscal_year}.",
    ),
    "holidays-unreadable": (
        "อ่านข้อมูลวันหยุดไม่ได้ ({reason}) ใช้ข้อมูลเดิมต่อไป",
        "The holidays cannot be read ({reason}). The former ones stay in force.",
    ),
    "instant-unreadable": (
        "เวลา {text} ไม่ถูกต้อง ใช้รูปแบบ 2018-03-18T08:40:00+07:00",
        "{text} is no instant; write it as 2018-03-18T08:40:00+07:00.",
    ),
    "key-unreadable": (
        "กุญแจในข้อมูลของเครื่องเสียหาย ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore",
        "A key kept in this machine is damaged. Restore a backup on the sign-in page, or with the command restore.",
    ),
    "keys-damaged": (
        "ไฟล์กุญแจ store.keys.json เสียหาย ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore",
        "The key file store.keys.json is damaged. Restore a backup on the sign-in page, or with the command restore.",
    ),
    "keys-missing": (
        "ไม่พบไฟล์กุญแจ {path} ตรวจสอบชื่อไฟล์ หรือนำกลับจากสำเนาสำรอง",
        "The key file {path} is missing. Check its name, or bring it back from a backup.",
    ),
    "letters-unreadable": (
        "ไฟล์รหัสลงทะเบียนอ่านไม่ได้ ใช้ไฟล์ CSV ที่คำสั่ง cdd-central codes make เขียนไว้ โดยไม่แก้ไข",
        "The list of codes cannot be read. Use the CSV that cdd-central codes make has written, unchanged.",
    ),
    "no-display": (
        "เครื่องนี้ไม่มีจอแสดงผล เปิดโปรแกรมบนเครื่องที่มีหน้าจอ หรือใช้คำสั่งอื่นของ cdd-desktop",
        "There is no display. Start the program where there is one, or use the other commands of cdd-desktop.",
    ),
    "not-enrolled": (
        "โปรไฟล์ {profile} ยังไม่ได้ลงทะเบียน เปิดโปรแกรมแล้วใช้ไฟล์ .cddenrol จากส่วนกลาง",
        "The profile {profile} is not enrolled. Start the program and give it central's .cddenrol file.",
    ),
    "password-file-unreadable": (
        "อ่านไฟล์ที่ระบุใน CDD_PASSWORD_FILE ไม่ได้",
        "The file named by CDD_PASSWORD_FILE cannot be read.",
    ),
    "password-needed": (
        "ต้องใช้รหัสผ่าน ตั้งค่า CDD_PASSWORD หรือ CDD_PASSWORD_FILE",
        "A password is needed: set CDD_PASSWORD or CDD_PASSWORD_FILE.",
    ),
    "password-not-chosen": (
        "ยังไม่ได้ตั้งรหัสผ่าน เปิดโปรแกรมแล้วเข้าใช้ด้วย PIN ครั้งแรก",
        "No password was chosen yet. Start the program and sign in with the PIN first.",
    ),
    "password-wait": (
        "รหัสผ่านผิดหลายครั้ง รออีก {seconds} วินาทีแล้วลองใหม่",
        "Too many wrong passwords. Wait {seconds} seconds and try again.",
    ),
    "password-wrong": ("รหัสผ่านไม่ถูกต้อง", "The password is wrong."),
    "period-unknown": (
        "ชุดข้อมูล {dataset} ไม่มีงวด {period} ดูรหัสงวดได้จากคำสั่ง calendar",
        "Dataset {dataset} has no period {period}. The command calendar lists the periods.",
    ),
    "person-inactive": ("บุคคลนี้ไม่มีสิทธิใช้งานแล้ว", "This person may no longer use the program."),
    "person-needed": (
        "เครื่องนี้มีหลายคน ระบุด้วย --person: {names}",
        "Several people use this machine; say --person: {names}",
    ),
    "person-unknown": ("ไม่พบบุคคลนี้ในเครื่อง", "This person is not known on this machine."),
    "pin-wrong": (
        "PIN ไม่ถูกต้อง ดูจากเอกสารที่ได้รับจากส่วนกลาง",
        "The PIN is wrong. It stands on the paper from central.",
    ),
    "print-arguments": (
        "คำสั่ง print {kind} ระบุไม่ครบ ใช้ print KIND [DATASET PERIOD] FILE.pdf โดย submission, blank-form และ "
        "proof-of-sending ต้องระบุชุดข้อมูลและงวด",
        "print {kind} wants other words: print KIND [DATASET PERIOD] FILE.pdf, where submission, blank-form and "
        "proof-of-sending name a dataset and a period.",
    ),
    "profile-enrolled": (
        "เครื่องนี้ลงทะเบียนแล้ว ({profile})",
        "This machine is enrolled already ({profile}).",
    ),
    "profile-name": (
        "ชื่อโปรไฟล์ {name} ใช้ไม่ได้ ใช้ตัวอักษร a-z ตัวเลข ขีดกลาง หรือขีดล่าง",
        "The profile name {name} cannot be used. Use a-z, digits, hyphens or underscores.",
    ),
    "proof-not-received": (
        "ยังพิมพ์ใบยืนยันการส่งไม่ได้ เพราะส่วนกลางยังไม่ได้รับชุดรายงานนี้ ส่งข้อมูลก่อน แล้วพิมพ์อีกครั้งเมื่อได้เลขที่ใบรับ",
        "There is no proof of sending yet: central has not received this report. Send first, and print again when "
        "there is a receipt number.",
    ),
    "proxy-login": (
        "พร็อกซีของเครือข่ายต้องการรหัสผู้ใช้ ให้ตรวจการตั้งค่าพร็อกซี แล้วส่งใหม่",
        "The network's proxy asks for a sign-in. Check the proxy in settings, then send again.",
    ),
    "qt-library-missing": (
        "ขาดไลบรารีของระบบที่หน้าจอต้องใช้ ({library}) ติดตั้งด้วยคำสั่ง packaging/dev.py หรือให้ผู้ดูแลระบบติดตั้ง",
        "A library of the system that the window needs is missing ({library}). Run packaging/dev.py, or ask your "
        "administrator to install it.",
    ),
    "anchor-signature": (
        "คำตอบที่ได้ไม่มีลายเซ็นของส่วนกลางที่ลงทะเบียนไว้ จึงไม่รับอะไรเลย ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The answer is not signed by the central this machine is enrolled with, so nothing of it was taken. All data "
        "are here; tell central's administrator.",
    ),
    "device-key-missing": (
        "ไม่พบกุญแจประจำเครื่องในที่เก็บรหัสผ่านของบัญชี Windows นี้ อาจเพราะตั้ง Windows ใหม่ หรือคัดลอกโฟลเดอร์มาจากบัญชีหรือเครื่องอื่น "
        "ข้อมูลที่บันทึกไว้ยังอยู่ครบ ให้ขอไฟล์ลงทะเบียนใหม่จากผู้ดูแลระบบส่วนกลาง แล้วเลือกไฟล์นั้นที่หน้าส่งข้อมูล",
        "The key of this machine is not in the vault of this account any more: the system was set up anew, or the "
        "folder was copied from another account or machine. All data are here. Ask central's administrator for a new "
        "enrolment file and choose it on the sync screen.",
    ),
    "recovery-other-machine": (
        "คำตอบนี้เป็นของอีกเครื่องหนึ่ง ให้เปิดในเครื่องที่ทำไฟล์คำขอ หรือบันทึกคำขอใหม่จากเครื่องนี้",
        "The answer belongs to another machine. Open it on the one that made the request, or save a new request here.",
    ),
    "keys-not-followed": (
        "ส่วนกลางแจ้งกุญแจใหม่ แต่ไม่มีคำรับรองจากกุญแจเดิมที่เครื่องนี้รู้จัก จึงไม่รับอะไรเลย ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "Central names a new key, but the key this machine knows does not vouch for it, so nothing was taken. All data "
        "are here; tell central's administrator.",
    ),
    "published-signature": (
        "แบบฟอร์มหรือปฏิทินที่ได้มาไม่มีลายเซ็นของส่วนกลาง จึงไม่รับ และยังใช้ของเดิม ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The form or calendar that came is not signed by central, so it was not taken and the one before stays in use. "
        "All data are here; tell central's administrator.",
    ),
    "receipt-signature": (
        "ลายเซ็นบนใบรับไม่ใช่ของส่วนกลาง จึงไม่นับว่าส่งแล้ว ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The signature on the receipt is not central's, so nothing counts as sent. All data are here; tell central's "
        "administrator.",
    ),
    "receipt-other-batch": (
        "ใบรับที่ได้มาไม่ตรงกับชุดที่ส่ง จึงยังไม่นับว่าส่งแล้ว โปรแกรมจะลองใหม่เอง",
        "The receipt is not for what was sent, so nothing counts as sent. The program tries again by itself.",
    ),
    "resources-missing": (
        "ไม่พบไฟล์ประกอบของโปรแกรม ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย",
        "Files of the program are missing. Install it again; your data stay.",
    ),
    "schedule-missing": (
        "ไม่พบไฟล์กำหนดการรายงาน ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย",
        "There is no schedule file. Install the program again; your data stay.",
    ),
    "schedule-newer": (
        "กำหนดการรายงานนี้ต้องใช้โปรแกรมรุ่นใหม่กว่า (รูปแบบ {format}) ปรับปรุงโปรแกรมก่อน",
        "This schedule needs a newer program (format {format}). Update the program first.",
    ),
    "schedule-unreadable": (
        "อ่านกำหนดการรายงานไม่ได้ ({reason}) ใช้กำหนดการเดิมต่อไป",
        "The schedule cannot be read ({reason}). The former one stays in force.",
    ),
    "settings-unreadable": (
        "อ่านไฟล์การตั้งค่า {file} ไม่ได้ ไฟล์เดิมยังอยู่ ลบหรือแก้ไฟล์ แล้วเปิดโปรแกรมใหม่",
        "The settings file {file} cannot be read; it is kept as it is. Mend or delete it and start again.",
    ),
    "settings-value": (
        "ค่าที่ตั้งไว้ใช้ไม่ได้ ({reason}) การตั้งค่าเดิมยังอยู่",
        "This setting is not possible ({reason}). The former settings stay.",
    ),
    "store-busy": (
        "ข้อมูลกำลังถูกใช้โดยโปรแกรมอื่น รอสักครู่แล้วลองอีกครั้ง",
        "The store is in use by another program. Wait a moment and try again.",
    ),
    "store-damaged": (
        "ไฟล์ข้อมูลในเครื่องเสียหาย หรือเป็นไฟล์ของเครื่องอื่น โปรแกรมเก็บไฟล์ไว้ตามเดิม "
        "ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore",
        "The store of this machine is damaged, or is another machine's; it was left as it is. "
        "Restore a backup on the sign-in page, or with the command restore.",
    ),
    "store-disk": ("อ่านหรือเขียนดิสก์ไม่ได้", "The disk cannot be read or written."),
    "store-missing": (
        "ไม่พบไฟล์ข้อมูล store.db ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore",
        "The store store.db is missing. Restore a backup on the sign-in page, or with the command restore.",
    ),
    "store-newer": (
        "ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรม",
        "This store was written by a newer program. Update the program.",
    ),
    "store-read-only": (
        "ไฟล์ข้อมูลเขียนไม่ได้ ตรวจสอบสิทธิของโฟลเดอร์",
        "The store cannot be written; check the folder's rights.",
    ),
    "store-unreachable": ("เปิดไฟล์ข้อมูลไม่ได้", "The store's file cannot be opened."),
    "store-upgrade-lost-rows": (
        "ปรับปรุงข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ครบ ให้แจ้งผู้ดูแลระบบ",
        "The upgrade was taken back; the data are as before. Tell the administrator.",
    ),
    "store-wrong-key": (
        "กุญแจนี้เปิดไฟล์ข้อมูลไม่ได้ ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore",
        "This key does not open the store. Restore a backup on the sign-in page, or with the command restore.",
    ),
    "unexpected": (
        "โปรแกรมขัดข้อง ข้อมูลที่บันทึกแล้วไม่หาย บันทึกเหตุไว้ในไฟล์แล้วโดยไม่มีข้อมูลส่วนบุคคล โปรดส่งไฟล์ในโฟลเดอร์บันทึกการทำงานให้ส่วนกลาง",
        "Something unexpected happened. What was saved is safe. A file without personal data "
        "describes it; please send it from the log folder to central.",
    ),
    "tour-folder": (
        "บันทึกภาพใน {folder} ไม่ได้ เลือกโฟลเดอร์อื่น",
        "Pictures cannot be saved in {folder}. Choose another folder.",
    ),
    "unit-bangkok": (
        "กรุงเทพมหานครไม่มีสำนักงานพัฒนาชุมชน จึงไม่มีหน่วยรายงานรหัส {unit}",
        "Bangkok has no community development office, so {unit} is no reporting unit.",
    ),
    "unit-unknown": (
        "ไม่พบหน่วยรายงานรหัส {unit} ใช้รหัสจังหวัด 2 หลัก หรือรหัสอำเภอ 4 หลัก",
        "There is no reporting unit {unit}. Use the 2 digits of a province or the 4 digits of a district.",
    ),
}


def sentence(error: UserError) -> str:
    """One line for a person; a code nobody has written a sentence for is shown with its parameters."""
    texts = TEXTS.get(error.code)
    if texts is None:
        both = [code_sentence(error.code, error.params, language) for language in ("th", "en")]
        return " / ".join(both) if error.code not in both else f"ทำไม่ได้ / refused: {error}"
    params = {name: value if str(value).strip() else '""' for name, value in error.params.items()}
    try:
        return " / ".join(texts).format(**params)
    except (KeyError, IndexError):
        return " / ".join(texts)


def code_sentence(code: str, params: Mapping[str, object], language: str) -> str:
    """The window's own sentence of a code; the code itself where there is none."""
    text = _translator(language).translate("Codes", code) or code
    shown = {name: _day(value, language) if type(value) is date else value for name, value in params.items()}
    try:
        return text.format(**shown)
    except (KeyError, IndexError):
        return text


def _day(day: date, language: str) -> str:
    return format_date(day, "long", "th" if language == "th" else "en")


@lru_cache(maxsize=2)
def _translator(language: str) -> QTranslator:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    translator.load(str(resources() / "i18n" / f"codes_{language}.qm"))
    return translator
