"""What central says on the command line and into logs: a Thai and an English sentence for each of its codes."""

from __future__ import annotations

from collections.abc import Mapping

_SENTENCES: dict[str, tuple[str, str]] = {
    "batch-reused": (
        "เลขชุดส่งนี้เคยใช้กับข้อมูลอื่นแล้ว เครื่องต้องส่งเป็นชุดใหม่",
        "This batch id was used for other contents before; the device has to make a new batch.",
    ),
    "body-too-large": ("ข้อมูลที่ส่งมามีขนาดใหญ่เกินไป", "The request is too large."),
    "body-unreadable": ("อ่านข้อมูลที่ส่งมาไม่ได้", "The request cannot be read."),
    "central-busy": (
        "ส่วนกลางยังไม่พร้อมรับข้อมูล โปรแกรมจะลองใหม่เอง ไม่ต้องทำอะไร",
        "Central is not ready to receive yet. The program tries again by itself; there is nothing to do.",
    ),
    "central-error": ("ส่วนกลางขัดข้อง ไม่มีข้อมูลใดถูกบันทึก", "Central failed; nothing was stored."),
    "code-expired": ("รหัสลงทะเบียนหมดอายุ โปรดขอแฟ้มลงทะเบียนใหม่", "The enrolment code has expired; ask for a new file."),
    "code-unknown": ("ไม่รู้จักรหัสลงทะเบียนนี้", "This enrolment code is not known."),
    "code-used": ("รหัสลงทะเบียนนี้ถูกใช้กับเครื่องอื่นแล้ว", "This enrolment code was used by another device."),
    "database-address": (
        "ที่อยู่ฐานข้อมูลไม่ถูกต้อง ใช้ชื่อแฟ้ม SQLite หรือ postgresql://…",
        "The database address is not valid; give an SQLite file or postgresql://…",
    ),
    "database-newer": (
        "ฐานข้อมูลเป็นของโปรแกรมรุ่นใหม่กว่า โปรดใช้โปรแกรมรุ่นใหม่",
        "The database belongs to a newer program; use the newer program.",
    ),
    "database-not-ready": (
        "ฐานข้อมูลยังไม่พร้อม ใช้คำสั่ง cdd-central init หรือ migrate ก่อน",
        "The database is not ready; run cdd-central init or migrate first.",
    ),
    "database-unreachable": ("ติดต่อฐานข้อมูลไม่ได้", "The database cannot be reached."),
    "day-unreadable": ("วันที่ {text} ไม่ถูกต้อง ใช้รูปแบบ 2017-10-01", "{text} is no date; write it as 2017-10-01."),
    "demo-data-not-empty": (
        "ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว ข้อมูลตัวอย่างลงได้เฉพาะในฐานข้อมูลว่าง",
        "This database holds data already; sample data go into an empty one only.",
    ),
    "device-cloned": (
        "เลขการเปลี่ยนแปลง {n} เคยมากับเนื้อหาอื่น เครื่องนี้อาจถูกคัดลอกหรือกู้คืน ต้องลงทะเบียนตัวเครื่องใหม่",
        "Change {n} was seen with other contents: the device was copied or restored and needs a new identity.",
    ),
    "device-unknown": ("ไม่รู้จักเครื่องนี้ หรือกุญแจเข้าใช้ไม่ถูกต้อง", "This device or its token is not known."),
    "instant-unreadable": (
        "เวลา {text} ไม่ถูกต้อง ใช้รูปแบบ 2018-03-18T08:40:00+07:00",
        "{text} is no instant; write it as 2018-03-18T08:40:00+07:00.",
    ),
    "keys-exist": ("มีแฟ้มกุญแจ {path} อยู่แล้ว", "The key file {path} exists already."),
    "keys-missing": ("ไม่พบแฟ้มกุญแจ {path}", "The key file {path} is missing."),
    "keys-needed": (
        "ฐานข้อมูลบนเซิร์ฟเวอร์ต้องระบุแฟ้มกุญแจด้วย --keys หรือ CDD_CENTRAL_KEYS",
        "With a database server, name the key file with --keys or CDD_CENTRAL_KEYS.",
    ),
    "keys-other-database": (
        "แฟ้มกุญแจ {path} ไม่ใช่ของฐานข้อมูลนี้",
        "The key file {path} belongs to another database.",
    ),
    "keys-unreadable": ("อ่านแฟ้มกุญแจ {path} ไม่ได้", "The key file {path} cannot be read."),
    "no-claim": ("คำขอลงทะเบียนไม่มีรหัส", "The request has no claim."),
    "not-found": ("ไม่มีที่อยู่นี้", "There is nothing at this address."),
    "out-unwritable": ("เขียนแฟ้ม {path} ไม่ได้", "The file {path} cannot be written."),
    "person-unreadable": (
        'บุคคล {text} ไม่ถูกต้อง ใช้รูปแบบ "ชื่อ:บทบาท"',
        '{text} is no person; write "NAME:role".',
    ),
    "port-unavailable": ("ใช้พอร์ต {port} ที่ {host} ไม่ได้", "Port {port} on {host} cannot be used."),
    "protocol": (
        "โปรแกรมใช้โพรโทคอลคนละรุ่นกับส่วนกลาง ({lowest}-{highest})",
        "The program speaks another protocol; central speaks {lowest} to {highest}.",
    ),
    "role-not-of-unit": ("บทบาท {role} ไม่มีในหน่วยงานระดับนี้", "The role {role} does not exist in such an office."),
    "token-revoked": ("เครื่องนี้ถูกยกเลิกสิทธิ์แล้ว", "This device has been revoked."),
    "unit-mismatch": ("เครื่องนี้ลงทะเบียนกับหน่วยงานอื่น", "This device is enrolled for another office."),
    "unit-bangkok": (
        "กรุงเทพมหานครไม่มีสำนักงานพัฒนาชุมชน จึงไม่มีหน่วยรายงานรหัส {unit}",
        "Bangkok has no community development office, so {unit} is no reporting unit.",
    ),
    "unit-unknown": (
        "ไม่พบหน่วยรายงานรหัส {unit} ใช้รหัสจังหวัด 2 หลัก หรือรหัสอำเภอ 4 หลัก",
        "There is no reporting unit {unit}. Use the 2 digits of a province or the 4 digits of a district.",
    ),
}


def codes() -> tuple[str, ...]:
    """Every code with a sentence here."""
    return tuple(_SENTENCES)


def sentence(code: str, language: str, params: Mapping[str, object]) -> str:
    """The sentence of a code in ``th`` or ``en``; the code itself when there is none."""
    pair = _SENTENCES.get(code)
    if pair is None:
        return code
    text = pair[0] if language == "th" else pair[1]
    for name, value in params.items():
        text = text.replace("{" + name + "}", str(value))
    return text
