"""The sentences of errors on the command line: Thai, then English, in one line."""

from __future__ import annotations

from cdd_desktop.errors import UserError

_TEXTS: dict[str, tuple[str, str]] = {
    "backup-damaged": (
        "ไฟล์สำรองเสียหาย ข้อมูลในเครื่องไม่ถูกเปลี่ยน ให้ใช้ไฟล์สำรองอื่น",
        "The backup is damaged; nothing was changed. Use another backup.",
    ),
    "backup-unreadable": ("ไฟล์นี้ไม่ใช่ไฟล์สำรองของโปรแกรม", "This file is not a backup of this program."),
    "backup-unwritable": (
        "เขียนไฟล์สำรองไม่ได้ ตรวจสอบโฟลเดอร์และเนื้อที่ว่าง",
        "The backup cannot be written. Check the folder and the free space.",
    ),
    "dataset-unknown": ("ไม่มีชุดข้อมูล {dataset}", "There is no dataset {dataset}."),
    "disk-full": (
        "เนื้อที่ในดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง ข้อมูลที่บันทึกแล้วไม่หาย",
        "The disk is full. Free some space and try again; what was saved is not lost.",
    ),
    "fiscal-year-range": (
        "ปีงบประมาณ {fiscal_year} ใช้ไม่ได้ ให้ใส่ปี พ.ศ. {first} ถึง {last}",
        "The fiscal year {fiscal_year} cannot be used; give a Buddhist year from {first} to {last}.",
    ),
    "keys-damaged": (
        "ไฟล์กุญแจ store.keys.json เสียหาย ให้กู้จากไฟล์สำรองด้วยคำสั่ง restore",
        "The key file store.keys.json is damaged. Bring it back from a backup with restore.",
    ),
    "keys-missing": (
        "ไม่พบไฟล์กุญแจ store.keys.json ให้กู้จากไฟล์สำรองด้วยคำสั่ง restore",
        "The key file store.keys.json is missing. Bring it back from a backup with restore.",
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
    "period-unknown": ("ไม่มีงวด {period}", "There is no period {period}."),
    "person-inactive": ("บุคคลนี้ไม่มีสิทธิใช้งานแล้ว", "This person may no longer use the program."),
    "person-needed": (
        "เครื่องนี้มีหลายคน ระบุด้วย --person: {names}",
        "Several people use this machine; say --person: {names}",
    ),
    "person-unknown": ("ไม่พบบุคคลนี้ในเครื่อง", "This person is not known on this machine."),
    "profile-name": (
        "ชื่อโปรไฟล์ {name} ใช้ไม่ได้ ใช้ตัวอักษร a-z ตัวเลข - หรือ _",
        "{name} cannot be the name of a profile; use a-z, digits, - and _.",
    ),
    "resources-missing": (
        "ไม่พบโฟลเดอร์ resources ให้ติดตั้งโปรแกรมใหม่",
        "The folder resources is missing. Install the program again.",
    ),
    "store-busy": (
        "ข้อมูลกำลังถูกใช้โดยโปรแกรมอื่น รอสักครู่แล้วลองอีกครั้ง",
        "The store is in use by another program. Wait a moment and try again.",
    ),
    "store-damaged": (
        "ไฟล์ข้อมูลเสียหาย ไม่มีการแก้ไขไฟล์ ให้กู้จากไฟล์สำรองด้วยคำสั่ง restore",
        "The store is damaged and was left as it is. Bring it back from a backup with restore.",
    ),
    "store-disk": ("อ่านหรือเขียนดิสก์ไม่ได้", "The disk cannot be read or written."),
    "store-missing": (
        "ไม่พบไฟล์ข้อมูล store.db ให้กู้จากไฟล์สำรองด้วยคำสั่ง restore",
        "The store store.db is missing. Bring it back from a backup with restore.",
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
    "store-wrong-key": (
        "ไฟล์กุญแจกับไฟล์ข้อมูลไม่ใช่คู่กัน ให้กู้ทั้งสองไฟล์จากไฟล์สำรองเดียวกัน",
        "The key file and the store do not belong together. Bring both back from one backup.",
    ),
    "unexpected": (
        "เกิดข้อผิดพลาดที่ไม่คาดคิด รายละเอียดอยู่ใน {file}",
        "Something unexpected went wrong; the details are in {file}",
    ),
    "unit-bangkok": (
        "กรุงเทพมหานครไม่มีหน่วยรายงาน ({unit})",
        "Bangkok has no reporting units ({unit}).",
    ),
    "unit-unknown": ("ไม่มีหน่วยรายงานรหัส {unit}", "There is no reporting unit {unit}."),
}


def sentence(error: UserError) -> str:
    """One line for a person; a code without a sentence here is shown with its parameters."""
    texts = _TEXTS.get(error.code)
    if texts is None:
        return f"ทำไม่ได้ / refused: {error}"
    try:
        return " / ".join(texts).format(**error.params)
    except (KeyError, IndexError):
        return " / ".join(texts)
