"""What central says on the command line and into logs: a Thai and an English sentence for each of its codes."""

from __future__ import annotations

from collections.abc import Mapping

from cdd_desktop.central.sentences.desk import DESK_SENTENCES
from cdd_desktop.central.sentences.updates import UPDATE_SENTENCES

_SENTENCES: dict[str, tuple[str, str]] = {
    "batch-reused": (
        "เลขชุดส่งนี้เคยใช้กับข้อมูลอื่นแล้ว เครื่องต้องส่งเป็นชุดใหม่",
        "This batch id was used for other contents before; the device has to make a new batch.",
    ),
    "blob-hash": (
        "ภาพหรือไฟล์ที่ได้รับไม่ตรงกับต้นฉบับ จึงไม่รับ โปรแกรมจะส่งใหม่ทั้งหมดเอง ภาพยังอยู่ในเครื่อง",
        "The photo or file that came is not the one that was sent, so it was not taken. "
        "The program sends it anew; it is still on the machine.",
    ),
    "blob-offset": (
        "ชิ้นที่ส่งมาไม่ต่อกับที่ส่วนกลางมีอยู่ ให้ส่งต่อจากไบต์ที่ {offset}",
        "The piece does not join on to what central holds; go on from byte {offset}.",
    ),
    "blob-quota": (
        "ภาพและไฟล์ของหน่วยงานเต็มเนื้อที่ที่ส่วนกลางให้ไว้ ภาพยังอยู่ในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The office's photos and files fill the room central has for them. "
        "They are still on the machine; tell central's administrator.",
    ),
    "blob-range": (
        "ไม่มีส่วนที่ขอในภาพหรือไฟล์นี้",
        "The photo or file does not reach that far.",
    ),
    "blob-too-large": (
        "ภาพหรือไฟล์ใหญ่กว่า {largest} MB ที่ส่วนกลางรับได้",
        "The photo or file is larger than the {largest} MB central takes.",
    ),
    "blob-unknown": (
        "ภาพหรือไฟล์นี้ยังไม่ถึงส่วนกลาง",
        "This photo or file has not reached central yet.",
    ),
    "blob-unnamed": (
        "ส่วนกลางยังไม่มีรายการที่แนบภาพหรือไฟล์นี้ ภาพจะไปเองหลังจากรายการถึงส่วนกลาง",
        "Central does not have the entry this photo or file belongs to yet. "
        "It follows by itself once the entry is there.",
    ),
    "body-offset": (
        "ข้อมูลที่ส่งมาไม่ต่อกับส่วนที่ถึงส่วนกลางแล้ว ให้ส่งต่อจากไบต์ที่ {offset}",
        "The request does not go on where the last one ended; go on from byte {offset}.",
    ),
    "body-too-large": ("ข้อมูลที่ส่งมามีขนาดใหญ่เกินไป", "The request is too large."),
    "body-stalled": (
        "ข้อมูลที่ส่งมาหยุดกลางทาง จึงยังไม่มีข้อมูลใดถูกบันทึก โปรแกรมจะส่งใหม่เอง",
        "The request stopped half way; nothing was stored. The program sends it again.",
    ),
    "body-unreadable": ("อ่านข้อมูลที่ส่งมาไม่ได้", "The request cannot be read."),
    "central-busy": (
        "ส่วนกลางยังไม่พร้อมรับข้อมูล โปรแกรมจะลองใหม่เอง ไม่ต้องทำอะไร",
        "Central is not ready to receive yet. The program tries again by itself; there is nothing to do.",
    ),
    "central-error": ("ส่วนกลางขัดข้อง ไม่มีข้อมูลใดถูกบันทึก", "Central failed; nothing was stored."),
    "code-expired": ("รหัสลงทะเบียนหมดอายุ โปรดขอไฟล์ลงทะเบียนใหม่", "The enrolment code has expired; ask for a new file."),
    "code-unknown": ("ไม่รู้จักรหัสลงทะเบียนนี้", "This enrolment code is not known."),
    "code-used": ("รหัสลงทะเบียนนี้ถูกใช้กับเครื่องอื่นแล้ว", "This enrolment code was used by another device."),
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
    "address-needed": (
        "ระบุที่อยู่ของส่วนกลางที่เครื่องของหน่วยงานจะติดต่อ ด้วย --address https://central.example หรือ {variable}",
        "Say where the office reaches central: --address https://central.example, or {variable}.",
    ),
    "database-address": (
        "ที่อยู่ฐานข้อมูลไม่ถูกต้อง ใช้ชื่อไฟล์ SQLite หรือ postgresql://…",
        "The database address is not valid; give an SQLite file or postgresql://…",
    ),
    "database-busy": (
        "มีงานอื่นใช้ฐานข้อมูลอยู่ เช่น กำลังสำรองข้อมูล ยังไม่ได้เปลี่ยนอะไร โปรดสั่งใหม่เมื่องานนั้นเสร็จ",
        "Something else is using the database, a backup perhaps; nothing was changed. Run this again afterwards.",
    ),
    "database-missing": (
        "ไม่พบฐานข้อมูล {path} สร้างด้วยคำสั่ง cdd-central init หรือระบุด้วย --database",
        "There is no database {path}. Make it with cdd-central init, or name it with --database.",
    ),
    "database-newer": (
        "ฐานข้อมูลเป็นของโปรแกรมรุ่นใหม่กว่า โปรดใช้โปรแกรมรุ่นใหม่",
        "The database belongs to a newer program; use the newer program.",
    ),
    "database-not-ready": (
        "ฐานข้อมูลยังไม่พร้อม ใช้คำสั่ง cdd-central init หรือ migrate ก่อน",
        "The database is not ready; run cdd-central init or migrate first.",
    ),
    "database-unreachable": (
        "เปิดฐานข้อมูลไม่ได้ ตรวจสอบที่อยู่หรือชื่อไฟล์ สิทธิของโฟลเดอร์ และเซิร์ฟเวอร์",
        "The database cannot be opened. Check its address or file, the folder's rights and the server.",
    ),
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
    "keys-exist": ("มีไฟล์กุญแจ {path} อยู่แล้ว", "The key file {path} exists already."),
    "encoding-unknown": (
        "ส่วนกลางไม่มีพจนานุกรมบีบอัดที่เครื่องนี้ใช้ โปรแกรมจะส่งใหม่โดยไม่ใช้",
        "Central does not have the dictionary the request was compressed with; the program sends it again without.",
    ),
    "fiscal-year-range": (
        "ใช้ปีงบประมาณ พ.ศ. {first} ถึง {last} ที่ระบุมาคือ {fiscal_year}",
        "Use a fiscal year of the Buddhist era from {first} to {last}; this one is {fiscal_year}.",
    ),
    "keys-missing": (
        "ไม่พบไฟล์กุญแจ {path} ตรวจสอบชื่อไฟล์ หรือนำกลับจากสำเนาสำรอง",
        "The key file {path} is missing. Check its name, or bring it back from a backup.",
    ),
    "keys-needed": (
        "ฐานข้อมูลบนเซิร์ฟเวอร์ต้องระบุไฟล์กุญแจด้วย --keys หรือ CDD_CENTRAL_KEYS",
        "With a database server, name the key file with --keys or CDD_CENTRAL_KEYS.",
    ),
    "keys-older": (
        "ไฟล์กุญแจ {path} เป็นสำเนาจากก่อนเปลี่ยนกุญแจครั้งล่าสุด เปิดข้อมูลได้ไม่ครบและเครื่องของหน่วยงานจะไม่เชื่อถือ ให้ใช้ไฟล์กุญแจฉบับล่าสุด",
        "The key file {path} is a copy from before the last change of keys: it does not open everything, and machines "
        "do not believe it. Use the newest key file.",
    ),
    "keys-unwritable": (
        "เขียนไฟล์กุญแจ {path} ไม่ได้ กุญแจเดิมยังใช้อยู่ ตรวจสอบสิทธิของโฟลเดอร์และเนื้อที่ว่าง แล้วสั่งใหม่",
        "The key file {path} cannot be written; the keys are as they were. Check the folder's rights and free space, "
        "then run the command again.",
    ),
    "keys-other-database": (
        "ไฟล์กุญแจ {path} ไม่ใช่ของฐานข้อมูลนี้",
        "The key file {path} belongs to another database.",
    ),
    "keys-unreadable": (
        "ไฟล์ {path} ไม่ใช่ไฟล์กุญแจ หรืออ่านไม่ได้ ระบุไฟล์ที่ถูกต้องด้วย --keys",
        "The file {path} is no key file or cannot be read. Name the right one with --keys.",
    ),
    "no-claim": ("คำขอลงทะเบียนไม่มีรหัส", "The request has no claim."),
    "not-found": ("ไม่มีที่อยู่นี้", "There is nothing at this address."),
    "out-unwritable": (
        "เขียน {path} ไม่ได้ ตรวจสอบชื่อ โฟลเดอร์ และสิทธิ",
        "{path} cannot be written. Check the name, the folder and its rights.",
    ),
    "file-damaged": (
        "ไฟล์เสียหายหรือไม่ใช่ไฟล์ของโปรแกรมนี้ ไม่มีข้อมูลใดถูกบันทึก ให้คัดลอกไฟล์มาใหม่",
        "The file is damaged or none of this program's; nothing was stored. Copy it again.",
    ),
    "file-kind": (
        "ไฟล์นี้ไม่ใช่ชุดส่งจากหน่วยงาน (.cddbatch) จึงไม่รับ",
        "This file does not hold an office's batches (.cddbatch), so it was not taken.",
    ),
    "file-missing": (
        "ไม่พบหรืออ่านไฟล์ {path} ไม่ได้ ให้เสียบ USB ให้แน่น แล้วเปิดใหม่",
        "The file {path} is not there or cannot be read. Check that the stick is well plugged in, then open it again.",
    ),
    "file-newer": (
        "ไฟล์นี้เขียนด้วยโปรแกรมรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรมที่นี่ก่อน แล้วเปิดใหม่",
        "The file was written by a newer program. Update the program here, then open it again.",
    ),
    "file-not-for-us": (
        "ไฟล์นี้ปิดผนึกไว้ให้หน่วยงานอื่น เปิดที่นี่ไม่ได้ ไม่มีข้อมูลใดถูกบันทึก ให้คืน USB ให้ผู้ที่นำมา แล้วนำไปเปิดที่หน่วยงานนั้น",
        "The file is sealed to another office and cannot be opened here; nothing was stored. Give the stick "
        "back, to be opened at that office.",
    ),
    "file-signature": (
        "ลายเซ็นในไฟล์ไม่ใช่ของผู้ส่งที่ลงทะเบียนไว้ จึงไม่รับ ไม่มีข้อมูลใดถูกบันทึก ให้ขอไฟล์ใหม่จากผู้ส่ง ถ้ายังไม่รับอีก ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The file is not signed by the sender that is enrolled, so it was not taken; nothing was stored. Ask "
        "the sender for a new file; if that is not taken either, tell central's administrator.",
    ),
    "file-wrong-office": (
        "ไฟล์นี้เป็นของหน่วยงานที่ไม่เกี่ยวข้องกับที่นี่ จึงไม่รับ ไม่มีข้อมูลใดถูกบันทึก ให้คืน USB ให้ผู้ที่นำมา แล้วนำไปที่จังหวัดของหน่วยงานนั้น",
        "The file belongs to an office this one has no part in, so it was not taken; nothing was stored. Give"
        " the stick back, to be taken to that office's own province.",
    ),
    "pack-no-device": (
        "หน่วยงาน {unit} ยังไม่มีเครื่องที่ลงทะเบียน จึงไม่มีเครื่องใดเปิดไฟล์ได้",
        "Unit {unit} has no enrolled device yet, so nobody could open the file.",
    ),
    "person-unreadable": (
        'บุคคล {text} ไม่ถูกต้อง ใช้รูปแบบ "ชื่อ:บทบาท" บทบาทคือ {roles}',
        '{text} is no person; write "NAME:role" with one of {roles}.',
    ),
    "port-unavailable": (
        "ใช้พอร์ต {port} ที่ {host} ไม่ได้ เลือกพอร์ตอื่นด้วย --port (0 คือพอร์ตที่ว่าง)",
        "Port {port} on {host} cannot be used. Choose another with --port (0 takes a free one).",
    ),
    "protocol": (
        "โปรแกรมใช้โพรโทคอลคนละรุ่นกับส่วนกลาง ({lowest}-{highest})",
        "The program speaks another protocol; central speaks {lowest} to {highest}.",
    ),
    "province-needed": (
        "หน่วย {unit} ไม่ใช่จังหวัด ใช้รหัสจังหวัด 2 หลัก",
        "{unit} is no province. Use the 2 digits of one.",
    ),
    "role-not-of-unit": ("บทบาท {role} ไม่มีในหน่วยงานระดับนี้", "The role {role} does not exist in such an office."),
    "setting-unknown": (
        "ไม่รู้จักตัวแปร {name} ตรวจตัวสะกด ชื่อที่ใกล้เคียงคือ {near}",
        "There is no setting {name}. Check the spelling; the nearest name is {near}.",
    ),
    "setting-value": (
        "ค่า {text} ของตัวแปร {name} ใช้ไม่ได้ ใช้ค่า {wanted}",
        "The setting {name} cannot be {text}. Use {wanted}.",
    ),
    "token-revoked": ("เครื่องนี้ถูกยกเลิกสิทธิ์แล้ว", "This device has been revoked."),
    "too-many-requests": (
        "ติดต่อส่วนกลางถี่เกินไป โปรแกรมจะลองใหม่เองใน {seconds} วินาที ไม่ต้องทำอะไร",
        "Too many requests. The program tries again by itself in {seconds} seconds; there is nothing to do.",
    ),
    "trust-unreadable": (
        "ไฟล์ {path} ไม่ใช่ใบรับรองแบบ PEM หรืออ่านไม่ได้ ระบุไฟล์ที่ถูกต้องด้วย --trust",
        "The file {path} is no PEM certificate or cannot be read. Name the right one with --trust.",
    ),
    "definition-unreadable": (
        "อ่านแบบบันทึกไม่ได้ ({reason}) ขอไฟล์ใหม่จากส่วนกลาง",
        "The form definition cannot be read ({reason}). Ask central for the file again.",
    ),
    "holidays-unreadable": (
        "อ่านข้อมูลวันหยุดไม่ได้ ({reason}) ใช้ข้อมูลเดิมต่อไป",
        "The holidays cannot be read ({reason}). The former ones stay in force.",
    ),
    "schedule-newer": (
        "กำหนดการรายงานนี้ต้องใช้โปรแกรมรุ่นใหม่กว่า (รูปแบบ {format}) ปรับปรุงโปรแกรมก่อน",
        "This schedule needs a newer program (format {format}). Update the program first.",
    ),
    "schedule-unreadable": (
        "อ่านกำหนดการรายงานไม่ได้ ({reason}) ใช้กำหนดการเดิมต่อไป",
        "The schedule cannot be read ({reason}). The former one stays in force.",
    ),
    "publish-done": (
        "เผยแพร่ {key} ฉบับที่ {number} แล้ว เครื่องของหน่วยงานจะได้รับเมื่อติดต่อครั้งต่อไป ชุดรายงานที่ผลดีขึ้น {better} ชุด",
        "{key} number {number} is published; devices take it at their next contact. Submissions with a better verdict: "
        "{better}.",
    ),
    "publish-faulty": (
        "เผยแพร่ไม่ได้ แก้สิ่งต่อไปนี้ก่อน: {faults}",
        "It cannot be published. Mend this first: {faults}",
    ),
    "publish-number": (
        "เลขฉบับ {number} ไม่ต่อจากฉบับที่มีอยู่ ให้ใช้เลข {wanted}",
        "Number {number} does not follow the one in force; use {wanted}.",
    ),
    "publish-shown": (
        "ยังไม่ได้เผยแพร่ ตรวจดูแล้วสั่งซ้ำโดยเติม --yes",
        "Nothing is published yet. Look it over and run the command again with --yes.",
    ),
    "publish-unreadable": (
        "อ่านไฟล์ {path} ไม่ได้ ตรวจสอบชื่อ และใช้ข้อความแบบ UTF-8",
        "The file {path} cannot be read. Check its name; it has to be UTF-8 text.",
    ),
    "unit-mismatch": ("เครื่องนี้ลงทะเบียนกับหน่วยงานอื่น", "This device is enrolled for another office."),
    "unit-bangkok": (
        "กรุงเทพมหานครไม่มีสำนักงานพัฒนาชุมชน จึงไม่มีหน่วยรายงานรหัส {unit}",
        "Bangkok has no community development office, so {unit} is no reporting unit.",
    ),
    "export-format": (
        "ชื่อไฟล์ {name} ต้องลงท้ายด้วย .csv .xlsx หรือ .parquet",
        "The name {name} has to end in .csv, .xlsx or .parquet.",
    ),
    "layout-column-unknown": (
        "ตาราง {table} ไม่มีคอลัมน์ {column} คอลัมน์ที่มี: {columns}",
        "The table {table} has no column {column}. Its columns: {columns}.",
    ),
    "layout-unreadable": (
        "อ่านไฟล์รูปแบบคอลัมน์ {path} ไม่ได้: {reason}",
        "The layout {path} cannot be read: {reason}",
    ),
    "table-unknown": (
        "ไม่มีตารางชื่อ {table} ตารางที่มี: {tables}",
        "There is no table called {table}. There are: {tables}.",
    ),
    "dataset-unknown": (
        "ไม่มีชุดข้อมูลชื่อ {dataset}",
        "There is no dataset called {dataset}.",
    ),
    "period-unknown": (
        "ชุดข้อมูล {dataset} ไม่มีงวด {period} ดูรหัสงวดได้จากคำสั่ง calendar",
        "Dataset {dataset} has no period {period}. The command calendar lists the periods.",
    ),
    "query-unknown": (
        "ที่อยู่มีคำที่ส่วนกลางไม่รู้จัก: {word}",
        "The address holds a word that means nothing to central: {word}",
    ),
    "reason-needed": ("โปรดระบุเหตุผล", "Please give a reason."),
    "unit-unknown": (
        "ไม่พบหน่วยรายงานรหัส {unit} ใช้รหัสจังหวัด 2 หลัก หรือรหัสอำเภอ 4 หลัก",
        "There is no reporting unit {unit}. Use the 2 digits of a province or the 4 digits of a district.",
    ),
}


def codes() -> tuple[str, ...]:
    """Every code with a sentence here."""
    return (*_SENTENCES, *UPDATE_SENTENCES, *DESK_SENTENCES)


def sentence(code: str, language: str, params: Mapping[str, object]) -> str:
    """The sentence of a code in ``th`` or ``en``; the code itself when there is none."""
    pair = _SENTENCES.get(code) or UPDATE_SENTENCES.get(code) or DESK_SENTENCES.get(code)
    if pair is None:
        return code
    text = pair[0] if language == "th" else pair[1]
    for name, value in params.items():
        text = text.replace("{" + name + "}", str(value) or '""')
    return text
