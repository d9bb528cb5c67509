<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="en">
<context>
    <name>AutoCodeEditor</name>
    <message>
        <source>Given by the system when central has received it</source>
        <translation>ระบบออกให้เมื่อส่วนกลางรับ</translation>
    </message>
</context>
<context>
    <name>BooleanEditor</name>
    <message>
        <source>Yes</source>
        <translation>ใช่</translation>
    </message>
    <message>
        <source>No</source>
        <translation>ไม่ใช่</translation>
    </message>
</context>
<context>
    <name>Certify</name>
    <message>
        <source>Returned by {name} on {at} with {n} comments.</source>
        <translation>{name} ส่งกลับแก้ไขเมื่อ {at} พร้อมความเห็น {n} ข้อ</translation>
    </message>
    <message>
        <source>Returned by {name} on {at}.</source>
        <translation>{name} ส่งกลับแก้ไขเมื่อ {at}</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>ต้องแก้</translation>
    </message>
    <message>
        <source>wants a reason</source>
        <translation>ต้องระบุเหตุผล</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>ทั้งชุดรายงาน</translation>
    </message>
    <message>
        <source>{tambon} subdistrict</source>
        <translation>ต.{tambon}</translation>
    </message>
    <message>
        <source>Entries of this report</source>
        <translation>รายการในชุดรายงานนี้</translation>
    </message>
    <message>
        <source>Returned by {name}: {reason}</source>
        <translation>{name} ส่งกลับแก้ไข: {reason}</translation>
    </message>
    <message>
        <source>{n} things are still to be done before the report can be proposed.</source>
        <translation>ยังมี {n} รายการที่ต้องแก้ก่อนเสนอชุดรายงานนี้</translation>
    </message>
    <message>
        <source>Everything is in order. {n} entries are ready to be proposed to the head.</source>
        <translation>ข้อมูลครบถ้วนแล้ว {n} รายการ พร้อมเสนอเพื่อรับรอง</translation>
    </message>
    <message>
        <source>Proposed by {name} on {at}. It waits for the head to certify it.</source>
        <translation>{name} เสนอแล้วเมื่อ {at} รอการรับรอง</translation>
    </message>
    <message>
        <source>Certified by {name} on {at}. It is sent to central at the next contact.</source>
        <translation>{name} รับรองแล้วเมื่อ {at} จะส่งถึงส่วนกลางเมื่อติดต่อได้</translation>
    </message>
    <message>
        <source>Accepted by {name} on {at}.</source>
        <translation>{name} ตรวจรับแล้วเมื่อ {at}</translation>
    </message>
    <message>
        <source>Approved by {name} on {at}.</source>
        <translation>{name} อนุมัติแล้วเมื่อ {at}</translation>
    </message>
    <message>
        <source>Certified, and received by central on {at}. The province reviews it.</source>
        <translation>รับรองแล้ว และส่วนกลางรับแล้วเมื่อ {at} อยู่ระหว่างตรวจรับ</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>เสนอแล้ว</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>นำกลับมาแก้</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>Re-opened</source>
        <translation>เปิดแก้ไขใหม่</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>ตรวจรับแล้ว</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>อนุมัติแล้ว</translation>
    </message>
    <message>
        <source>acting for the head</source>
        <translation>รักษาการแทน</translation>
    </message>
    <message>
        <source>Nothing has been entered for this period yet.</source>
        <translation>ยังไม่มีการบันทึกรายการในงวดนี้</translation>
    </message>
    <message>
        <source>Not entered for this period yet</source>
        <translation>ยังไม่ได้บันทึกในงวดนี้</translation>
    </message>
    <message>
        <source>to enter</source>
        <translation>ต้องบันทึก</translation>
    </message>
</context>
<context>
    <name>CertifyDialog</name>
    <message>
        <source>Certify</source>
        <translation>รับรอง</translation>
    </message>
    <message>
        <source>Certify “{dataset}”</source>
        <translation>รับรอง “{dataset}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>คำชี้แจง</translation>
    </message>
    <message>
        <source>State in writing that the register is empty</source>
        <translation>โปรดระบุเป็นลายลักษณ์อักษรว่าทะเบียนไม่มีรายการ</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>รหัสผ่านของ {name}</translation>
    </message>
    <message>
        <source>You certify that there are no data for this period (nil report).</source>
        <translation>ท่านกำลังรับรองว่าไม่มีข้อมูลในงวดนี้ (รายงานศูนย์)</translation>
    </message>
    <message>
        <source>There is no entry. A report without entries is certified with a written statement only.</source>
        <translation>ชุดรายงานนี้ไม่มีรายการ จะรับรองได้เมื่อมีคำชี้แจงเป็นลายลักษณ์อักษรเท่านั้น</translation>
    </message>
    <message>
        <source>You certify {n} entries with your name. The list is frozen as it is now and sent to central at the next contact.</source>
        <translation>ท่านกำลังรับรองข้อมูล {n} รายการในนามของท่าน ข้อมูลจะถูกตรึงไว้ตามที่เป็นอยู่ขณะนี้ และส่งถึงส่วนกลางเมื่อติดต่อได้</translation>
    </message>
    <message>
        <source>You certify as acting head; the report is marked so.</source>
        <translation>ท่านรับรองในฐานะผู้รักษาการแทน ชุดรายงานจะระบุไว้เช่นนั้น</translation>
    </message>
</context>
<context>
    <name>CertifyScreen</name>
    <message>
        <source>There are no data for this period; I confirm a nil report</source>
        <translation>ไม่มีข้อมูลในงวดนี้ ขอยืนยันรายงานศูนย์</translation>
    </message>
    <message>
        <source>To be done before the report can go on</source>
        <translation>สิ่งที่ต้องทำก่อนเดินเรื่องต่อ</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>ความเป็นมา</translation>
    </message>
    <message>
        <source>{n} things; press one to go there</source>
        <translation>{n} รายการ กดเพื่อไปที่ช่องนั้น</translation>
    </message>
    <message>
        <source>Propose to: {head}</source>
        <translation>เสนอ{head}</translation>
    </message>
    <message>
        <source>Certify…</source>
        <translation>รับรอง…</translation>
    </message>
    <message>
        <source>Return to the officer…</source>
        <translation>ส่งกลับแก้ไข…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>นำกลับมาแก้</translation>
    </message>
    <message>
        <source>Re-open…</source>
        <translation>เปิดแก้ไขใหม่…</translation>
    </message>
    <message>
        <source>To the entries</source>
        <translation>ไปที่แบบฟอร์ม</translation>
    </message>
    <message>
        <source>Keep this reason</source>
        <translation>บันทึกเหตุผล</translation>
    </message>
    <message>
        <source>Return to the officer</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>What is to be corrected? The officer sees your words.</source>
        <translation>โปรดระบุสิ่งที่ต้องแก้ไข เจ้าหน้าที่จะเห็นข้อความนี้</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>เปิดแก้ไขใหม่</translation>
    </message>
    <message>
        <source>The certification is withdrawn and the entries can be edited again. Why?</source>
        <translation>การรับรองจะถูกยกเลิก และกลับมาแก้ไขข้อมูลได้ โปรดระบุเหตุผล</translation>
    </message>
    <message>
        <source>Answer to the reviewer, if you like: what was corrected, or why it is right</source>
        <translation>ตอบผู้ตรวจ (ถ้ามี): แก้ไขอะไร หรือเหตุใดจึงถูกต้องแล้ว</translation>
    </message>
    <message>
        <source>Answer to the reviewer</source>
        <translation>คำตอบถึงผู้ตรวจ</translation>
    </message>
    <message>
        <source>Comments on fields: {n}, answered: {answered}. Answers go with the proposal.</source>
        <translation>ความเห็นรายช่อง {n} ข้อ ตอบแล้ว {answered} ข้อ คำตอบจะส่งไปพร้อมกับการเสนอ</translation>
    </message>
</context>
<context>
    <name>CitizenIdEditor</name>
    <message>
        <source>Show</source>
        <translation>แสดง</translation>
    </message>
    <message>
        <source>Showing the number is written to the audit trail</source>
        <translation>การแสดงเลขประจำตัวจะถูกบันทึกไว้ในประวัติการใช้งาน</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>No data received yet</source>
        <translation>ยังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>Why are there no data of “{name}” for this period? The reason is part of the report.</source>
        <translation>เหตุใดจึงยังไม่ได้รับข้อมูลของ “{name}” ในงวดนี้ เหตุผลจะอยู่ในชุดรายงานด้วย</translation>
    </message>
    <message>
        <source>Mark as not received</source>
        <translation>บันทึกว่ายังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>ลบรายการนี้หรือไม่</translation>
    </message>
    <message>
        <source>“{name}” has never been received by central. It is deleted from this machine.</source>
        <translation>ส่วนกลางยังไม่เคยรับ “{name}” รายการจะถูกลบออกจากเครื่องนี้</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>รายการใหม่</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ลบ</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End this entry</source>
        <translation>สิ้นสุดรายการ</translation>
    </message>
    <message>
        <source>End “{name}”</source>
        <translation>สิ้นสุด “{name}”</translation>
    </message>
    <message>
        <source>The entry stays in the register and in earlier reports, and is no longer asked for.</source>
        <translation>รายการยังอยู่ในทะเบียนและในรายงานงวดก่อน แต่จะไม่ถามหาในงวดต่อไป</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>ตั้งแต่วันที่</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Previous</source>
        <translation>ก่อนหน้า</translation>
    </message>
    <message>
        <source>Data have come in after all</source>
        <translation>ได้รับข้อมูลแล้ว</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>ลบ…</translation>
    </message>
    <message>
        <source>All entered: go on to propose</source>
        <translation>ครบแล้ว ไปเสนอชุดรายงาน</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>ถัดไป (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>ปีงบประมาณ {year}</translation>
    </message>
    <message>
        <source>Add to the register</source>
        <translation>เพิ่มในทะเบียน</translation>
    </message>
    <message>
        <source>Add: {kind}</source>
        <translation>เพิ่ม{kind}</translation>
    </message>
    <message>
        <source>Propose to: {head}</source>
        <translation>เสนอ{head}</translation>
    </message>
    <message>
        <source>State and history</source>
        <translation>สถานะและความเป็นมา</translation>
    </message>
    <message>
        <source>Moo {moo}</source>
        <translation>ม.{moo}</translation>
    </message>
    <message>
        <source>{tambon} subdistrict</source>
        <translation>ต.{tambon}</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(ยังไม่มีชื่อ)</translation>
    </message>
    <message>
        <source>Returned by {name} on {at}</source>
        <translation>{name} ส่งกลับแก้ไขเมื่อ {at}</translation>
    </message>
    <message>
        <source>No data received yet… (F7)</source>
        <translation>ยังไม่ได้รับข้อมูล… (F7)</translation>
    </message>
    <message>
        <source>End this entry… (F10)</source>
        <translation>สิ้นสุดรายการ… (F10)</translation>
    </message>
    <message>
        <source>Confirm, next (F8)</source>
        <translation>ยืนยันและถัดไป (F8)</translation>
    </message>
    <message>
        <source>{n} times last period's</source>
        <translation>{n} เท่าของงวดก่อน</translation>
    </message>
    <message>
        <source>{n} from last period</source>
        <translation>{n} จากงวดก่อน</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>รอยืนยัน</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>ความเห็นถัดไป</translation>
    </message>
    <message>
        <source>Comments: {n}</source>
        <translation>ความเห็น {n} ข้อ</translation>
    </message>
</context>
<context>
    <name>EntryScreen</name>
    <message>
        <source>Back to the list</source>
        <translation>กลับไปที่รายการ</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>ยังไม่ได้เปิดรายการ</translation>
    </message>
    <message>
        <source>Choose an entry from the list.</source>
        <translation>เลือกรายการจากรายชื่อทางซ้าย</translation>
    </message>
    <message>
        <source>Register ({n})</source>
        <translation>ทะเบียน ({n})</translation>
    </message>
    <message>
        <source>This period ({n})</source>
        <translation>งวดนี้ ({n})</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Is this meant? Press to take it</source>
        <translation>หมายถึงค่านี้ใช่หรือไม่ กดเพื่อใช้ค่านี้</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Add a row</source>
        <translation>เพิ่มแถว</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>ที่</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Central has received the photos</source>
        <translation>ส่วนกลางรับภาพแล้ว</translation>
    </message>
    <message>
        <source>Not on this machine yet</source>
        <translation>ยังไม่มีในเครื่องนี้</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>เลือกภาพ…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>วาง</translation>
    </message>
    <message>
        <source>{name} is no picture this program can read</source>
        <translation>โปรแกรมอ่านไฟล์ {name} เป็นภาพไม่ได้</translation>
    </message>
    <message>
        <source>Preparing the photo…</source>
        <translation>กำลังเตรียมภาพ…</translation>
    </message>
    <message>
        <source>Photos not sent yet</source>
        <translation>ภาพยังไม่ส่ง</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>ไฟล์ภาพ</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>เลือกภาพ</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard</source>
        <translation>ไม่มีภาพในคลิปบอร์ด</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>This period has not begun. Entry is possible from {date}.</source>
        <translation>งวดนี้ยังไม่ถึงเวลา บันทึกได้ตั้งแต่ {date}</translation>
    </message>
    <message>
        <source>This period has not begun yet.</source>
        <translation>งวดนี้ยังไม่ถึงเวลา</translation>
    </message>
    <message>
        <source>The report has been proposed and waits for the head. To change something, take it back first.</source>
        <translation>ชุดรายงานนี้เสนอแล้ว อยู่ระหว่างรอรับรอง หากต้องการแก้ไขให้นำกลับมาแก้ก่อน</translation>
    </message>
    <message>
        <source>The report has been certified. Only the head can re-open it, as long as central has not received it.</source>
        <translation>ชุดรายงานนี้รับรองแล้ว ผู้รับรองเท่านั้นที่เปิดแก้ไขใหม่ได้ ตราบที่ส่วนกลางยังไม่รับ</translation>
    </message>
    <message>
        <source>The province has accepted the report. It can be changed after the province has returned it.</source>
        <translation>ชุดรายงานนี้ตรวจรับแล้ว จะแก้ไขได้เมื่อถูกส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>The report has been approved. It can be changed after the province has returned it.</source>
        <translation>ชุดรายงานนี้อนุมัติแล้ว จะแก้ไขได้เมื่อถูกส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>This entry belongs to another office. You can only look at it.</source>
        <translation>รายการนี้เป็นของสำนักงานอื่น ดูได้อย่างเดียว</translation>
    </message>
    <message>
        <source>Your role only looks at entries. An officer of this office enters them.</source>
        <translation>บทบาทของท่านดูข้อมูลได้อย่างเดียว เจ้าหน้าที่ของสำนักงานนี้เป็นผู้บันทึก</translation>
    </message>
    <message>
        <source>This entry was made with a newer form. Update the program to edit it; nothing is lost.</source>
        <translation>รายการนี้บันทึกด้วยแบบฟอร์มรุ่นใหม่กว่า ปรับปรุงโปรแกรมก่อนจึงจะแก้ไขได้ ข้อมูลไม่หาย</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Last: {value}</source>
        <translation>งวดก่อน {value}</translation>
    </message>
    <message>
        <source>Answer to {name}, if you like</source>
        <translation>คำตอบถึง{name} (ถ้ามี)</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>New entry</source>
        <translation>รายการใหม่</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>กำลังบันทึก…</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>ยังบันทึกไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>Saved in this machine {when}</source>
        <translation>บันทึกในเครื่องแล้ว {when}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>No data received yet: {reason}</source>
        <translation>ยังไม่ได้รับข้อมูล: {reason}</translation>
    </message>
    <message>
        <source>Ended in this round: {reason}</source>
        <translation>สิ้นสุดในงวดนี้: {reason}</translation>
    </message>
    <message>
        <source>{n} to correct</source>
        <translation>ต้องแก้ {n} ช่อง</translation>
    </message>
    <message>
        <source>{n} to explain</source>
        <translation>ต้องระบุเหตุผล {n} ช่อง</translation>
    </message>
    <message>
        <source>{n} left to fill in</source>
        <translation>เหลือ {n} ช่อง</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>ครบถ้วน</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
</context>
<context>
    <name>WorklistPanel</name>
    <message>
        <source>{done} of {all} entries</source>
        <translation>{done} จาก {all} รายการ</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>เหลือ {n}</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>ครบแล้ว</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>เพิ่ม…</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>ค้นหา (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>ค้นหาในรายการ</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Enter the next</source>
        <translation>บันทึกรายการถัดไป</translation>
    </message>
    <message>
        <source>All entered: go on to propose</source>
        <translation>ครบแล้ว ไปเสนอชุดรายงาน</translation>
    </message>
    <message>
        <source>See comments</source>
        <translation>ดูความเห็น</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Central has received the files</source>
        <translation>ส่วนกลางรับไฟล์แล้ว</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>แนบไฟล์…</translation>
    </message>
    <message>
        <source>Any kind of file up to {n} MB, kept as it is.</source>
        <translation>แนบได้ทุกชนิด ไม่เกิน {n} MB เก็บตามต้นฉบับ</translation>
    </message>
    <message>
        <source>Files not sent yet</source>
        <translation>ไฟล์ยังไม่ส่ง</translation>
    </message>
    <message>
        <source>Keeping the file…</source>
        <translation>กำลังเก็บไฟล์…</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>แนบไฟล์</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>ไฟล์ทุกชนิด</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Save a copy…</source>
        <translation>บันทึกสำเนา…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>นำออก</translation>
    </message>
    <message>
        <source>File {n}</source>
        <translation>ไฟล์ {n}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>บันทึกสำเนา</translation>
    </message>
</context>
<context>
    <name>RoundBar</name>
    <message>
        <source>Confirm the {n} selected</source>
        <translation>ยืนยันที่เลือก {n} รายการ</translation>
    </message>
    <message>
        <source>Confirm all {n} unchanged</source>
        <translation>ยืนยันทั้งหมดที่ไม่เปลี่ยน {n} รายการ</translation>
    </message>
</context>
<context>
    <name>RoundKeys</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>เลิกทำ (Ctrl+Z)</translation>
    </message>
    <message>
        <source>F8 confirm · F9 change · F10 end</source>
        <translation>F8 ยืนยัน · F9 แก้ไข · F10 สิ้นสุด</translation>
    </message>
    <message>
        <source>F7 no data yet · Ctrl+Enter next</source>
        <translation>F7 ยังไม่ได้รับข้อมูล · Ctrl+Enter ถัดไป</translation>
    </message>
    <message>
        <source>Confirm {n} entries?</source>
        <translation>ยืนยัน {n} รายการหรือไม่</translation>
    </message>
    <message>
        <source>Nothing was changed in them. Those with something to correct or to explain are left for you.</source>
        <translation>รายการเหล่านี้ไม่มีการเปลี่ยนแปลง รายการที่ยังต้องแก้หรือต้องชี้แจงจะไม่ถูกยืนยัน</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>ยืนยัน</translation>
    </message>
    <message>
        <source>{n} entries confirmed.</source>
        <translation>ยืนยันแล้ว {n} รายการ</translation>
    </message>
    <message>
        <source>{n} are left, with something to correct or to explain.</source>
        <translation>เหลือ {n} รายการที่ต้องแก้หรือต้องชี้แจง</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>ประวัติการแก้ไข</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>รายการใหม่</translation>
    </message>
    <message>
        <source>History of “{name}”</source>
        <translation>ประวัติการแก้ไข “{name}”</translation>
    </message>
    <message>
        <source>Using a value again is a change like any other: it is saved, sent and can be undone.</source>
        <translation>การใช้ค่าเดิมเป็นการแก้ไขครั้งใหม่ ระบบบันทึก ส่ง และเลิกทำได้เหมือนการแก้ไขอื่น</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>ยังไม่มีการแก้ไข</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>The entry was deleted</source>
        <translation>รายการถูกลบ</translation>
    </message>
    <message>
        <source>Use the old value</source>
        <translation>ใช้ค่าเดิม</translation>
    </message>
    <message>
        <source>Use “{value}” again for {field}</source>
        <translation>ใช้ค่า “{value}” อีกครั้งในช่อง {field}</translation>
    </message>
    <message>
        <source>another machine, through central</source>
        <translation>เครื่องอื่นในหน่วยงาน ผ่านส่วนกลาง</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>รอส่ง</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>not a value: {text}</source>
        <translation>ยังไม่เป็นค่าที่ถูกต้อง: {text}</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>ว่าง</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>มีแถว</translation>
    </message>
    <message>
        <source>{n} attached</source>
        <translation>แนบ {n} ไฟล์</translation>
    </message>
    <message>
        <source>Mark of the round</source>
        <translation>สถานะในงวด</translation>
    </message>
    <message>
        <source>Reason of the mark</source>
        <translation>เหตุผลของสถานะในงวด</translation>
    </message>
    <message>
        <source>Reason: {rule}</source>
        <translation>เหตุผล: {rule}</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>ยืนยันแล้ว</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>มีการเปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>สิ้นสุดแล้ว</translation>
    </message>
    <message>
        <source>no data received yet</source>
        <translation>ยังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>Kept from the former form: {field}</source>
        <translation>เก็บจากแบบเดิม: {field}</translation>
    </message>
</context>
<context>
    <name>TwinBanner</name>
    <message>
        <source>Compare…</source>
        <translation>เทียบและตัดสิน…</translation>
    </message>
    <message>
        <source>Kept beside “{name}”: {reason}</source>
        <translation>เก็บไว้คู่กับ “{name}”: {reason}</translation>
    </message>
    <message>
        <source>an entry without a name</source>
        <translation>รายการที่ยังไม่มีชื่อ</translation>
    </message>
    <message>
        <source>There is an entry like this already: “{name}”</source>
        <translation>อาจซ้ำ มีรายการเหมือนกันอยู่แล้ว: “{name}”</translation>
    </message>
</context>
<context>
    <name>DuplicateDialog</name>
    <message>
        <source>The same entry twice?</source>
        <translation>รายการซ้ำหรือไม่</translation>
    </message>
    <message>
        <source>Is this one and the same?</source>
        <translation>สองรายการนี้เป็นรายการเดียวกันหรือไม่</translation>
    </message>
    <message>
        <source>Choose which entry stays; where they differ, press the value that is right. What refers to the other one follows. You can undo it.</source>
        <translation>เลือกรายการที่จะเก็บไว้ ช่องที่ต่างกันให้กดค่าที่ถูกต้อง ข้อมูลที่อ้างถึงอีกรายการจะย้ายตามมา และเลิกทำได้</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>ไว้ตัดสินภายหลัง</translation>
    </message>
    <message>
        <source>Keep both…</source>
        <translation>เก็บไว้ทั้งสองรายการ…</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>รวมเป็นรายการเดียว</translation>
    </message>
    <message>
        <source>central has it</source>
        <translation>ส่วนกลางรับแล้ว</translation>
    </message>
    <message>
        <source>on this machine only</source>
        <translation>อยู่ในเครื่องนี้เท่านั้น</translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation>เก็บรายการนี้</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(ยังไม่มีชื่อ)</translation>
    </message>
    <message>
        <source>{n} attached</source>
        <translation>แนบ {n} ไฟล์</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>The two entries are one now.</source>
        <translation>รวมเป็นรายการเดียวแล้ว</translation>
    </message>
    <message>
        <source>{n} records in locked reports keep naming the other one.</source>
        <translation>ข้อมูล {n} รายการในชุดรายงานที่ล็อกแล้วยังอ้างถึงรายการเดิม</translation>
    </message>
    <message>
        <source>Keep both entries</source>
        <translation>เก็บไว้ทั้งสองรายการ</translation>
    </message>
    <message>
        <source>Why are “{name}” and the other one two different things?</source>
        <translation>เหตุใด “{name}” กับอีกรายการจึงเป็นคนละรายการกัน</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>เก็บไว้ทั้งสอง</translation>
    </message>
</context>
<context>
    <name>MovedNote</name>
    <message>
        <source>Kept from the former form, which had a box for it:</source>
        <translation>ข้อมูลเดิมที่แบบใหม่ไม่มีช่องให้ (เก็บไว้ให้ดู):</translation>
    </message>
    <message>
        <source>The form has come in a newer version (from {before} to {after}). Look the entry over.</source>
        <translation>แบบบันทึกเป็นรุ่นใหม่แล้ว (จากรุ่น {before} เป็นรุ่น {after}) ข้อมูลย้ายให้แล้ว โปรดตรวจดู</translation>
    </message>
    <message>
        <source>· {old}, now {new}</source>
        <translation>· {old} เปลี่ยนเป็น {new}</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>An office of this level has no entries of this kind. There is nothing to fill in here.</source>
        <translation>หน่วยงานระดับนี้ไม่ได้บันทึกรายการประเภทนี้ จึงไม่ต้องกรอกอะไรที่นี่</translation>
    </message>
</context>
</TS>
