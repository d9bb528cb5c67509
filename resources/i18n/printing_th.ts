<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>Paper</name>
    <message>
        <source>printed {when}</source>
        <translation>พิมพ์เมื่อ {when}</translation>
    </message>
    <message>
        <source>Page {x} / {y}</source>
        <translation>หน้า {x} / {y}</translation>
    </message>
    <message>
        <source>{name} District Community Development Office, {province} Province</source>
        <translation>สำนักงานพัฒนาชุมชนอำเภอ{name} จังหวัด{province}</translation>
    </message>
    <message>
        <source>{name} Provincial Community Development Office</source>
        <translation>สำนักงานพัฒนาชุมชนจังหวัด{name}</translation>
    </message>
    <message>
        <source>Community Development Department</source>
        <translation>กรมการพัฒนาชุมชน</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} ไฟล์</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>ยืนยัน</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>สิ้นสุด</translation>
    </message>
    <message>
        <source>data not received</source>
        <translation>ยังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>ยังไม่ยืนยัน</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>ข้อ</translation>
    </message>
    <message>
        <source>Part {n} of {total}:</source>
        <translation>ตารางที่ {n} จาก {total}:</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>ที่</translation>
    </message>
    <message>
        <source>State of the entry</source>
        <translation>ผลการยืนยัน</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>(ลงชื่อ)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>proposer</source>
        <translation>ผู้เสนอ</translation>
    </message>
    <message>
        <source>certifier</source>
        <translation>ผู้รับรอง</translation>
    </message>
    <message>
        <source>accepted by</source>
        <translation>ผู้ตรวจรับ</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>ผู้อนุมัติ</translation>
    </message>
    <message>
        <source>officer of the provincial office</source>
        <translation>เจ้าหน้าที่สำนักงานพัฒนาชุมชนจังหวัด</translation>
    </message>
    <message>
        <source>community development officer in charge</source>
        <translation>พัฒนากรผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>community development officer</source>
        <translation>พัฒนากร</translation>
    </message>
    <message>
        <source>Chief of Community Development, {area} District</source>
        <translation>พัฒนาการอำเภอ{area}</translation>
    </message>
    <message>
        <source>Chief of Community Development, {area} Province</source>
        <translation>พัฒนาการจังหวัด{area}</translation>
    </message>
    <message>
        <source>acting for the {post}</source>
        <translation>รักษาการแทน{post}</translation>
    </message>
    <message>
        <source>Date {date}</source>
        <translation>วันที่ {date}</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>ร่าง</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>ปีงบประมาณ พ.ศ. {year}</translation>
    </message>
    <message>
        <source>Report: {name}</source>
        <translation>รายงาน{name}</translation>
    </message>
    <message>
        <source>DRAFT: not certified, not to be used as a report ({state})</source>
        <translation>ร่าง – ยังไม่ได้รับรอง ใช้อ้างอิงเป็นรายงานไม่ได้ (สถานะ: {state})</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} ถึง {last}</translation>
    </message>
    <message>
        <source>Data of</source>
        <translation>ข้อมูลระหว่าง</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>กำหนดส่ง</translation>
    </message>
    <message>
        <source>Reporting unit</source>
        <translation>รหัสหน่วยรายงาน</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Form version</source>
        <translation>แบบรายงานรุ่นที่</translation>
    </message>
    <message>
        <source>{name} (acting)</source>
        <translation>{name} (รักษาการแทน)</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>รับรองโดย</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>รับรองเมื่อ</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>เลขที่ใบรับ</translation>
    </message>
    <message>
        <source>Received by central</source>
        <translation>ส่วนกลางรับเมื่อ</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>ความทันเวลา</translation>
    </message>
    <message>
        <source>Nil report: there is nothing to report in this period</source>
        <translation>รายงานไม่มีข้อมูล: งวดนี้ไม่มีรายการต้องรายงาน</translation>
    </message>
    <message>
        <source>The head states: {text}</source>
        <translation>คำรับรองของหัวหน้าหน่วย: {text}</translation>
    </message>
    <message>
        <source>The entries are not on this machine; facts and figures only.</source>
        <translation>รายการไม่ได้อยู่ในเครื่องนี้ มีเฉพาะข้อเท็จจริงของชุดรายงาน</translation>
    </message>
    <message>
        <source>There are no entries.</source>
        <translation>ไม่มีรายการ</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} รายการ</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>ข้อสังเกต</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>คำชี้แจง</translation>
    </message>
    <message>
        <source>Reasons given</source>
        <translation>คำชี้แจงเหตุผล</translation>
    </message>
</context>
</TS>
