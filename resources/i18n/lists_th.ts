<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>DaysPage</name>
    <message>
        <source>Calendar year</source>
        <translation>ปีปฏิทิน</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>ชื่อวันหยุด</translation>
    </message>
    <message>
        <source>central</source>
        <translation>ส่วนกลาง</translation>
    </message>
    <message>
        <source>the program's list</source>
        <translation>รายการในโปรแกรม</translation>
    </message>
    <message>
        <source>this office</source>
        <translation>หน่วยงานนี้</translation>
    </message>
    <message>
        <source>What this office adds counts at once, on this machine.</source>
        <translation>วันที่หน่วยงานเพิ่มมีผลทันทีในเครื่องนี้</translation>
    </message>
    <message>
        <source>No holidays are published for this year yet: weekends count, and what is added here.</source>
        <translation>ปีนี้ยังไม่มีประกาศวันหยุด นับเฉพาะเสาร์อาทิตย์และวันที่เพิ่มไว้ที่นี่</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>วันหยุด</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>ผู้กำหนด</translation>
    </message>
    <message>
        <source>Date of the holiday</source>
        <translation>วันที่ของวันหยุด</translation>
    </message>
    <message>
        <source>No holidays of this year yet. Type one below, or read a file.</source>
        <translation>ยังไม่มีวันหยุดของปีนี้ พิมพ์เพิ่มด้านล่าง หรือนำเข้าจากไฟล์</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Entries of the list</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>เอาออก</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>แถว</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>ข้อความในไฟล์</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ผล</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>แถวของไฟล์</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>New</source>
        <translation>ใหม่</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>เปลี่ยน</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>เหมือนเดิม</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ไม่รับ</translation>
    </message>
</context>
<context>
    <name>ListsScreen</name>
    <message>
        <source>Holidays and villages</source>
        <translation>วันหยุดและหมู่บ้าน</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>นำเข้าจากไฟล์…</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>บันทึกเป็นไฟล์…</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>วันหยุด</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>หมู่บ้าน</translation>
    </message>
    <message>
        <source>Read a list</source>
        <translation>อ่านรายการจากไฟล์</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>วันหยุด</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>หมู่บ้าน</translation>
    </message>
    <message>
        <source>Write the list</source>
        <translation>เขียนรายการลงไฟล์</translation>
    </message>
</context>
<context>
    <name>VillagesPage</name>
    <message>
        <source>Moo</source>
        <translation>หมู่ที่</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>หมู่บ้าน</translation>
    </message>
    <message>
        <source>Moo (0 for a community in a municipality)</source>
        <translation>หมู่ที่ (0 คือชุมชนในเขตเทศบาล)</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>ตำบล</translation>
    </message>
    <message>
        <source>Village name</source>
        <translation>ชื่อหมู่บ้าน</translation>
    </message>
    <message>
        <source>{n} villages here, {all} in the office's list. Forms offer them; nothing is forced.</source>
        <translation>ตำบลนี้ {n} หมู่บ้าน ทั้งหน่วยงาน {all} หมู่บ้าน แบบบันทึกจะเสนอชื่อ ไม่บังคับ</translation>
    </message>
    <message>
        <source>No village of this subdistrict is in the list yet. Type one below, or read a file.</source>
        <translation>ยังไม่มีหมู่บ้านของตำบลนี้ในรายการ พิมพ์เพิ่มด้านล่าง หรือนำเข้าจากไฟล์</translation>
    </message>
</context>
</TS>
