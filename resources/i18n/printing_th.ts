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
        <source>Field form: {name}</source>
        <translation>แบบบันทึกภาคสนาม: {name}</translation>
    </message>
    <message>
        <source>* must be filled in. Written here first, then entered in the program.</source>
        <translation>* ต้องกรอก   ใช้จดในพื้นที่แล้วนำไปบันทึกในโปรแกรม เก็บแบบที่มีข้อมูลส่วนบุคคลไว้ในที่ปลอดภัย</translation>
    </message>
    <message>
        <source>{tambon} moo {moo}</source>
        <translation>ต.{tambon} หมู่ที่ {moo}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>ที่ตั้ง</translation>
    </message>
    <message>
        <source>(where it applies)</source>
        <translation>(ถ้าเกี่ยวข้อง)</translation>
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
        <source>as of {date}</source>
        <translation>ณ วันที่ {date}</translation>
    </message>
    <message>
        <source>What is to be reported</source>
        <translation>รายการที่ต้องรายงาน</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>ที่ต้องดำเนินการในขณะนี้</translation>
    </message>
    <message>
        <source>Nothing is due at present.</source>
        <translation>ขณะนี้ไม่มีรายการที่ต้องรายงาน</translation>
    </message>
    <message>
        <source>Fiscal year {year}</source>
        <translation>ปีงบประมาณ พ.ศ. {year}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>ที่</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>ชุดข้อมูล</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>งวด</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>เปิดรับ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>a day off; send by {date}</source>
        <translation>ตรงกับวันหยุด ควรส่งภายใน {date}</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>ประมาณการ</translation>
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
        <source>Chair of the village poverty fund committee</source>
        <translation>ประธานคณะกรรมการ กข.คจ. หมู่บ้าน</translation>
    </message>
    <message>
        <source>informant</source>
        <translation>ผู้ให้ข้อมูล</translation>
    </message>
    <message>
        <source>recorder</source>
        <translation>ผู้บันทึก</translation>
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
        <source>The central data centre of the Community Development Department has received the report below from this office and acknowledged it with the receipt number given here.</source>
        <translation>ศูนย์ข้อมูลกลาง กรมการพัฒนาชุมชน ได้รับชุดรายงานต่อไปนี้จากหน่วยรายงานนี้แล้ว และออกเลขที่ใบรับไว้เป็นหลักฐาน</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>ใบยืนยันการส่ง</translation>
    </message>
    <message>
        <source>The digest is computed from every entry of the certified list. If a single value of the list were different, so would be the digest.</source>
        <translation>รหัสตรวจสอบคำนวณจากทุกรายการในบัญชีที่รับรอง หากค่าใดในบัญชีต่างไปแม้เพียงค่าเดียว รหัสตรวจสอบจะต่างไปด้วย</translation>
    </message>
    <message>
        <source>The report has been returned or changed since; its present list is not certified.</source>
        <translation>หลังจากส่งแล้ว ชุดรายงานนี้ถูกส่งกลับหรือแก้ไข บัญชีรายการปัจจุบันยังไม่ได้รับรอง</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>ผู้ส่ง</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>รายงานเสร็จเมื่อ</translation>
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
        <source>Entries</source>
        <translation>จำนวนรายการ</translation>
    </message>
    <message>
        <source>Digest of the list</source>
        <translation>รหัสตรวจสอบ</translation>
    </message>
    <message>
        <source>nil report</source>
        <translation>รายงานไม่มีข้อมูล</translation>
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
    <message>
        <source>Summary</source>
        <translation>สรุปข้อมูลสำคัญ</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ใช่</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ไม่ใช่</translation>
    </message>
    <message>
        <source>taken or attached</source>
        <translation>มี / แนบแล้ว</translation>
    </message>
    <message>
        <source>day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>month</source>
        <translation>เดือน</translation>
    </message>
    <message>
        <source>B.E.</source>
        <translation>พ.ศ.</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>ละติจูด</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>ลองจิจูด</translation>
    </message>
    <message>
        <source>English</source>
        <translation>ภาษาอังกฤษ</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>ภาษาไทย</translation>
    </message>
    <message>
        <source>Enrolment codes</source>
        <translation>รหัสลงทะเบียนเครื่อง</translation>
    </message>
    <message>
        <source>Address of central</source>
        <translation>ที่อยู่ของส่วนกลาง</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>รหัสลงทะเบียน</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>ใช้ได้ถึงวันที่</translation>
    </message>
    <message>
        <source>Cut here and hand this over closed, to this person only</source>
        <translation>ตัดตามรอย แล้วมอบให้เจ้าตัวโดยปิดผนึก</translation>
    </message>
    <message>
        <source>Handover of work</source>
        <translation>บัญชีส่งมอบงาน</translation>
    </message>
    <message>
        <source>Unfinished or not sent</source>
        <translation>งานที่ยังไม่เสร็จหรือยังไม่ได้ส่ง</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>เรื่องที่รอตัดสินใจ</translation>
    </message>
    <message>
        <source>All of it stays in the office's data on the machine; nothing was removed.</source>
        <translation>งานทั้งหมดอยู่ในข้อมูลของสำนักงานในเครื่องตามเดิม ไม่มีการลบข้อมูลใด</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>ผู้ส่งมอบ</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>ผู้รับมอบ</translation>
    </message>
    <message>
        <source>Unfinished reports</source>
        <translation>รายงานที่ยังไม่เสร็จ</translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation>การเปลี่ยนแปลงที่ยังไม่ได้ส่ง</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>ไม่มีงานค้าง</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>ยังไม่ส่ง</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>ผู้ส่งมอบ</translation>
    </message>
    <message>
        <source>taking over</source>
        <translation>ผู้รับมอบ</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>พยาน</translation>
    </message>
    <message>
        <source>Memorandum</source>
        <translation>บันทึกข้อความ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>ส่วนราชการ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>ที่</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>To {addressee}</source>
        <translation>เรียน  {addressee}</translation>
    </message>
    <message>
        <source>{office} reports {subject}. {notes}. In short:</source>
        <translation>{office} ขอรายงานเรื่อง {subject} {notes} สรุปได้ดังนี้</translation>
    </message>
    <message>
        <source>The particulars are on the pages that follow.</source>
        <translation>รายละเอียดปรากฏตามเอกสารแนบ</translation>
    </message>
    <message>
        <source>Submitted for your information.</source>
        <translation>จึงเรียนมาเพื่อโปรดทราบ</translation>
    </message>
    <message>
        <source>the Director-General of the Community Development Department</source>
        <translation>อธิบดีกรมการพัฒนาชุมชน</translation>
    </message>
    <message>
        <source>the Governor of {province}</source>
        <translation>ผู้ว่าราชการจังหวัด{province}</translation>
    </message>
</context>
<context>
    <name>PaperButtons</name>
    <message>
        <source>Print</source>
        <translation>พิมพ์</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>ชุดรายงานนี้</translation>
    </message>
    <message>
        <source>Form for the field</source>
        <translation>แบบบันทึกภาคสนาม</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>ประกาศ PDPA</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>ใบยืนยันการส่ง</translation>
    </message>
    <message>
        <source>Handover list</source>
        <translation>บัญชีส่งมอบงาน</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>บันทึกข้อความ</translation>
    </message>
</context>
<context>
    <name>PaperOptions</name>
    <message>
        <source>Thai digits</source>
        <translation>เลขไทย</translation>
    </message>
    <message>
        <source>A form for each entry, with what is known of it</source>
        <translation>พิมพ์รายการละใบ พร้อมข้อมูลที่มีอยู่เดิม</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>ภาษาไทย</translation>
    </message>
    <message>
        <source>English</source>
        <translation>ภาษาอังกฤษ</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>ระยะขอบ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>ซ้าย</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>บน</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>ขวา</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>ล่าง</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> มม.</translation>
    </message>
</context>
<context>
    <name>PrintingScreen</name>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>พิมพ์…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>บันทึกเป็น PDF…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>หยุด</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>หน้ากระดาษ</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>หน้าก่อน (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>หน้าถัดไป (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>ย่อ (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>ขยาย (Ctrl++)</translation>
    </message>
    <message>
        <source>Report on paper</source>
        <translation>พิมพ์ชุดรายงาน</translation>
    </message>
    <message>
        <source>Form for the field</source>
        <translation>แบบบันทึกภาคสนาม</translation>
    </message>
    <message>
        <source>Agenda on paper</source>
        <translation>พิมพ์รายการที่ต้องรายงาน</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>พิมพ์ประกาศแจ้งการเก็บข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>ใบยืนยันการส่ง</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>กำลังจัดหน้า…</translation>
    </message>
    <message>
        <source>Writing page {n} of {all}</source>
        <translation>กำลังเขียนหน้า {n} จาก {all}</translation>
    </message>
    <message>
        <source>Laying out… {n} rows</source>
        <translation>กำลังจัดหน้า… {n} แถว</translation>
    </message>
    <message>
        <source>Page {x} of {y}</source>
        <translation>หน้า {x} จาก {y}</translation>
    </message>
    <message>
        <source>Have the wording checked by your legal officer before you hand it out.</source>
        <translation>โปรดให้นิติกรตรวจข้อความก่อนนำไปใช้</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>บันทึกเป็น PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ไฟล์ PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {file}. The file is not encrypted; keep it where only those who may read it can.</source>
        <translation>บันทึกแล้ว: {file} ไฟล์นี้ไม่ได้เข้ารหัส เก็บไว้ในที่ที่เฉพาะผู้มีสิทธิเปิดได้</translation>
    </message>
    <message>
        <source>Handover list</source>
        <translation>บัญชีส่งมอบงาน</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>บันทึกข้อความ</translation>
    </message>
</context>
</TS>
