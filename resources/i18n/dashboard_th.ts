<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>AreaScreen</name>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
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
        <source>Year {year}</source>
        <translation>ปี {year}</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>Completeness and timeliness</source>
        <translation>ความครบถ้วนและทันเวลา</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>ตามรหัส</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>ตามชื่อ</translation>
    </message>
    <message>
        <source>Most missing first</source>
        <translation>ค้างส่งมากก่อน</translation>
    </message>
    <message>
        <source>Order: {how}</source>
        <translation>เรียง{how}</translation>
    </message>
    <message>
        <source>All bureaus</source>
        <translation>ทุกสำนัก</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>ทุกสถานะ</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>ปี {year}</translation>
    </message>
    <message>
        <source>Quarter {n}</source>
        <translation>ไตรมาส {n}</translation>
    </message>
    <message>
        <source>Until today</source>
        <translation>ถึงวันนี้</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>ทั้งปี</translation>
    </message>
    <message>
        <source>Submissions of this office</source>
        <translation>ชุดรายงานของหน่วยนี้</translation>
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
        <source>fiscal year {year}</source>
        <translation>ปีงบประมาณ {year}</translation>
    </message>
    <message>
        <source>{n} offices</source>
        <translation>{n} หน่วยรายงาน</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>ประมาณการ</translation>
    </message>
    <message>
        <source>this office's last contact {n} days ago</source>
        <translation>หน่วยนี้ติดต่อครั้งล่าสุด {n} วันก่อน</translation>
    </message>
    <message>
        <source>submissions from {n} of {m} offices</source>
        <translation>ได้รับรายงานจาก {n} จาก {m} หน่วย</translation>
    </message>
    <message>
        <source>all offices in contact within 7 days</source>
        <translation>ทุกหน่วยติดต่อภายใน 7 วัน</translation>
    </message>
    <message>
        <source>{n} submissions of withdrawn periods</source>
        <translation>งวดที่ยกเลิก {n} ชุด</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} วัน</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ยังไม่เคย</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} หน่วย</translation>
    </message>
    <message>
        <source>no contact for more than 7 days: {names}</source>
        <translation>ไม่ติดต่อเกิน 7 วัน: {names}</translation>
    </message>
</context>
<context>
    <name>DashboardViews</name>
    <message>
        <source>Overview</source>
        <translation>ภาพรวม</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>คุณภาพข้อมูล</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>ความเคลื่อนไหว</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Comments: {n}</source>
        <translation>ความเห็น {n}</translation>
    </message>
    <message>
        <source>commented before</source>
        <translation>เคยมีความเห็น</translation>
    </message>
    <message>
        <source>Reasons: {n}</source>
        <translation>มีเหตุผล {n}</translation>
    </message>
    <message>
        <source>Errors: {n}</source>
        <translation>ข้อผิดพลาด {n} จุด</translation>
    </message>
    <message>
        <source>Warnings: {n}</source>
        <translation>คำเตือน {n} ข้อ</translation>
    </message>
    <message>
        <source>same as last period</source>
        <translation>ตัวเลขเหมือนงวดก่อน</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ตอบแล้ว</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Item</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>งวดนี้</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>งวดก่อน</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>ความเห็น</translation>
    </message>
    <message>
        <source>Differs from last period</source>
        <translation>ต่างจากงวดก่อน</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>เหตุผลที่ให้ไว้</translation>
    </message>
    <message>
        <source>Reason: {rule}</source>
        <translation>เหตุผล: {rule}</translation>
    </message>
</context>
<context>
    <name>FieldsView</name>
    <message>
        <source>Fields of the record</source>
        <translation>ข้อมูลของรายการ</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>{n} more are open</source>
        <translation>เปิดรับอยู่อีก {n} ชุด</translation>
    </message>
    <message>
        <source>expected by today</source>
        <translation>ต้องได้รับ ถึงวันนี้</translation>
    </message>
    <message>
        <source>complete · {share}</source>
        <translation>ครบถ้วน · {share}</translation>
    </message>
    <message>
        <source>entries {percent} · {share}</source>
        <translation>รายการครบ {percent} · {share}</translation>
    </message>
    <message>
        <source>on time · {share}</source>
        <translation>ทันเวลา · {share}</translation>
    </message>
    <message>
        <source>done in time, arrived late</source>
        <translation>เสร็จทัน แต่มาถึงช้า</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ค้างส่ง</translation>
    </message>
    <message>
        <source>late</source>
        <translation>รับช้า</translation>
    </message>
    <message>
        <source>{n} received, to check</source>
        <translation>ได้รับ รอตรวจ {n}</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} จาก {m}</translation>
    </message>
</context>
<context>
    <name>IndicatorsScreen</name>
    <message>
        <source>Charts</source>
        <translation>แผนภูมิ</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>ตาราง</translation>
    </message>
    <message>
        <source>Numbers of the area</source>
        <translation>ตารางตัวเลขของพื้นที่</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>ชุดข้อมูล</translation>
    </message>
    <message>
        <source>Age and sex</source>
        <translation>อายุและเพศ</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>ตัวชี้วัด</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Total</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>{n} of {m} received, {late} late, {missing} missing, {returned} returned</source>
        <translation>ได้รับ {n} จาก {m} ล่าช้า {late} ค้างส่ง {missing} ส่งกลับ {returned}</translation>
    </message>
    <message>
        <source>Received of expected</source>
        <translation>ได้รับแล้ว จากที่ต้องได้รับ</translation>
    </message>
    <message>
        <source>Complete
</source>
        <translation>ครบถ้วน
</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>ครบกำหนด {date}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Offices and datasets</source>
        <translation>หน่วยรายงานและชุดข้อมูล</translation>
    </message>
</context>
<context>
    <name>NewsScreen</name>
    <message>
        <source>Steps since yesterday</source>
        <translation>สิ่งที่เกิดขึ้นตั้งแต่เมื่อวาน</translation>
    </message>
    <message>
        <source>Contact of the offices</source>
        <translation>การติดต่อของหน่วย</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>ความเคลื่อนไหว</translation>
    </message>
</context>
<context>
    <name>OfficeModel</name>
    <message>
        <source>Dataset</source>
        <translation>ชุดข้อมูล</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>งวด</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>ครบกำหนด</translation>
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
</context>
<context>
    <name>OfficeView</name>
    <message>
        <source>Submissions of the office</source>
        <translation>ชุดรายงานของหน่วย</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Photos and files of this record</source>
        <translation>ภาพและไฟล์ของรายการนี้</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Fetch the photos from central</source>
        <translation>ขอภาพจากส่วนกลาง</translation>
    </message>
    <message>
        <source>Fetching from central…</source>
        <translation>กำลังขอจากส่วนกลาง…</translation>
    </message>
    <message>
        <source>{n} not on this machine yet</source>
        <translation>ยังไม่มีในเครื่องนี้ {n} รายการ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Central was not reached. Ask again when there is a line; what has come already is kept.</source>
        <translation>ติดต่อส่วนกลางไม่ได้ มีสัญญาณแล้วกดขออีกครั้ง ส่วนที่ได้มาแล้วไม่หาย</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Not here yet</source>
        <translation>ยังไม่มีในเครื่องนี้</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>ขยาย</translation>
    </message>
    <message>
        <source>File, {n} KB</source>
        <translation>ไฟล์ {n} KB</translation>
    </message>
</context>
<context>
    <name>QualityScreen</name>
    <message>
        <source>Quality of the data</source>
        <translation>คุณภาพข้อมูล</translation>
    </message>
    <message>
        <source>By office</source>
        <translation>รายหน่วย</translation>
    </message>
    <message>
        <source>Unusual figures</source>
        <translation>ตัวเลขผิดปกติ</translation>
    </message>
    <message>
        <source>Copied figures</source>
        <translation>ตัวเลขเหมือนงวดก่อน</translation>
    </message>
    <message>
        <source>None has been found.</source>
        <translation>ไม่พบรายการเช่นนั้น</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Photos</source>
        <translation>ภาพ</translation>
    </message>
    <message>
        <source>Enter on a line writes a comment on it; comments go with “Send back”.</source>
        <translation>กด Enter ที่บรรทัดเพื่อเขียนความเห็น ความเห็นจะไปพร้อมกับ “ส่งกลับแก้ไข”</translation>
    </message>
    <message>
        <source>Comment on the whole record</source>
        <translation>ความเห็นต่อทั้งรายการ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>ก่อนหน้า</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+ลูกศรขึ้น</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+ลูกศรลง</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>Reasons given</source>
        <translation>เหตุผลที่ให้ไว้</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} ภาพ</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Photos ({n})</source>
        <translation>ภาพ ({n})</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>ตรวจรับ</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>ขั้นตอนที่ผ่านมา</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>กลับไปที่รายการ</translation>
    </message>
    <message>
        <source>Records of the submission</source>
        <translation>รายการในชุดรายงาน</translation>
    </message>
    <message>
        <source>Sent back by {name}: {reason}</source>
        <translation>{name} ส่งกลับแก้ไข: {reason}</translation>
    </message>
    <message>
        <source>The office reports that there is nothing to report in this period.</source>
        <translation>หน่วยนี้รายงานว่าไม่มีข้อมูลในงวดนี้</translation>
    </message>
    <message>
        <source>The head states: {text}</source>
        <translation>ผู้รับรองชี้แจงว่า {text}</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>A nil report has no records.</source>
        <translation>รายงานว่าไม่มีข้อมูลจึงไม่มีรายการให้ตรวจ</translation>
    </message>
    <message>
        <source>The records are not on this machine</source>
        <translation>ไม่มีรายการอยู่ในเครื่องนี้</translation>
    </message>
    <message>
        <source>They come with the next contact; the country sees facts and figures only.</source>
        <translation>จังหวัดจะได้รับรายการเมื่อติดต่อส่วนกลางครั้งถัดไป ส่วนระดับกรมเห็นเฉพาะสถานะและตัวเลขรวม</translation>
    </message>
    <message>
        <source>The certified list is empty</source>
        <translation>รายการที่รับรองว่างเปล่า</translation>
    </message>
    <message>
        <source>The head states this in writing.</source>
        <translation>ผู้รับรองชี้แจงไว้เป็นลายลักษณ์อักษร</translation>
    </message>
    <message>
        <source>Not yet certified</source>
        <translation>ยังไม่รับรอง</translation>
    </message>
    <message>
        <source>{done} of {all} entries are done. Values can be seen once the head has certified them.</source>
        <translation>บันทึกครบ {done} จาก {all} รายการ จะเห็นข้อมูลได้เมื่อหัวหน้าหน่วยรับรองแล้ว</translation>
    </message>
    <message>
        <source>{n} records</source>
        <translation>{n} รายการ</translation>
    </message>
    <message>
        <source>{n} comments</source>
        <translation>ความเห็น {n} ข้อ</translation>
    </message>
    <message>
        <source>The office corrects it and certifies again. It stays received, with its timeliness.</source>
        <translation>หน่วยรายงานจะแก้ไขและรับรองใหม่ ชุดรายงานนี้ยังนับว่าได้รับแล้วพร้อมผลความทันเวลาเดิม</translation>
    </message>
    <message>
        <source>Send back for correction</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <source>{n} comments go with it.</source>
        <translation>ส่งความเห็น {n} ข้อไปด้วย</translation>
    </message>
    <message>
        <source>Please correct as commented</source>
        <translation>โปรดแก้ไขตามความเห็น</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>ยังไม่มีขั้นตอน</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Reason given: {text}</source>
        <translation>เหตุผลที่ให้ไว้: {text}</translation>
    </message>
    <message>
        <source>Next that waits</source>
        <translation>ชุดต่อไปที่รอตรวจ</translation>
    </message>
    <message>
        <source>The office answers: {text}</source>
        <translation>หน่วยงานตอบว่า: {text}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
</context>
<context>
    <name>StandingRow</name>
    <message>
        <source>certified by {name}, {when}</source>
        <translation>{name} รับรอง {when}</translation>
    </message>
    <message>
        <source>certified by {name} (acting), {when}</source>
        <translation>{name} (รักษาการแทน) รับรอง {when}</translation>
    </message>
    <message>
        <source>received {when}, receipt {no}</source>
        <translation>ส่วนกลางรับ {when} เลขที่ {no}</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>ครบกำหนด {date}</translation>
    </message>
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
        <source>returned</source>
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
    <message>
        <source>{n} comments</source>
        <translation>ความเห็น {n} ข้อ</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>ยืนยัน</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>เปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>สิ้นสุด</translation>
    </message>
    <message>
        <source>not yet received</source>
        <translation>ยังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>ยังไม่ยืนยัน</translation>
    </message>
    <message>
        <source>{name} (acting)</source>
        <translation>{name} (รักษาการแทน)</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>คำตอบ {n} ข้อ</translation>
    </message>
</context>
</TS>
