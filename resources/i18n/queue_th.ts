<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>QueueModel</name>
    <message>
        <source>chosen</source>
        <translation>เลือกแล้ว</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>Received reports that wait for you. What is out of the ordinary stands first.</source>
        <translation>รายงานที่ส่วนกลางรับแล้วและรอท่านตรวจ ชุดที่มีข้อสังเกตอยู่บนสุด</translation>
    </message>
    <message>
        <source>Accept chosen</source>
        <translation>ตรวจรับที่เลือก</translation>
    </message>
    <message>
        <source>Accept chosen ({n})</source>
        <translation>ตรวจรับที่เลือก ({n})</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>กลับแดชบอร์ด</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>รายงานที่รอตรวจ</translation>
    </message>
    <message>
        <source>Choose all with nothing to look at</source>
        <translation>เลือกทุกชุดที่ไม่มีข้อสังเกต</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>ไม่เลือก</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>ไม่มีรายงานที่รอท่านตรวจ</translation>
    </message>
    <message>
        <source>Reports appear here when they have been received.</source>
        <translation>รายงานจะปรากฏที่นี่เมื่อส่วนกลางได้รับแล้ว</translation>
    </message>
    <message>
        <source>Office or dataset</source>
        <translation>หน่วยงานหรือชุดข้อมูล</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>ค้นในรายการที่รอตรวจ</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} ชุด</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} ชุด</translation>
    </message>
    <message>
        <source>Accept {n} reports</source>
        <translation>ตรวจรับ {n} ชุด</translation>
    </message>
    <message>
        <source>{n} of them hold something to look at.</source>
        <translation>ในจำนวนนี้ {n} ชุดมีข้อสังเกต</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>ตรวจรับทั้งหมด</translation>
    </message>
    <message>
        <source>{n} reports were accepted. They travel with the next contact.</source>
        <translation>ตรวจรับแล้ว {n} ชุด ผลจะไปพร้อมการติดต่อส่วนกลางครั้งต่อไป</translation>
    </message>
    <message>
        <source>{n} had been moved by somebody else and were left alone.</source>
        <translation>อีก {n} ชุดมีผู้อื่นดำเนินการไปแล้ว จึงไม่เปลี่ยน</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Reports that wait</source>
        <translation>รายงานที่รอตรวจ</translation>
    </message>
</context>
</TS>
