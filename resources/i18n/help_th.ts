<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>ช่วยเหลือ</translation>
    </message>
    <message>
        <source>F1 opens the page of the screen you are on.</source>
        <translation>กด F1 เพื่อเปิดหน้าของจอที่กำลังใช้</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ค้นหาในหน้าช่วยเหลือ</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>รายชื่อหน้าช่วยเหลือ</translation>
    </message>
    <message>
        <source>No page says this. Try a shorter word.</source>
        <translation>ไม่พบคำนี้ ลองใช้คำที่สั้นลง</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>เนื้อหา</translation>
    </message>
    <message>
        <source>Guide me through a report</source>
        <translation>แนะนำทีละขั้น</translation>
    </message>
</context>
</TS>
