"""What central says about its desk and about keeping its data: a Thai and an English sentence for each code."""

from __future__ import annotations

DESK_SENTENCES: dict[str, tuple[str, str]] = {
    "central-backup-damaged": (
        "ไฟล์สำรองของส่วนกลางเสียหายหรือไม่ครบ ไม่มีข้อมูลใดถูกนำกลับ ให้ใช้ไฟล์สำรองอื่น",
        "The backup of central is damaged or not whole; nothing was restored. Use another one.",
    ),
    "central-backup-newer": (
        "ไฟล์สำรองนี้ทำด้วยโปรแกรมรุ่นใหม่กว่า ใช้โปรแกรมรุ่นใหม่ก่อน",
        "The backup was made by a newer program. Use the newer program.",
    ),
    "central-begun": (
        "ส่วนกลางนี้มีผู้ดูแลระบบแล้ว จึงไม่มีสิ่งใดเปลี่ยน เพิ่มคนด้วยคำสั่ง cdd-central people add และให้รหัสผ่านใหม่ด้วย people password",
        "This central has an administrator already, so nothing was changed. Add people with cdd-central "
        "people add, give a new password with people password.",
    ),
    "citizen-id-unreadable": (
        "เลขประจำตัวประชาชนต้องมี 13 หลัก",
        "A citizen id has 13 digits.",
    ),
    "code-withdrawn": (
        "รหัสลงทะเบียนนี้ถูกยกเลิกแล้ว ใช้รหัสในหนังสือฉบับล่าสุด หรือขอรหัสใหม่จากผู้ดูแลระบบส่วนกลาง",
        "This enrolment code was withdrawn. Use the one of the latest letter, or ask central's administrator "
        "for a new one.",
    ),
    "data-out-needed": (
        "ระบุไฟล์ที่จะเขียนด้วย --out FILE.json",
        "Name the file to write with --out FILE.json.",
    ),
    "device-not-here": (
        "ไม่พบเครื่องนี้ ดูเลขประจำเครื่องด้วย cdd-central devices",
        "There is no such machine. See the ids with cdd-central devices.",
    ),
    "login-taken": (
        "ชื่อเข้าใช้ {login} เป็นของคนอื่นแล้ว เลือกชื่ออื่น",
        "The sign-in name {login} belongs to somebody else. Choose another one.",
    ),
    "login-unreadable": (
        "ชื่อเข้าใช้ {login} ใช้ไม่ได้ ใช้ 1 ถึง 60 ตัวอักษร ไม่เว้นวรรค",
        "The sign-in name {login} cannot be used. Use 1 to 60 characters without blanks.",
    ),
    "name-needed": (
        "ต้องระบุชื่อ",
        "A name is needed.",
    ),
    "offices-columns": (
        "ไฟล์รายชื่อหน่วยงานต้องเป็น CSV แบบ UTF-8 มีหัวคอลัมน์ {columns} สร้างไฟล์ตั้งต้นด้วย cdd-central codes offices",
        "The list of offices has to be UTF-8 CSV with the columns {columns}. Make one to begin with by cdd-"
        "central codes offices.",
    ),
    "offices-line": (
        "บรรทัดที่ {line} ของไฟล์รายชื่อหน่วยงานไม่ถูกต้อง ({reason}) ยังไม่มีรหัสใดถูกสร้าง แก้แล้วสั่งใหม่",
        "Line {line} of the list of offices is wrong ({reason}). No code was made. Mend it and run the command again.",
    ),
    "password-file-unreadable": (
        "อ่านไฟล์ที่ระบุใน CDD_PASSWORD_FILE ไม่ได้",
        "The file named by CDD_PASSWORD_FILE cannot be read.",
    ),
    "password-short": (
        "รหัสผ่านต้องยาวอย่างน้อย {least} ตัวอักษร",
        "The password needs at least {least} characters.",
    ),
    "password-twice": (
        "รหัสผ่านที่พิมพ์สองครั้งไม่ตรงกัน ยังไม่มีสิ่งใดเปลี่ยน ให้สั่งใหม่",
        "The two passwords differ; nothing was changed. Run the command again.",
    ),
    "person-ended": (
        "บุคคลนี้พ้นจากหน่วยงานแล้ว ให้เพิ่มเป็นบุคคลใหม่",
        "This person has left the office. Add them anew.",
    ),
    "person-not-here": (
        "ไม่พบบุคคลนี้ ดูเลขประจำตัวด้วย cdd-central people",
        "There is no such person. See the ids with cdd-central people.",
    ),
    "place-not-yours": (
        "หน่วยงานนี้อยู่นอกพื้นที่ของท่าน หรือไม่มีหน่วยงานนี้",
        "This office lies outside your area, or does not exist.",
    ),
    "publish-nothing-to-withdraw": (
        "ไม่มีฉบับที่ส่วนกลางเผยแพร่ของ {key} ให้ถอนกลับ",
        "Central has published nothing of {key} that could be taken back.",
    ),
    "recovery-not-for-us": (
        "ไฟล์นี้ปิดผนึกไว้ให้ส่วนกลางอื่น จึงกู้คืนรหัสผ่านที่นี่ไม่ได้",
        "The file is sealed for another central, so the password cannot be recovered here.",
    ),
    "recovery-unreadable": (
        "ไฟล์กู้คืนรหัสผ่านอ่านไม่ได้ ให้ส่งไฟล์มาใหม่",
        "The file about a forgotten password cannot be read. Send it again.",
    ),
    "restore-not-empty": (
        "นำข้อมูลสำรองกลับได้เฉพาะในฐานข้อมูลว่าง ข้อมูลที่มีอยู่ไม่ถูกเปลี่ยน สร้างฐานข้อมูลใหม่แล้วระบุด้วย --database",
        "A backup is restored into an empty database only; what is there was not changed. Make a new database"
        " and name it with --database.",
    ),
    "role-not-allowed": (
        "บทบาทของท่านทำสิ่งนี้ไม่ได้ ให้ขอผู้ดูแลระบบส่วนกลาง",
        "Your role may not do this. Ask central's administrator.",
    ),
    "sign-in-needed": (
        "ต้องเข้าใช้ระบบส่วนกลางก่อน",
        "Sign in at central first.",
    ),
    "sign-in-over": (
        "การเข้าใช้สิ้นสุดแล้ว ให้เข้าใช้ใหม่",
        "The sign-in is over. Sign in again.",
    ),
    "sign-in-wrong": (
        "ชื่อเข้าใช้หรือรหัสผ่านไม่ถูกต้อง",
        "The sign-in name or the password is wrong.",
    ),
    "tidy-days": (
        "เก็บไว้อย่างน้อย {least} วัน",
        "Keep at least {least} days.",
    ),
    "unit-twice": (
        "หน่วยงานนี้มีมากกว่าหนึ่งบรรทัด",
        "This office stands in more than one line.",
    ),
}
