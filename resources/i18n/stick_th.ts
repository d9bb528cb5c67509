<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Central&apos;s receipts for all files carried here. Each opens only on the machine it is for.</source>
        <translation>ใบรับของส่วนกลางสำหรับทุกไฟล์ที่รับฝากไว้ที่นี่ แต่ละใบเปิดได้เฉพาะเครื่องเจ้าของไฟล์</translation>
    </message>
    <message>
        <source>Receipts back to USB</source>
        <translation>บันทึกใบรับกลับลง USB</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>บันทึกลง {name}</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>โฟลเดอร์สำหรับใบรับ</translation>
    </message>
    <message>
        <source>Receipts on the stick: {n}</source>
        <translation>ใบรับอยู่ใน USB แล้ว {n} ใบ</translation>
    </message>
    <message>
        <source>Give the stick back to the district. There it is opened with Open files from USB.</source>
        <translation>คืน USB ให้อำเภอ แล้วให้อำเภอกด เปิดไฟล์จาก USB</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>{name}: {n} entries</source>
        <translation>{name} {n} รายการ</translation>
    </message>
    <message>
        <source>{name}, certified</source>
        <translation>{name} รับรองแล้ว</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} ชุด</translation>
    </message>
    <message>
        <source>{name} register</source>
        <translation>ทะเบียน{name}</translation>
    </message>
    <message>
        <source>The province has held it since {at} and passes it on. The receipt comes after that.</source>
        <translation>จังหวัดรับไฟล์ไว้เมื่อ {at} และจะส่งต่อให้ส่วนกลาง ใบรับจะตามมา</translation>
    </message>
    <message>
        <source>With the province</source>
        <translation>อยู่ที่จังหวัด</translation>
    </message>
    <message>
        <source>On USB</source>
        <translation>อยู่บน USB</translation>
    </message>
    <message>
        <source>Awaiting the receipt: open it here when the stick is back.</source>
        <translation>รอใบรับ เมื่อ USB กลับมาให้เปิดไฟล์ที่เครื่องนี้</translation>
    </message>
    <message>
        <source>Central received it on {at}. Put its receipt onto the stick for the district.</source>
        <translation>ส่วนกลางรับแล้วเมื่อ {at} บันทึกใบรับกลับลง USB ให้อำเภอ</translation>
    </message>
    <message>
        <source>Received by central</source>
        <translation>ส่วนกลางรับแล้ว</translation>
    </message>
    <message>
        <source>Not at central yet</source>
        <translation>ยังไม่ถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>Goes to central by itself at the next contact.</source>
        <translation>จะส่งต่อเองในการติดต่อส่วนกลางครั้งต่อไป</translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Not taken</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>รับแล้ว</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>ไม่มีอะไรใหม่</translation>
    </message>
    <message>
        <source>Does not join on</source>
        <translation>ข้อมูลต่อกันไม่ได้</translation>
    </message>
    <message>
        <source>With the province</source>
        <translation>อยู่ที่จังหวัด</translation>
    </message>
    <message>
        <source>Not at central yet</source>
        <translation>ยังไม่ถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>Receipt on the stick</source>
        <translation>ใบรับอยู่ใน USB</translation>
    </message>
    <message>
        <source>Write once more</source>
        <translation>ต้องบันทึกใหม่</translation>
    </message>
    <message>
        <source>Collecting everything that has no receipt yet.</source>
        <translation>กำลังรวบรวมข้อมูลที่ยังไม่มีใบรับ</translation>
    </message>
    <message>
        <source>Writing the file and reading it back. Leave the stick where it is.</source>
        <translation>กำลังเขียนไฟล์และอ่านทวน อย่าเพิ่งถอด USB</translation>
    </message>
    <message>
        <source>Checking and opening the files. Leave the stick where it is.</source>
        <translation>กำลังตรวจและเปิดไฟล์ อย่าเพิ่งถอด USB</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>ไฟล์เสียหาย</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>อ่านไม่ได้</translation>
    </message>
    <message>
        <source>Newer program</source>
        <translation>โปรแกรมรุ่นใหม่กว่า</translation>
    </message>
    <message>
        <source>For another office</source>
        <translation>ของหน่วยงานอื่น</translation>
    </message>
    <message>
        <source>For another machine</source>
        <translation>ของเครื่องอื่น</translation>
    </message>
    <message>
        <source>Sender not known</source>
        <translation>ไม่รู้จักผู้ส่ง</translation>
    </message>
    <message>
        <source>By its name it belongs to {office}.</source>
        <translation>ชื่อไฟล์บอกว่าเป็นของ {office}</translation>
    </message>
    <message>
        <source>Central does not know the machine that wrote it, or it was signed with another key. Central has stored nothing of it. Ask the district whether the file is theirs, and tell central's administrator.</source>
        <translation>ส่วนกลางไม่รู้จักเครื่องที่บันทึกไฟล์นี้ หรือลายเซ็นไม่ตรงกับที่ลงทะเบียน ส่วนกลางไม่ได้เก็บข้อมูลใดจากไฟล์นี้ ให้ถามอำเภอว่าเป็นไฟล์ของอำเภอจริงหรือไม่ แล้วแจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>The enrolment code of the machine that wrote it is not valid. Central has stored nothing of it. The district asks central for a new enrolment, and saves to USB once more.</source>
        <translation>รหัสลงทะเบียนของเครื่องที่บันทึกไฟล์นี้ใช้ไม่ได้ ส่วนกลางไม่ได้เก็บข้อมูลใดจากไฟล์นี้ ให้อำเภอขอไฟล์ลงทะเบียนใหม่จากส่วนกลาง แล้วบันทึกลง USB อีกครั้ง</translation>
    </message>
    <message>
        <source>It was written in this office, for central: hand the stick on.</source>
        <translation>ไฟล์นี้บันทึกจากสำนักงานนี้เพื่อส่งส่วนกลาง ให้นำ USB ส่งต่อ</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>By USB stick</source>
        <translation>ส่งทาง USB</translation>
    </message>
    <message>
        <source>Save to USB…</source>
        <translation>บันทึกลง USB…</translation>
    </message>
    <message>
        <source>Open files from USB…</source>
        <translation>เปิดไฟล์จาก USB…</translation>
    </message>
    <message>
        <source>Receipts back to USB…</source>
        <translation>บันทึกใบรับกลับลง USB…</translation>
    </message>
    <message>
        <source>Open the districts&apos; files here: they go to central at the next contact, and the receipts go back on the stick.</source>
        <translation>เปิดไฟล์ของอำเภอที่นี่ โปรแกรมส่งต่อให้ส่วนกลางเองเมื่อติดต่อได้ แล้วบันทึกใบรับกลับลง USB ให้อำเภอ</translation>
    </message>
    <message>
        <source>Without a line: save what waits onto a stick, hand it to the province, and open the receipt that comes back.</source>
        <translation>ไม่มีสัญญาณก็ส่งได้ บันทึกข้อมูลลง USB นำไปให้จังหวัด แล้วเปิดใบรับที่ได้กลับมา</translation>
    </message>
    <message>
        <source>and {n} older files</source>
        <translation>และไฟล์ที่เก่ากว่าอีก {n} ไฟล์</translation>
    </message>
    <message>
        <source>Photos and files go by network only: {n} stay here until then.</source>
        <translation>ภาพและไฟล์ส่งได้ทางเครือข่ายเท่านั้น อีก {n} รายการยังรออยู่ในเครื่องนี้</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>A new version of the program is on it and is being made ready.</source>
        <translation>มีโปรแกรมรุ่นใหม่ใน USB นี้ กำลังเตรียมให้ จะเริ่มใช้เมื่อเปิดโปรแกรมครั้งต่อไป</translation>
    </message>
    <message>
        <source>Receipts, what is new from central, and files of the districts. Nothing is taken in part.</source>
        <translation>รับใบรับ ข้อมูลใหม่จากส่วนกลาง และไฟล์ของอำเภอ แต่ละไฟล์รับทั้งไฟล์หรือไม่รับเลย</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>เลือกไฟล์…</translation>
    </message>
    <message>
        <source>Open files from USB</source>
        <translation>เปิดไฟล์จาก USB</translation>
    </message>
    <message>
        <source>Open what is on {name}</source>
        <translation>เปิดไฟล์ใน {name}</translation>
    </message>
    <message>
        <source>Files of this program</source>
        <translation>ไฟล์ของโปรแกรมนี้</translation>
    </message>
    <message>
        <source>File from USB</source>
        <translation>ไฟล์จาก USB</translation>
    </message>
    <message>
        <source>There is nothing for this machine on it. Try another stick or file.</source>
        <translation>ไม่พบไฟล์สำหรับเครื่องนี้ ลอง USB อันอื่นหรือเลือกไฟล์เอง</translation>
    </message>
    <message>
        <source>{n} of {all} files taken</source>
        <translation>รับแล้ว {n} จาก {all} ไฟล์</translation>
    </message>
    <message>
        <source>The answer lies on the stick. Give the stick back to the district.</source>
        <translation>คำตอบอยู่ใน USB แล้ว คืน USB ให้อำเภอ</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Everything without a receipt goes into one sealed file. All of it also stays here.</source>
        <translation>ข้อมูลทั้งหมดที่ยังไม่มีใบรับจะรวมเป็นไฟล์เดียวที่ปิดผนึก และยังอยู่ในเครื่องนี้ครบ</translation>
    </message>
    <message>
        <source>Save to USB</source>
        <translation>บันทึกลง USB</translation>
    </message>
    <message>
        <source>Save to {name}</source>
        <translation>บันทึกลง {name}</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>โฟลเดอร์สำหรับไฟล์</translation>
    </message>
    <message>
        <source>On the stick, waiting for its receipt</source>
        <translation>อยู่บน USB แล้ว รอใบรับ</translation>
    </message>
    <message>
        <source>Reports: {reports} ({certified} certified) · entries: {records} · changes: {saves}</source>
        <translation>{reports} ชุดรายงาน (รับรองแล้ว {certified}) · {records} รายการ · การเปลี่ยนแปลง {saves} ครั้ง</translation>
    </message>
    <message>
        <source>Nothing waits to be sent: the file asks central for what is new.</source>
        <translation>ไม่มีข้อมูลรอส่ง ไฟล์นี้ใช้ขอข้อมูลใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>Take the stick out and hand it to the provincial office. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</source>
        <translation>ถอด USB แล้วนำไปให้สำนักงานพัฒนาชุมชนจังหวัด เมื่อได้ USB คืนมา กด เปิดไฟล์จาก USB มีใบรับแล้วจึงถือว่าส่วนกลางรับ</translation>
    </message>
    <message>
        <source>Take the stick out and hand it to central. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</source>
        <translation>ถอด USB แล้วนำไปให้ส่วนกลาง เมื่อได้ USB คืนมา กด เปิดไฟล์จาก USB มีใบรับแล้วจึงถือว่าส่วนกลางรับ</translation>
    </message>
</context>
</TS>
