<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>DashboardCells</name>
    <message>
        <source>not due</source>
        <translation>ก่อนเริ่ม</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ยังไม่ถึง</translation>
    </message>
    <message>
        <source>open</source>
        <translation>เปิดรับ</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ค้างส่ง</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <source>late</source>
        <translation>รับช้า</translation>
    </message>
    <message>
        <source>arrived late</source>
        <translation>ทัน·มาช้า</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>รอตรวจ</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>ตรวจรับ</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <source>Not reported by this office</source>
        <translation>หน่วยนี้ไม่ต้องรายงาน</translation>
    </message>
    <message>
        <source>Before the office began to report</source>
        <translation>ก่อนวันที่หน่วยเริ่มรายงาน</translation>
    </message>
    <message>
        <source>Not yet open</source>
        <translation>ยังไม่เปิด</translation>
    </message>
    <message>
        <source>Open, not yet received</source>
        <translation>เปิดรับ ยังไม่ได้รับ</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ค้างส่ง</translation>
    </message>
    <message>
        <source>Returned for correction</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>Received late, to check</source>
        <translation>ได้รับล่าช้า รอตรวจ</translation>
    </message>
    <message>
        <source>Finished on time, arrived late</source>
        <translation>เสร็จทัน มาถึงช้า</translation>
    </message>
    <message>
        <source>Received, to check</source>
        <translation>ได้รับ รอตรวจ</translation>
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
        <source>no data</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>ไม่มีข้อมูลในงวดนี้</translation>
    </message>
    <message>
        <source>{done} of {all} entries done</source>
        <translation>บันทึกครบ {done} จาก {all} รายการ</translation>
    </message>
    <message>
        <source>{n} of {m} submissions received</source>
        <translation>ได้รับ {n} จาก {m} ชุดรายงาน</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>ครบกำหนด {date}</translation>
    </message>
</context>
<context>
    <name>DashboardHeads</name>
    <message>
        <source>Anniversary</source>
        <translation>วันครบรอบ</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>มชช.</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>ผู้นำ</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>ประเมิน อช.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>กลุ่ม/องค์กร</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>ออมทรัพย์</translation>
    </message>
    <message>
        <source>KKJ fund</source>
        <translation>กข.คจ.</translation>
    </message>
    <message>
        <source>Institutes</source>
        <translation>สถาบันฯ</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>เครือข่ายฯ</translation>
    </message>
    <message>
        <source>OTOP</source>
        <translation>OTOP</translation>
    </message>
    <message>
        <source>Mother fund</source>
        <translation>กองทุนแม่</translation>
    </message>
</context>
<context>
    <name>DashboardSteps</name>
    <message>
        <source>proposed</source>
        <translation>เสนอแล้ว</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ดึงกลับ</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>re-opened</source>
        <translation>เปิดแก้ไขใหม่</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>ตรวจรับแล้ว</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>อนุมัติแล้ว</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>{n} m</source>
        <translation>{n} ล้าน</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>ยังไม่รายงาน</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>ยังไม่ถึง</translation>
    </message>
    <message>
        <source>Year so far</source>
        <translation>สะสมทั้งปี</translation>
    </message>
    <message>
        <source>Latest period</source>
        <translation>งวดล่าสุด</translation>
    </message>
    <message>
        <source>in millions</source>
        <translation>หน่วยล้าน</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>ปีนี้</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>ปีก่อน</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>ยังไม่มีตัวเลข</translation>
    </message>
    <message>
        <source>step {n} · {share}</source>
        <translation>ระดับ {n} · {share}</translation>
    </message>
    <message>
        <source>{n} of {m} reports</source>
        <translation>{n} จาก {m} ชุดรายงาน</translation>
    </message>
    <message>
        <source>{n} of {m} offices</source>
        <translation>{n} จาก {m} หน่วย</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>against last year {share} (same offices only)</source>
        <translation>เทียบปีก่อน {share} (เฉพาะหน่วยเดียวกัน)</translation>
    </message>
    <message>
        <source>Reports received</source>
        <translation>รายงานที่ได้รับ</translation>
    </message>
    <message>
        <source>Reports due</source>
        <translation>รายงานที่ครบกำหนด</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>พื้นที่</translation>
    </message>
    <message>
        <source>n of m</source>
        <translation>จากหน่วย</translation>
    </message>
    <message>
        <source>against last year</source>
        <translation>เทียบปีก่อน</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>step {n} of 5</source>
        <translation>ระดับ {n} จาก 5</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <source>Active leaders by age and sex</source>
        <translation>ผู้นำที่ยังปฏิบัติงาน แยกตามอายุและเพศ</translation>
    </message>
    <message>
        <source>women</source>
        <translation>หญิง</translation>
    </message>
    <message>
        <source>men</source>
        <translation>ชาย</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>อายุ</translation>
    </message>
    <message>
        <source>70 and over</source>
        <translation>70 ปีขึ้นไป</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>นับได้</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>จากทั้งหมด</translation>
    </message>
    <message>
        <source>counted of all</source>
        <translation>นับได้/ทั้งหมด</translation>
    </message>
    <message>
        <source>up {rose} · down {fell}</source>
        <translation>ดีขึ้น {rose} · ลดลง {fell}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>อันดับ</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>สัดส่วน</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>ดีขึ้น</translation>
    </message>
    <message>
        <source>stayed</source>
        <translation>คงเดิม</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>ลดลง</translation>
    </message>
    <message>
        <source>{rounds}; no figures yet of: {names}</source>
        <translation>{rounds} จึงยังไม่มีตัวเลขของ {names}</translation>
    </message>
    <message>
        <source>Rounds not due yet: {n} ({rounds})</source>
        <translation>ยังไม่ถึงกำหนด {n} งวด ({rounds})</translation>
    </message>
    <message>
        <source>left out: {n} areas of which no report is due</source>
        <translation>ไม่แสดง {n} พื้นที่ที่ไม่มีรายงานครบกำหนด</translation>
    </message>
    <message>
        <source>before it began</source>
        <translation>ก่อนเริ่ม</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Office</source>
        <translation>หน่วยงาน</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>รายงาน</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>รอมาแล้ว</translation>
    </message>
    <message>
        <source>Waiting (days)</source>
        <translation>รอมาแล้ว (วัน)</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>ข้อสังเกต</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>ความทันเวลา</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>ขั้นต่อไป</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>ตรวจรับ</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} วัน</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} ชุด</translation>
    </message>
    <message>
        <source>reasons {n}</source>
        <translation>เหตุผล {n}</translation>
    </message>
    <message>
        <source>sent back {n} times</source>
        <translation>เคยส่งกลับ {n} ครั้ง</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>ไม่มีข้อมูลในงวด</translation>
    </message>
    <message>
        <source>statement of the head</source>
        <translation>มีคำรับรองของหัวหน้า</translation>
    </message>
    <message>
        <source>nothing unusual</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <source>errors {n}</source>
        <translation>ข้อผิดพลาด {n} รายการ</translation>
    </message>
    <message>
        <source>warnings {n}</source>
        <translation>คำเตือน {n} รายการ</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Completeness and timeliness</source>
        <translation>ความครบถ้วนและทันเวลา</translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation>คุณภาพข้อมูล</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>ความเคลื่อนไหว</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>รายงานที่รอตรวจ</translation>
    </message>
    <message>
        <source>{n} of {m} reports hold something to look at</source>
        <translation>มีเรื่องให้พิจารณา {n} จาก {m} รายงาน</translation>
    </message>
    <message>
        <source>As of {when}</source>
        <translation>ข้อมูล ณ {when}</translation>
    </message>
    <message>
        <source>Due in {month}</source>
        <translation>งวดที่ครบกำหนดในเดือน{month}</translation>
    </message>
    <message>
        <source>The fiscal year until today</source>
        <translation>ปีงบประมาณจนถึงวันนี้</translation>
    </message>
    <message>
        <source>Due in {month}: {sentence}</source>
        <translation>งวดที่ครบกำหนดในเดือน{month}: {sentence}</translation>
    </message>
    <message>
        <source>Report of {month}</source>
        <translation>รายงานประจำเดือน{month}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ขั้นตอน</translation>
    </message>
    <message>
        <source>By</source>
        <translation>โดย</translation>
    </message>
    <message>
        <source>Since yesterday: {n} steps</source>
        <translation>ตั้งแต่เมื่อวาน {n} รายการ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน่วยงาน</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>ติดต่อครั้งล่าสุด</translation>
    </message>
    <message>
        <source>Days since the last contact</source>
        <translation>จำนวนวันจากการติดต่อครั้งล่าสุด</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ค้างส่ง</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>ได้รับแล้ว</translation>
    </message>
    <message>
        <source>Reports received</source>
        <translation>รายงานที่ได้รับ</translation>
    </message>
    <message>
        <source>Reports expected</source>
        <translation>รายงานที่ต้องส่ง</translation>
    </message>
    <message>
        <source>No contact for more than 7 days: {n} of {m} offices</source>
        <translation>ไม่ได้ติดต่อเกิน 7 วัน {n} จาก {m} หน่วย</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ยังไม่เคย</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} วันก่อน</translation>
    </message>
    <message>
        <source>today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>จำนวนรายงาน</translation>
    </message>
    <message>
        <source>Of those expected</source>
        <translation>ร้อยละของที่ต้องส่ง</translation>
    </message>
    <message>
        <source>Reports of it</source>
        <translation>จำนวนรายงานในข้อนี้</translation>
    </message>
    <message>
        <source>Expected by today</source>
        <translation>ต้องส่งถึงวันนี้</translation>
    </message>
    <message>
        <source>Received (declared completeness)</source>
        <translation>ได้รับแล้ว (ความครบถ้วนตามที่แจ้ง)</translation>
    </message>
    <message>
        <source>Received on time</source>
        <translation>ได้รับทันกำหนด</translation>
    </message>
    <message>
        <source>Done in time, arrived late</source>
        <translation>เสร็จทัน มาถึงช้า</translation>
    </message>
    <message>
        <source>Received late</source>
        <translation>ได้รับช้ากว่ากำหนด</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>Received, to check</source>
        <translation>ได้รับ รอตรวจ</translation>
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
        <source>Nothing to report</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>Entries done, of those expected (computed completeness)</source>
        <translation>รายการที่ทำครบ ของรายการที่ต้องมี (ความครบถ้วนตามที่คำนวณ)</translation>
    </message>
    <message>
        <source>Open, not yet due</source>
        <translation>เปิดรับอยู่ ยังไม่ครบกำหนด</translation>
    </message>
    <message>
        <source>Figures of the area</source>
        <translation>ภาพรวมของพื้นที่</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ได้รับ</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ต้องส่ง</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>ครบถ้วน</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>Provinces × datasets</source>
        <translation>รายจังหวัด × ชุดข้อมูล</translation>
    </message>
    <message>
        <source>Offices × datasets</source>
        <translation>รายอำเภอ × ชุดข้อมูล</translation>
    </message>
    <message>
        <source>Submissions of this office</source>
        <translation>ชุดรายงานของหน่วยนี้</translation>
    </message>
    <message>
        <source>Missing or sent back</source>
        <translation>ขาดส่งหรือส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>ครบกำหนด</translation>
    </message>
    <message>
        <source>Every report</source>
        <translation>รายงานทุกฉบับ</translation>
    </message>
    <message>
        <source>Received of expected</source>
        <translation>ได้รับแล้ว จากที่ต้องได้รับ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>ความทันเวลา</translation>
    </message>
    <message>
        <source>Entries done</source>
        <translation>รายการที่ครบ</translation>
    </message>
    <message>
        <source>Entries expected</source>
        <translation>รายการที่ต้องมี</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>Quality by office</source>
        <translation>คุณภาพข้อมูลรายหน่วย</translation>
    </message>
    <message>
        <source>Declared: reports received of those expected. Computed: entries done of those expected. Current: register entries dealt with within a year.</source>
        <translation>ตามที่รายงาน คือชุดรายงานที่ได้รับต่อที่ต้องได้รับ ตามที่นับได้ คือรายการที่บันทึกครบต่อที่ต้องมี ทะเบียนเป็นปัจจุบัน คือรายการที่ยืนยันหรือแก้ไขภายในหนึ่งปี</translation>
    </message>
    <message>
        <source>Warnings open</source>
        <translation>คำเตือนที่ยังไม่ชี้แจง</translation>
    </message>
    <message>
        <source>Warnings explained</source>
        <translation>คำเตือนที่ชี้แจงแล้ว</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>แก้ไขแล้ว</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>ครบตามที่รายงาน</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>ครบตามที่นับได้</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>ทันเวลา</translation>
    </message>
    <message>
        <source>Reports on time</source>
        <translation>รายงานที่ทันกำหนด</translation>
    </message>
    <message>
        <source>Days before due</source>
        <translation>ส่งก่อนกำหนด (วัน)</translation>
    </message>
    <message>
        <source>Current registers</source>
        <translation>ทะเบียนเป็นปัจจุบัน</translation>
    </message>
    <message>
        <source>Current entries</source>
        <translation>รายการที่เป็นปัจจุบัน</translation>
    </message>
    <message>
        <source>Register entries</source>
        <translation>รายการในทะเบียน</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>มีข้อผิด</translation>
    </message>
    <message>
        <source>Warnings open / explained</source>
        <translation>คำเตือนค้าง / มีเหตุผล</translation>
    </message>
    <message>
        <source>Sent back / answered</source>
        <translation>ส่งกลับ / แก้แล้ว</translation>
    </message>
    <message>
        <source>Answered within</source>
        <translation>แก้เสร็จภายใน</translation>
    </message>
    <message>
        <source>Answered within (hours)</source>
        <translation>แก้ไขภายใน (ชั่วโมง)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>เหมือนงวดก่อน</translation>
    </message>
    <message>
        <source>Records copied</source>
        <translation>รายการที่ตัวเลขเหมือนเดิม</translation>
    </message>
    <message>
        <source>Records compared</source>
        <translation>รายการที่เทียบได้</translation>
    </message>
    <message>
        <source>Lists known</source>
        <translation>มีรายการในเครื่อง</translation>
    </message>
    <message>
        <source>{n} entries with errors</source>
        <translation>มีข้อผิด {n} รายการ</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>ตัวชี้วัด</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>งวดนี้</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>ปกติของหน่วย</translation>
    </message>
    <message>
        <source>Unusual figures</source>
        <translation>ตัวเลขผิดปกติ</translation>
    </message>
    <message>
        <source>Figures far from what is usual for the same office: beyond three times the breadth of the middle half of its earlier periods. Five of them have to be there. It may be right: ask the office.</source>
        <translation>ตัวเลขที่ห่างจากปกติของหน่วยเดียวกันมาก คือเกินสามเท่าของช่วงครึ่งกลางในงวดก่อน ๆ (ต้องมีงวดก่อนอย่างน้อย 5 งวด) อาจถูกต้องก็ได้ โปรดสอบถามหน่วย</translation>
    </message>
    <message>
        <source>{low} to {high} (middle {middle}, {n} periods)</source>
        <translation>{low} ถึง {high} (ค่ากลาง {middle} จาก {n} งวด)</translation>
    </message>
    <message>
        <source>Records with the same figures</source>
        <translation>รายการที่ตัวเลขเหมือนกัน</translation>
    </message>
    <message>
        <source>Copied figures</source>
        <translation>ตัวเลขเหมือนงวดก่อน</translation>
    </message>
    <message>
        <source>Records in which every amount and count is that of the period before. It may be right: ask the office.</source>
        <translation>รายการที่จำนวนเงินและจำนวนนับทุกช่องเหมือนงวดก่อน อาจถูกต้องก็ได้ โปรดสอบถามหน่วย</translation>
    </message>
    <message>
        <source>Of {expected} reports expected {received} were received, {share}; on time {timely}.</source>
        <translation>รายงานที่ต้องส่ง {expected} ฉบับ ได้รับแล้ว {received} ฉบับ คิดเป็น {share} ทันกำหนด {timely}</translation>
    </message>
    <message>
        <source>Missing: {missing} reports. Sent back: {returned}. Received late: {late}. To be checked: {waiting}.</source>
        <translation>ขาดส่ง {missing} ฉบับ ส่งกลับแก้ไข {returned} ฉบับ ได้รับช้า {late} ฉบับ รอตรวจ {waiting} ฉบับ</translation>
    </message>
    <message>
        <source>submissions from {n} of {m} offices</source>
        <translation>ได้รับรายงานจาก {n} จาก {m} หน่วย</translation>
    </message>
    <message>
        <source>Entries with errors: {errors}. Warnings open: {open}, explained: {explained}.</source>
        <translation>รายการที่มีข้อผิด {errors} รายการ คำเตือนที่ยังไม่ชี้แจง {open} รายการ ชี้แจงแล้ว {explained} รายการ</translation>
    </message>
    <message>
        <source>Figures to ask about: {unusual} unusual ones, and {copied} reports with figures of the period before.</source>
        <translation>ตัวเลขที่ควรสอบถาม: ผิดไปจากปกติ {unusual} รายการ และรายงานที่ตัวเลขเหมือนงวดก่อน {copied} ฉบับ</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} ชม.</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} วัน</translation>
    </message>
    <message>
        <source>whole country</source>
        <translation>ทั้งประเทศ</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>ปีงบประมาณ {year}</translation>
    </message>
    <message>
        <source>Nothing has been received from central yet: only this machine's own data are shown</source>
        <translation>ยังไม่เคยรับข้อมูลจากส่วนกลาง แสดงเฉพาะข้อมูลในเครื่องนี้</translation>
    </message>
    <message>
        <source>As of {when} (last contact {ago})</source>
        <translation>ข้อมูล ณ {when} (ติดต่อครั้งล่าสุด {ago})</translation>
    </message>
    <message>
        <source>figures of {n} lists are still being added up</source>
        <translation>กำลังรวมตัวเลขอีก {n} ชุดรายงาน</translation>
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
        <source>None has been found.</source>
        <translation>ไม่พบรายการเช่นนั้น</translation>
    </message>
</context>
<context>
    <name>IndicatorHints</name>
    <message>
        <source>Step 1 to 5: sales against the same months of last year, offices with both years only; below {low}% is 1, from {low}, {two}, {three}, {four}% on it is 2, 3, 4, 5.</source>
        <translation>ระดับ 1–5 คือยอดปีนี้เทียบช่วงเดียวกันของปีก่อน เฉพาะหน่วยที่มีทั้งสองปี: ต่ำกว่า {low}% เป็นระดับ 1 และตั้งแต่ {low}, {two}, {three}, {four}% ขึ้นไปเป็นระดับ 2, 3, 4, 5</translation>
    </message>
    <message>
        <source>Villages are those named in the register of leaders.</source>
        <translation>หมู่บ้านทั้งหมดนับตามทะเบียนผู้นำ</translation>
    </message>
    <message>
        <source>Districts in which somebody was certified, of all districts of the province.</source>
        <translation>อำเภอที่มีผู้ผ่านการรับรองอย่างน้อยหนึ่งราย เทียบกับทุกอำเภอในจังหวัด</translation>
    </message>
    <message>
        <source>Tambons with exactly one man and one woman as active volunteer leaders, of all tambons of the district.</source>
        <translation>ตำบลที่มีผู้นำ อช. ซึ่งปฏิบัติหน้าที่อยู่ครบชาย 1 คน หญิง 1 คนพอดี เทียบกับทุกตำบลในอำเภอ</translation>
    </message>
    <message>
        <source>Villages with four active volunteers or more, of the villages named in the register of leaders.</source>
        <translation>หมู่บ้านที่มี อช. ซึ่งปฏิบัติหน้าที่อยู่ตั้งแต่ 4 คนขึ้นไป เทียบกับหมู่บ้านที่มีในทะเบียนผู้นำ</translation>
    </message>
    <message>
        <source>Villages with an active group.</source>
        <translation>หมู่บ้านที่มีกลุ่มซึ่งยังดำเนินการ</translation>
    </message>
    <message>
        <source>Against the period before, offices that have reported both only.</source>
        <translation>เทียบกับงวดก่อน เฉพาะหน่วยที่รายงานทั้งสองงวด</translation>
    </message>
    <message>
        <source>Villages checked in both years whose grade is better, the same or worse than last year.</source>
        <translation>นับหมู่บ้านที่ตรวจทั้งสองปี ว่าระดับดีขึ้น คงเดิม หรือลดลงจากปีก่อน</translation>
    </message>
    <message>
        <source>How many of the checked villages fail each of the 19 items, and by office how many items a village fails.</source>
        <translation>จำนวนหมู่บ้านที่ไม่ผ่านแต่ละข้อจากหมู่บ้านที่ตรวจ และจำนวนข้อที่หมู่บ้านหนึ่งไม่ผ่านโดยเฉลี่ยของแต่ละหน่วย</translation>
    </message>
    <message>
        <source>Producers with sales in the month, of the active ones in the register.</source>
        <translation>ผู้ผลิตที่มียอดจำหน่ายในเดือนนั้น เทียบกับผู้ผลิตที่ยังดำเนินการในทะเบียน</translation>
    </message>
    <message>
        <source>Sales of the year by the tambon of the producer; sales at events have no tambon.</source>
        <translation>ยอดจำหน่ายทั้งปีตามตำบลของผู้ผลิต ไม่รวมยอดจากงานแสดงสินค้าซึ่งไม่ระบุตำบล</translation>
    </message>
    <message>
        <source>All months until then, of those that have reported.</source>
        <translation>รวมทุกเดือนจนถึงเดือนนั้น เฉพาะที่รายงานแล้ว</translation>
    </message>
    <message>
        <source>Offices whose report is missing although its day is over.</source>
        <translation>หน่วยงานที่พ้นกำหนดแล้วแต่ยังไม่ได้รับรายงาน</translation>
    </message>
    <message>
        <source>Of the provinces whose day is over, also those that report that there is nothing.</source>
        <translation>นับจังหวัดที่ถึงกำหนดแล้ว รวมจังหวัดที่รายงานว่าไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>Each tile names what most of its area is, and how many of how many.</source>
        <translation>แต่ละช่องบอกกลุ่มที่มีมากที่สุดของพื้นที่ และจำนวนกลุ่มนั้นจากทั้งหมด</translation>
    </message>
    <message>
        <source>The percentage behind a bar is against last year, same offices only.</source>
        <translation>ร้อยละท้ายแถบคือเทียบกับปีก่อน เฉพาะหน่วยที่มีทั้งสองปี</translation>
    </message>
</context>
</TS>
