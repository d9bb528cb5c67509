"""What central says of the program's versions, where they are signed and where they are offered."""

from __future__ import annotations

UPDATE_SENTENCES: dict[str, tuple[str, str]] = {
    "update-base-differs": (
        "ไฟล์ของโปรแกรมในเครื่องนี้ไม่ตรงกับรุ่นที่ติดตั้ง จึงปรับปรุงด้วยชุดเล็กไม่ได้ ติดตั้งรุ่นใหม่ด้วยตัวติดตั้ง ข้อมูลอยู่ครบ",
        "The program's files here are not those of its version, so the small update does not fit. Install "
        "the new version with its installer; all data stay.",
    ),
    "update-damaged": (
        "ชุดปรับปรุงโปรแกรมเสียหายหรือไม่ครบ จึงไม่ใช้ โปรแกรมรุ่นเดิมใช้ต่อได้ ครั้งต่อไปจะรับใหม่ทั้งหมด",
        "The update is damaged or not complete, so it was not used. The present version goes on; next time "
        "all of it is fetched anew.",
    ),
    "update-key-missing": (
        "ไม่พบกุญแจ หรืออ่านกุญแจไม่ได้: {path} เสียบ USB ที่เก็บกุญแจ หรือตรวจชื่อไฟล์",
        "The key is missing or cannot be read: {path}. Plug in the stick that holds it, or check the name.",
    ),
    "update-key-other": (
        "กุญแจ {path} ไม่ใช่กุญแจของส่วนกลางที่โปรแกรมเชื่อถือ นำ online.pem ที่ถูกต้องมาวาง "
        "หรือออกกุญแจใหม่ด้วย updates replace-key online",
        "{path} is not the key the programs trust for central. Put the right online.pem there, or replace it "
        "with updates replace-key online.",
    ),
    "update-keys-exist": (
        "มีไฟล์อยู่แล้วที่ {path} จึงไม่เขียนทับ เลือกที่ว่าง",
        "There is something at {path} already, and keys are never written over. Choose an empty place.",
    ),
    "update-keys-few": (
        "ต้องใช้กุญแจหลักที่ยังใช้ได้อย่างน้อย {wanted} ดอก ระบุด้วย --root-key",
        "At least {wanted} root keys that are still in force are needed; name them with --root-key.",
    ),
    "update-older": (
        "ชุดรุ่นนี้เก่ากว่าที่ส่วนกลางมี จึงไม่รับ ใช้โฟลเดอร์ออกรุ่นล่าสุด",
        "This release is older than what central has, so it was not taken. Use the newest release folder.",
    ),
    "update-range": (
        "ไฟล์นี้ไม่ยาวถึงส่วนที่ขอ",
        "The file does not reach that far.",
    ),
    "update-release": (
        "{path} ไม่ใช่โฟลเดอร์ออกรุ่น ต้องมี 1.root.json และ targets.json",
        "{path} is no release folder: 1.root.json and targets.json are wanted.",
    ),
    "update-signature": (
        "ชุดปรับปรุงโปรแกรมไม่มีลายเซ็นที่โปรแกรมนี้เชื่อถือ จึงไม่ใช้ โปรแกรมรุ่นเดิมใช้ต่อได้ ให้แจ้งผู้ดูแลระบบส่วนกลาง",
        "The update is not signed by the keys this program trusts, so it was not used. The present version "
        "goes on; tell central's administrator.",
    ),
    "update-tree": (
        "ไม่พบโฟลเดอร์โปรแกรม {path} สร้างด้วย packaging/build-windows ก่อน",
        "There is no program folder {path}. Build it first with packaging/build-windows.",
    ),
    "update-unknown": (
        "ส่วนกลางไม่มีรุ่น {version} ของ {platform} ดูรายการด้วย updates list",
        "Central has no version {version} of {platform}. The command updates list shows all.",
    ),
    "support-unreadable": (
        "ไฟล์ {path} ไม่ใช่ไฟล์ที่โปรแกรมทำให้ผู้ดูแล หรือเสียหาย ให้ขอไฟล์ใหม่ (.cddsupport.zip)",
        "{path} is not a file the program made for the administrator, or is damaged. Ask for a new one "
        "(.cddsupport.zip).",
    ),
}
