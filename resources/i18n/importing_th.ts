<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns of “{sheet}”</source>
        <translation>คอลัมน์ของแผ่นงาน “{sheet}”</translation>
    </message>
    <message>
        <source>Each column goes where it says. What is chosen here is remembered for the next sheet.</source>
        <translation>แต่ละคอลัมน์จะลงในช่องที่เลือกไว้ โปรแกรมจำสิ่งที่เลือกไว้ใช้กับไฟล์ครั้งต่อไป</translation>
    </message>
    <message>
        <source>Years of two meanings</source>
        <translation>ปีที่อ่านได้สองแบบ</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>ให้ถาม</translation>
    </message>
    <message>
        <source>Buddhist era</source>
        <translation>พ.ศ.</translation>
    </message>
    <message>
        <source>common era</source>
        <translation>ค.ศ.</translation>
    </message>
    <message>
        <source>Dates whose year could be of either era</source>
        <translation>วันที่ที่ปีอาจเป็น พ.ศ. หรือ ค.ศ.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(ไม่นำเข้า)</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>New</source>
        <translation>ใหม่</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>เปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>เหมือนเดิม</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>spaces removed</source>
        <translation>ตัดช่องว่างเกิน</translation>
    </message>
    <message>
        <source>invisible characters removed</source>
        <translation>ตัดอักขระที่มองไม่เห็น</translation>
    </message>
    <message>
        <source>เเ made แ</source>
        <translation>แก้ เเ เป็น แ</translation>
    </message>
    <message>
        <source>ํา made ำ</source>
        <translation>แก้ ํา เป็น ำ</translation>
    </message>
    <message>
        <source>vowels and tone marks put in order</source>
        <translation>เรียงสระและวรรณยุกต์</translation>
    </message>
    <message>
        <source>Thai digits read</source>
        <translation>อ่านเลขไทย</translation>
    </message>
    <message>
        <source>text read as a number</source>
        <translation>อ่านข้อความเป็นตัวเลข</translation>
    </message>
    <message>
        <source>year read in its era</source>
        <translation>อ่านปีตามศักราช</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>แถว</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ผล</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>เพราะ</translation>
    </message>
    <message>
        <source>the entry is here already and is updated</source>
        <translation>มีรายการนี้ในเครื่องแล้ว จะปรับปรุงรายการเดิม</translation>
    </message>
    <message>
        <source>saved, not complete yet</source>
        <translation>บันทึกไว้ ยังกรอกไม่ครบ</translation>
    </message>
</context>
<context>
    <name>ImportingScreen</name>
    <message>
        <source>Form</source>
        <translation>แบบฟอร์ม</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Make a template</source>
        <translation>สร้างแบบกรอก</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>เลือกไฟล์ Excel</translation>
    </message>
    <message>
        <source>For return</source>
        <translation>สำหรับนำกลับเข้าระบบ</translation>
    </message>
    <message>
        <source>For publishing</source>
        <translation>สำหรับเผยแพร่</translation>
    </message>
    <message>
        <source>1. Fill in with Excel</source>
        <translation>1. กรอกด้วย Excel</translation>
    </message>
    <message>
        <source>A workbook with lists to choose from, notes, and last period&apos;s register filled in.</source>
        <translation>ไฟล์ Excel ที่มีรายการให้เลือก คำอธิบายที่หัวคอลัมน์ และทะเบียนงวดก่อนกรอกไว้ให้แล้ว</translation>
    </message>
    <message>
        <source>2. Read a workbook in</source>
        <translation>2. นำเข้าจาก Excel</translation>
    </message>
    <message>
        <source>The template, or any sheet with headings. You see what will happen before anything is written.</source>
        <translation>ใช้แบบกรอกของโปรแกรม หรือตารางใดก็ได้ที่มีหัวคอลัมน์ โปรแกรมแสดงผลให้ดูก่อนบันทึกเสมอ</translation>
    </message>
    <message>
        <source>3. Write out to Excel</source>
        <translation>3. ส่งออกเป็น Excel</translation>
    </message>
    <message>
        <source>For return: complete, with citizen IDs, audited. For publishing: masked, cannot be read back.</source>
        <translation>สำหรับนำกลับเข้าระบบ: ครบทุกช่อง มีเลขประจำตัวประชาชน และบันทึกการส่งออกไว้ · สำหรับเผยแพร่: ปิดบังข้อมูลส่วนบุคคล นำกลับเข้าระบบไม่ได้</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>หยุด</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>Rows of the workbook</source>
        <translation>แถวในไฟล์ Excel</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Another workbook</source>
        <translation>เลือกไฟล์อื่น</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>บันทึกแถวที่ไม่รับ</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>แบบกรอก</translation>
    </message>
    <message>
        <source>published</source>
        <translation>เผยแพร่</translation>
    </message>
    <message>
        <source>Export for return</source>
        <translation>ส่งออกสำหรับนำกลับเข้าระบบ</translation>
    </message>
    <message>
        <source>The workbook will hold citizen IDs in full. Say why; it is written into the audit trail.</source>
        <translation>ไฟล์นี้จะมีเลขประจำตัวประชาชนครบทุกหลัก โปรดระบุเหตุผล โปรแกรมจะบันทึกไว้ในประวัติการใช้งาน</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>return</source>
        <translation>นำกลับ</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>กำลังเขียนไฟล์…</translation>
    </message>
    <message>
        <source>Written: {file} ({n} entries)</source>
        <translation>เขียนไฟล์ {file} แล้ว ({n} รายการ)</translation>
    </message>
    <message>
        <source>Reading the workbook…</source>
        <translation>กำลังอ่านไฟล์…</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>กำลังตรวจทุกแถว…</translation>
    </message>
    <message>
        <source>Nothing is written yet. {n} rows will be written, {r} are refused.</source>
        <translation>ยังไม่ได้บันทึก จะบันทึก {n} แถว ไม่รับ {r} แถว</translation>
    </message>
    <message>
        <source>Write {n} rows</source>
        <translation>บันทึก {n} แถว</translation>
    </message>
    <message>
        <source>Writing in one piece…</source>
        <translation>กำลังบันทึกทั้งหมดในครั้งเดียว…</translation>
    </message>
    <message>
        <source>{n} rows are written.</source>
        <translation>บันทึกแล้ว {n} แถว</translation>
    </message>
    <message>
        <source>{r} were refused: save them, mend them, and read them in again.</source>
        <translation>ไม่รับ {r} แถว ให้บันทึกแถวที่ไม่รับ แก้ไข แล้วนำเข้าอีกครั้ง</translation>
    </message>
    <message>
        <source>Refused rows are in {file}, each with the reason in a comment.</source>
        <translation>แถวที่ไม่รับอยู่ในไฟล์ {file} มีเหตุผลอยู่ในข้อคิดเห็นของช่องนั้น ๆ</translation>
    </message>
</context>
</TS>
