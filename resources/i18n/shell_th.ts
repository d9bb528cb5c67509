<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>AboutScreen</name>
    <message>
        <source>Send data to the administrator…</source>
        <translation>ส่งข้อมูลให้ผู้ดูแล…</translation>
    </message>
    <message>
        <source>Files for the administrator</source>
        <translation>ไฟล์สำหรับผู้ดูแล</translation>
    </message>
    <message>
        <source>File for the administrator</source>
        <translation>ไฟล์สำหรับผู้ดูแล</translation>
    </message>
    <message>
        <source>The data on this machine are being checked. This may take a minute.</source>
        <translation>กำลังตรวจข้อมูลในเครื่องนี้ อาจใช้เวลาราวหนึ่งนาที</translation>
    </message>
    <message>
        <source>{file} is ready. It holds no personal data; look into it if you like, then send it to central.</source>
        <translation>ไฟล์ {file} พร้อมแล้ว ไม่มีข้อมูลส่วนบุคคล เปิดดูก่อนได้ แล้วส่งให้ส่วนกลาง</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>รุ่นใหม่ของโปรแกรม</translation>
    </message>
    <message>
        <source>This copy is updated with central's installer.</source>
        <translation>โปรแกรมชุดนี้ปรับปรุงด้วยตัวติดตั้งจากส่วนกลาง</translation>
    </message>
    <message>
        <source>Version {version} begins when you next open the program.</source>
        <translation>รุ่น {version} จะเริ่มใช้เมื่อเปิดโปรแกรมครั้งต่อไป</translation>
    </message>
    <message>
        <source>Version {version} is being made ready, {percent}%</source>
        <translation>กำลังเตรียมรุ่น {version} แล้ว {percent}%</translation>
    </message>
    <message>
        <source>They come by themselves, by network or from a USB stick.</source>
        <translation>มาเองทางเครือข่ายหรือ USB ไม่ต้องทำอะไร</translation>
    </message>
        <message>
            <source>Open the log folder</source>
            <translation>เปิดโฟลเดอร์บันทึกการทำงาน</translation>
        </message>
        <message>
            <source>Central Data Centre, Community Development Department (CDD Desktop)</source>
            <translation>ศูนย์ข้อมูลกลาง กรมการพัฒนาชุมชน (CDD Desktop)</translation>
        </message>
        <message>
            <source>About</source>
            <translation>เกี่ยวกับ</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>รุ่น</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>โปรแกรม</translation>
        </message>
        <message>
            <source>Protocol with central</source>
            <translation>โพรโทคอลกับส่วนกลาง</translation>
        </message>
        <message>
            <source>Folder of the data</source>
            <translation>โฟลเดอร์เก็บข้อมูล</translation>
        </message>
        <message>
            <source>Licences and credits</source>
            <translation>สัญญาอนุญาตและที่มา</translation>
        </message>
    </context>
    <context>
        <name>AddOfficerDialog</name>
        <message>
            <source>Add an officer</source>
            <translation>เพิ่มเจ้าหน้าที่</translation>
        </message>
        <message>
            <source>The new colleague signs in on this machine with the PIN and then chooses a password.</source>
            <translation>เจ้าหน้าที่ใหม่เข้าใช้เครื่องนี้ครั้งแรกด้วย PIN แล้วตั้งรหัสผ่านของตนเอง</translation>
        </message>
        <message>
            <source>First name and surname</source>
            <translation>ชื่อและนามสกุล</translation>
        </message>
        <message>
            <source>PIN for the first use, at least 6 digits; tell it to the colleague</source>
            <translation>PIN สำหรับเข้าใช้ครั้งแรก อย่างน้อย 6 หลัก แจ้งให้เจ้าหน้าที่ทราบ</translation>
        </message>
        <message>
            <source>Password of {name}</source>
            <translation>รหัสผ่านของ {name}</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>เพิ่ม</translation>
        </message>
        <message>
            <source>Please fill in all three boxes.</source>
            <translation>โปรดกรอกให้ครบทั้งสามช่อง</translation>
        </message>
    </context>
    <context>
        <name>BuddhistDateEdit</name>
        <message>
            <source>Pick a date</source>
            <translation>เลือกวันที่</translation>
        </message>
        <message>
            <source>Which one?</source>
            <translation>หมายถึงวันใด</translation>
        </message>
    </context>
    <context>
        <name>CalendarScreen</name>
        <message>
            <source>Fiscal year</source>
            <translation>ปีงบประมาณ</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>เดือน</translation>
        </message>
        <message>
            <source>List</source>
            <translation>รายการ</translation>
        </message>
        <message>
            <source>Export .ics</source>
            <translation>ส่งออก .ics</translation>
        </message>
        <message>
            <source>Numbers: due days · * day off, submit before it</source>
            <translation>ตัวเลขคือวันครบกำหนด · * ตรงกับวันหยุด ควรส่งภายในวันทำการก่อนหน้า</translation>
        </message>
        <message>
            <source>Received by central</source>
            <translation>ส่วนกลางรับแล้ว</translation>
        </message>
        <message>
            <source>Due soon, or returned</source>
            <translation>ใกล้ครบกำหนด หรือส่งกลับ</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>เกินกำหนด</translation>
        </message>
        <message>
            <source>{n} periods of this office</source>
            <translation>{n} งวดของหน่วยนี้</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>ปีงบประมาณ {year}</translation>
        </message>
        <message>
            <source>Calendar of fiscal year {year}</source>
            <translation>ปฏิทินปีงบประมาณ {year}</translation>
        </message>
        <message>
            <source>Projected: the circular of {year} has not come yet. The dates may still change.</source>
            <translation>ประมาณการ: ยังไม่มีหนังสือกำหนดการของปี {year} วันที่อาจเปลี่ยนได้</translation>
        </message>
        <message>
            <source>Export calendar</source>
            <translation>ส่งออกปฏิทิน</translation>
        </message>
        <message>
            <source>Calendar saved</source>
            <translation>บันทึกไฟล์ปฏิทินแล้ว</translation>
        </message>
        <message>
            <source>Open it with the calendar on your phone or in your mail program.</source>
            <translation>เปิดด้วยปฏิทินในโทรศัพท์หรือในโปรแกรมอีเมลได้ทันที</translation>
        </message>
        <message>
            <source>{n} due dates are in {file}.</source>
            <translation>ไฟล์ {file} มีวันครบกำหนด {n} วัน</translation>
        </message>
        <message>
            <source>Waiting for certification</source>
            <translation>รอรับรอง</translation>
        </message>
        <message>
            <source>Finished, on its way or late</source>
            <translation>รอส่ง หรือถึงช้า</translation>
        </message>
        <message>
            <source>Line: a report due that day · grey: a day off</source>
            <translation>แถบสีคือชุดรายงานที่ครบกำหนดวันนั้น · ช่องสีเทาคือวันหยุด</translation>
        </message>
    </context>
    <context>
        <name>ChoosePassword</name>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>รหัสผ่านใหม่</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>รหัสผ่านใหม่อีกครั้ง</translation>
        </message>
        <message>
            <source>PIN for the first use (from central or from a colleague)</source>
            <translation>PIN ใช้ครั้งแรก (จากส่วนกลางหรือจากเพื่อนร่วมงาน)</translation>
        </message>
        <message>
            <source>New password, at least {n} characters</source>
            <translation>รหัสผ่านใหม่ อย่างน้อย {n} ตัว</translation>
        </message>
        <message>
            <source>The same password again</source>
            <translation>พิมพ์รหัสผ่านเดิมอีกครั้ง</translation>
        </message>
        <message>
            <source>Choose something you will remember. Nobody can read it, not even central.</source>
            <translation>ตั้งให้จำได้ รหัสผ่านนี้ไม่มีใครอ่านได้ แม้แต่ส่วนกลาง</translation>
        </message>
        <message>
            <source>The two passwords differ. Type the same one in both boxes.</source>
            <translation>รหัสผ่านสองช่องไม่ตรงกัน พิมพ์ให้เหมือนกันทั้งสองช่อง</translation>
        </message>
        <message>
            <source>Note: the keyboard is set to Thai.</source>
            <translation>หมายเหตุ: แป้นพิมพ์อยู่ที่ภาษาไทย</translation>
        </message>
    </context>
    <context>
        <name>DatasetRow</name>
        <message>
            <source>Not for this office</source>
            <translation>ไม่ใช่ของหน่วยนี้</translation>
        </message>
    </context>
    <context>
        <name>Datasets</name>
        <message>
            <source>Volunteer leader anniversary</source>
            <translation>วันครบรอบผู้นำ อช.</translation>
        </message>
        <message>
            <source>Community development standards</source>
            <translation>มาตรฐานการพัฒนาชุมชน</translation>
        </message>
        <message>
            <source>Leaders</source>
            <translation>ผู้นำ</translation>
        </message>
        <message>
            <source>Volunteer leader evaluation</source>
            <translation>ประเมินผู้นำ อช.</translation>
        </message>
        <message>
            <source>Groups, organisations, networks</source>
            <translation>กลุ่ม องค์กร เครือข่าย</translation>
        </message>
        <message>
            <source>Savings groups for production</source>
            <translation>กลุ่มออมทรัพย์เพื่อการผลิต</translation>
        </message>
        <message>
            <source>Poverty fund (KKJ)</source>
            <translation>กข.คจ.</translation>
        </message>
        <message>
            <source>Community finance institutes</source>
            <translation>สถาบันการเงินทุนชุมชน</translation>
        </message>
        <message>
            <source>Community fund networks</source>
            <translation>เครือข่ายกองทุนชุมชน</translation>
        </message>
        <message>
            <source>OTOP sales</source>
            <translation>ยอดจำหน่าย OTOP</translation>
        </message>
        <message>
            <source>Mother of the Land fund</source>
            <translation>กองทุนแม่ของแผ่นดิน</translation>
        </message>
    </context>
    <context>
        <name>DatasetsScreen</name>
        <message>
            <source>All datasets</source>
            <translation>ชุดข้อมูลทั้งหมด</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>งวด</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>ทะเบียน</translation>
        </message>
        <message>
            <source>Find a name or village</source>
            <translation>ค้นหาชื่อ หรือหมู่บ้าน</translation>
        </message>
        <message>
            <source>The register is still empty</source>
            <translation>ทะเบียนยังว่าง</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>ปีงบประมาณ {year}</translation>
        </message>
        <message>
            <source>Datasets</source>
            <translation>ชุดข้อมูล</translation>
        </message>
        <message>
            <source>Your office does not report this dataset</source>
            <translation>หน่วยของท่านไม่ต้องรายงานชุดข้อมูลนี้</translation>
        </message>
        <message>
            <source>Under the circular, another level reports it.</source>
            <translation>ตามหนังสือกำหนดการ เป็นงานของหน่วยระดับอื่น</translation>
        </message>
        <message>
            <source>Register ({n})</source>
            <translation>ทะเบียน ({n})</translation>
        </message>
    </context>
    <context>
        <name>DatePopup</name>
        <message>
            <source>Previous month</source>
            <translation>เดือนก่อน</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>เดือนถัดไป</translation>
        </message>
    </context>
    <context>
        <name>DelegateDialog</name>
        <message>
            <source>Let {name} act for me</source>
            <translation>มอบหมายให้ {name} รักษาการแทน</translation>
        </message>
        <message>
            <source>On these days {name} may do what the head does with reports. Each step is marked as such.</source>
            <translation>ในช่วงวันดังกล่าว {name} ดำเนินการกับชุดรายงานแทนหัวหน้าได้ ทุกขั้นตอนจะระบุว่าเป็นการรักษาการแทน</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>ตั้งแต่วันที่</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>ถึงวันที่</translation>
        </message>
        <message>
            <source>Order or reason</source>
            <translation>คำสั่งหรือเหตุผล</translation>
        </message>
        <message>
            <source>Let act</source>
            <translation>มอบหมาย</translation>
        </message>
        <message>
            <source>Please give both days and the order or reason.</source>
            <translation>โปรดระบุวันทั้งสองวัน และคำสั่งหรือเหตุผล</translation>
        </message>
    </context>
    <context>
        <name>DemoStartDialog</name>
        <message>
            <source>Sample data</source>
            <translation>ข้อมูลตัวอย่าง</translation>
        </message>
        <message>
            <source>Preparing the sample data…</source>
            <translation>กำลังเตรียมข้อมูลตัวอย่าง…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>หยุด</translation>
        </message>
        <message>
            <source>The sample data could not be prepared</source>
            <translation>เตรียมข้อมูลตัวอย่างไม่สำเร็จ</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>ปิด</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Sample data</source>
            <translation>ข้อมูลตัวอย่าง</translation>
        </message>
        <message>
            <source>Work as:</source>
            <translation>ใช้งานในฐานะ:</translation>
        </message>
    </context>
    <context>
        <name>CodeBoxes</name>
        <message>
            <source>Address of central, from the letter</source>
            <translation>ที่อยู่ของส่วนกลาง ตามหนังสือ</translation>
        </message>
        <message>
            <source>Enrolment code, from the letter</source>
            <translation>รหัสลงทะเบียน ตามหนังสือ</translation>
        </message>
        <message>
            <source>Use this code</source>
            <translation>ใช้รหัสนี้</translation>
        </message>
    </context>
    <context>
        <name>FirstStartScreen</name>
    <message>
        <source>What your office has at central lies beside the file and comes with it.</source>
        <translation>ข้อมูลของสำนักงานจากส่วนกลางอยู่ข้างไฟล์นี้ จะนำเข้าให้พร้อมกัน</translation>
    </message>
        <message>
            <source>Set up this machine for your office</source>
            <translation>ตั้งค่าเครื่องนี้ให้หน่วยของท่าน</translation>
        </message>
        <message>
            <source>Choose the enrolment file…</source>
            <translation>เลือกไฟล์ลงทะเบียน…</translation>
        </message>
        <message>
            <source>You need the enrolment file (.cddenrol) or the letter with a code that central has sent to your office. The file needs no connection.</source>
            <translation>ใช้ไฟล์ลงทะเบียน (.cddenrol) หรือหนังสือแจ้งรหัสที่ส่วนกลางส่งให้หน่วยของท่าน ถ้าใช้ไฟล์ ไม่ต้องมีสัญญาณอินเทอร์เน็ต</translation>
        </message>
        <message>
            <source>Try it first with sample data</source>
            <translation>ลองใช้กับข้อมูลตัวอย่างก่อน</translation>
        </message>
        <message>
            <source>Set up and begin</source>
            <translation>ตั้งค่าและเริ่มใช้งาน</translation>
        </message>
        <message>
            <source>Use an enrolment code</source>
            <translation>ใช้รหัสลงทะเบียน</translation>
        </message>
        <message>
            <source>Other file</source>
            <translation>เลือกไฟล์อื่น</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>ท่านคือใคร</translation>
        </message>
        <message>
            <source>Enrolment file</source>
            <translation>ไฟล์ลงทะเบียน</translation>
        </message>
        <message>
            <source>Enrolment files</source>
            <translation>ไฟล์ลงทะเบียน</translation>
        </message>
        <message>
            <source>Central: {address}</source>
            <translation>ส่วนกลาง: {address}</translation>
        </message>
        <message>
            <source>Setting up…</source>
            <translation>กำลังตั้งค่า…</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>กู้คืนจากไฟล์สำรอง…</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>voluntary</source>
            <translation>ส่งหรือไม่ก็ได้</translation>
        </message>
        <message>
            <source>{n} entries</source>
            <translation>{n} รายการ</translation>
        </message>
        <message>
            <source>opens {date}</source>
            <translation>เปิด {date}</translation>
        </message>
        <message>
            <source>a day off, submit by {date}</source>
            <translation>ตรงกับวันหยุด ควรส่งภายใน {date}</translation>
        </message>
        <message>
            <source>Not open yet</source>
            <translation>ยังไม่เปิด</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>ยังไม่เริ่ม</translation>
        </message>
        <message>
            <source>{done} of {all} entered</source>
            <translation>บันทึกแล้ว {done} จาก {all} รายการ</translation>
        </message>
        <message>
            <source>{done} entered</source>
            <translation>บันทึกแล้ว {done} รายการ</translation>
        </message>
        <message>
            <source>{n} to correct</source>
            <translation>ต้องแก้ {n}</translation>
        </message>
        <message>
            <source>{n} to explain</source>
            <translation>ต้องอธิบาย {n}</translation>
        </message>
        <message>
            <source>can be certified from {date}</source>
            <translation>รับรองได้ตั้งแต่ {date}</translation>
        </message>
        <message>
            <source>Returned to be corrected</source>
            <translation>ส่งกลับแก้ไข</translation>
        </message>
        <message>
            <source>{who} asks for {n} corrections</source>
            <translation>{who} ขอให้แก้ {n} ข้อ</translation>
        </message>
        <message>
            <source>nil report</source>
            <translation>รายงานว่าไม่มีข้อมูล</translation>
        </message>
        <message>
            <source>Proposed {date}</source>
            <translation>เสนอแล้ว {date}</translation>
        </message>
        <message>
            <source>Certified {date}</source>
            <translation>รับรองแล้ว {date}</translation>
        </message>
        <message>
            <source>Received by central {date}</source>
            <translation>ส่วนกลางรับแล้ว {date}</translation>
        </message>
        <message>
            <source>Can be entered ahead</source>
            <translation>บันทึกล่วงหน้าได้</translation>
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>To submit</source>
            <translation>งานที่ต้องส่ง</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>ส่งข้อมูล</translation>
        </message>
        <message>
            <source>See which</source>
            <translation>ดูรายการ</translation>
        </message>
        <message>
            <source>Send ({n})</source>
            <translation>ส่งข้อมูล ({n})</translation>
        </message>
        <message>
            <source>Send and receive</source>
            <translation>รับส่งข้อมูล</translation>
        </message>
        <message>
            <source>{n} entries need your decision. Nothing is lost; both versions are kept.</source>
            <translation>มี {n} รายการต้องตัดสินใจ ไม่มีอะไรหาย เก็บค่าไว้ทั้งสองฝั่ง</translation>
        </message>
        <message>
            <source>Everything you enter is kept safe on this machine, with or without a connection.</source>
            <translation>ทุกอย่างที่พิมพ์เก็บไว้ในเครื่องนี้ทันที ไม่ว่ามีสัญญาณหรือไม่</translation>
        </message>
        <message>
            <source>Central has received everything. Last contact {ago}.</source>
            <translation>ส่วนกลางรับครบทุกรายการแล้ว ติดต่อล่าสุด {ago}</translation>
        </message>
        <message>
            <source>Everything is safe on this machine. {n} changes wait and are sent by themselves once connected.</source>
            <translation>ข้อมูลทุกอย่างอยู่ในเครื่องนี้แล้ว รอส่ง {n} รายการ จะส่งเองเมื่อมีสัญญาณ</translation>
        </message>
        <message>
            <source>Nothing to submit in the next 45 days</source>
            <translation>ไม่มีงานที่ต้องส่งใน 45 วันข้างหน้า</translation>
        </message>
        <message>
            <source>The calendar shows the whole fiscal year.</source>
            <translation>ดูงานทั้งปีงบประมาณได้ในปฏิทิน</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>ปีงบประมาณ {year}</translation>
        </message>
        <message>
            <source>{all} periods · received by central {received} · on time {on_time}</source>
            <translation>{all} งวด · ส่วนกลางรับแล้ว {received} · ทันเวลา {on_time}</translation>
        </message>
        <message>
            <source>This machine works with the backup of {when}. Nothing is sent before you confirm.</source>
            <translation>เครื่องนี้ใช้ข้อมูลสำรองของวันที่ {when} ยังไม่ส่งอะไรจนกว่าท่านจะยืนยัน</translation>
        </message>
    </context>
    <context>
        <name>LockScreen</name>
        <message>
            <source>The screen is locked</source>
            <translation>หน้าจอล็อกอยู่</translation>
        </message>
        <message>
            <source>Everything is saved on this machine. Sending continues in the background.</source>
            <translation>บันทึกทุกอย่างไว้ในเครื่องแล้ว ระหว่างนี้ยังส่งข้อมูลต่อไป</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>รหัสผ่าน</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>ปลดล็อก</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>เปลี่ยนคน</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Central Data Centre (CDD Desktop)</source>
            <translation>ศูนย์ข้อมูลกลาง (CDD Desktop)</translation>
        </message>
    </context>
    <context>
        <name>MaskedText</name>
        <message>
            <source>Show for 20 seconds (noted in the audit trail)</source>
            <translation>แสดง 20 วินาที (มีบันทึกการเปิดดู)</translation>
        </message>
    </context>
    <context>
        <name>MessageDialog</name>
        <message>
            <source>Reason</source>
            <translation>เหตุผล</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>This could not be done</source>
            <translation>ทำรายการไม่ได้</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>โปรแกรมขัดข้อง</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>รหัส: {code}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>ปิด</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
    </context>
    <context>
        <name>MonthTable</name>
        <message>
            <source>The month by weeks</source>
            <translation>เดือนแยกตามสัปดาห์</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Navigation</source>
            <translation>เมนูหลัก</translation>
        </message>
        <message>
            <source>Central Data Centre</source>
            <translation>ศูนย์ข้อมูลกลาง</translation>
        </message>
        <message>
            <source>Lock the screen (Ctrl+L)</source>
            <translation>ล็อกหน้าจอ (Ctrl+L)</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>ค้นหา</translation>
        </message>
        <message>
            <source>Search (Ctrl+K)</source>
            <translation>ค้นหา (Ctrl+K)</translation>
        </message>
        <message>
            <source>To submit</source>
            <translation>งานที่ต้องส่ง</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>ปฏิทิน</translation>
        </message>
        <message>
            <source>Datasets</source>
            <translation>ชุดข้อมูล</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>ส่งข้อมูล</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>แดชบอร์ด</translation>
        </message>
        <message>
            <source>Set up office</source>
            <translation>ตั้งค่าหน่วย</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>เข้าใช้งาน</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>ตั้งค่า</translation>
        </message>
        <message>
            <source>About</source>
            <translation>เกี่ยวกับ</translation>
        </message>
        <message>
            <source>home agenda due to do start</source>
            <translation>หน้าแรก งานที่ต้องทำ กำหนดส่ง home agenda</translation>
        </message>
        <message>
            <source>calendar month year due dates holidays</source>
            <translation>ปฏิทิน เดือน ปี วันครบกำหนด วันหยุด calendar</translation>
        </message>
        <message>
            <source>datasets registers forms</source>
            <translation>ชุดข้อมูล ทะเบียน แบบฟอร์ม datasets registers</translation>
        </message>
        <message>
            <source>send outbox receipts questions sync</source>
            <translation>กล่องรอส่ง ใบรับ คำถาม ซิงก์ send outbox sync</translation>
        </message>
        <message>
            <source>Quality of the data</source>
            <translation>คุณภาพข้อมูล</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>ตัวเลขและแผนภูมิ</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>ความเคลื่อนไหว</translation>
        </message>
        <message>
            <source>quality errors warnings copied unusual current</source>
            <translation>คุณภาพ ข้อผิด คำเตือน ซ้ำงวดก่อน ผิดปกติ เป็นปัจจุบัน quality errors warnings</translation>
        </message>
        <message>
            <source>figures indicators charts sales savings grades ages</source>
            <translation>ตัวเลข ตัวชี้วัด แผนภูมิ กราฟ ยอดจำหน่าย เงินออม ระดับ อายุ figures indicators charts</translation>
        </message>
        <message>
            <source>news since yesterday silent contact</source>
            <translation>ความเคลื่อนไหว เมื่อวาน ไม่ติดต่อ news since yesterday silent</translation>
        </message>
        <message>
            <source>Changed on both sides</source>
            <translation>แก้ซ้อนกัน</translation>
        </message>
        <message>
            <source>conflict two machines decide mine theirs</source>
            <translation>ขัดแย้ง ตัดสินใจ สองเครื่อง ของเรา ของอีกเครื่อง ชนกัน conflict</translation>
        </message>
        <message>
            <source>dashboard summary completeness figures</source>
            <translation>แดชบอร์ด สรุป ภาพรวม ความครบถ้วน ตัวเลข dashboard</translation>
        </message>
        <message>
            <source>settings text size colours people password backup</source>
            <translation>ตั้งค่า ขนาดตัวอักษร สี ภาษา คน รหัสผ่าน สำรอง settings</translation>
        </message>
        <message>
            <source>Holidays and villages</source>
            <translation>วันหยุดและหมู่บ้าน</translation>
        </message>
        <message>
            <source>lists of the office</source>
            <translation>รายการของสำนักงาน lists</translation>
        </message>
        <message>
            <source>about version licences program</source>
            <translation>เกี่ยวกับ รุ่น ลิขสิทธิ์ about version</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>ช่วยเหลือ</translation>
        </message>
        <message>
            <source>help manual how to guide</source>
            <translation>คู่มือ วิธีใช้ ช่วยเหลือ help manual</translation>
        </message>
        <message>
            <source>People of the office</source>
            <translation>คนในสำนักงาน</translation>
        </message>
        <message>
            <source>people officers acting for the head delegation</source>
            <translation>เจ้าหน้าที่ ผู้ปฏิบัติงาน รักษาการแทน มอบหมาย people officer delegation</translation>
        </message>
        <message>
            <source>Hand over work</source>
            <translation>ส่งมอบงาน</translation>
        </message>
        <message>
            <source>hand over leave move successor</source>
            <translation>ย้าย ลาออก คนแทน ผู้รับช่วง hand over leave</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>วันหยุด</translation>
        </message>
        <message>
            <source>holidays days off</source>
            <translation>วันหยุดราชการ วันหยุดของสำนักงาน holiday</translation>
        </message>
        <message>
            <source>Villages</source>
            <translation>หมู่บ้าน</translation>
        </message>
        <message>
            <source>villages moo list of villages</source>
            <translation>หมู่ที่ รายชื่อหมู่บ้าน ทะเบียนหมู่บ้าน village moo</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>ตรวจรายงาน</translation>
        </message>
        <message>
            <source>review accept approve send back waiting</source>
            <translation>ตรวจรับ เห็นชอบ ส่งกลับแก้ไข รอตรวจ</translation>
        </message>
    </context>
    <context>
        <name>OfficePart</name>
        <message>
            <source>End acting for the head</source>
            <translation>สิ้นสุดการรักษาการแทน</translation>
        </message>
        <message>
            <source>{name} can no longer act for the head from now on. What was done stays valid.</source>
            <translation>ตั้งแต่นี้ไป {name} จะรักษาการแทนหัวหน้าไม่ได้ สิ่งที่ดำเนินการไปแล้วยังคงมีผล</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>สิ้นสุดทันที</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
        <message>
            <source>{name} has handed over. Thank you; the program signs you out now.</source>
            <translation>{name} ส่งมอบงานแล้ว ขอบคุณ โปรแกรมจะออกจากระบบให้</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>ส่งมอบงานแล้ว</translation>
        </message>
        <message>
            <source>{name} can no longer sign in. Print the handover list, to be signed and filed?</source>
            <translation>{name} เข้าใช้ไม่ได้แล้ว จะพิมพ์บัญชีส่งมอบงานเพื่อลงนามและเก็บเข้าไฟล์หรือไม่</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>เปิดบัญชีส่งมอบ</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>ปิด</translation>
        </message>
    </context>
    <context>
        <name>PasswordBox</name>
        <message>
            <source>Show what is typed</source>
            <translation>แสดงสิ่งที่พิมพ์</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>People of the office</source>
            <translation>คนในสำนักงาน</translation>
        </message>
        <message>
            <source>Add an officer…</source>
            <translation>เพิ่มเจ้าหน้าที่…</translation>
        </message>
        <message>
            <source>acting for the head</source>
            <translation>รักษาการแทน</translation>
        </message>
        <message>
            <source>Let act for me…</source>
            <translation>มอบหมายให้รักษาการแทน…</translation>
        </message>
        <message>
            <source>{name} acts for the head from {first} to {last}</source>
            <translation>{name} รักษาการแทนหัวหน้า ตั้งแต่ {first} ถึง {last}</translation>
        </message>
        <message>
            <source>End now…</source>
            <translation>สิ้นสุดทันที…</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>ส่งมอบงาน…</translation>
        </message>
    </context>
    <context>
        <name>PeriodDetail</name>
        <message>
            <source>projected</source>
            <translation>ประมาณการ</translation>
        </message>
        <message>
            <source>Choose a period in the calendar</source>
            <translation>เลือกงวดในปฏิทิน</translation>
        </message>
        <message>
            <source>opens {date}</source>
            <translation>เปิด {date}</translation>
        </message>
        <message>
            <source>due {weekday} {date}</source>
            <translation>ครบกำหนด{weekday}ที่ {date}</translation>
        </message>
        <message>
            <source>data as at {date}</source>
            <translation>ข้อมูล ณ {date}</translation>
        </message>
        <message>
            <source>a day off, submit by {date}</source>
            <translation>ตรงกับวันหยุด ควรส่งภายใน {date}</translation>
        </message>
        <message>
            <source>public holidays of this year are not known yet</source>
            <translation>ยังไม่มีข้อมูลวันหยุดราชการของปีนี้</translation>
        </message>
        <message>
            <source>projected from circular {number} of {date}</source>
            <translation>ประมาณการจากหนังสือ {number} ลงวันที่ {date}</translation>
        </message>
        <message>
            <source>circular {number} of {date}</source>
            <translation>ตามหนังสือ {number} ลงวันที่ {date}</translation>
        </message>
        <message>
        <source>cancelled by the circular in force; what was entered is kept and nothing more is expected</source>
        <translation>ประกาศที่ใช้อยู่ยกเลิกงวดนี้แล้ว ข้อมูลที่บันทึกไว้ยังอยู่ครบ และไม่ต้องส่งอีก</translation>
    </message>
    </context>
    <context>
        <name>RegisterModel</name>
        <message>
            <source>Name</source>
            <translation>ชื่อ</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>พื้นที่</translation>
        </message>
        <message>
            <source>State</source>
            <translation>สถานะ</translation>
        </message>
        <message>
            <source>Moo {n}</source>
            <translation>ม.{n}</translation>
        </message>
        <message>
            <source>T. {name}</source>
            <translation>ต.{name}</translation>
        </message>
    </context>
    <context>
        <name>RegisterTable</name>
        <message>
            <source>Register</source>
            <translation>ทะเบียน</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>Entered twice, and both kept</source>
            <translation>กรอกซ้ำกัน และเก็บไว้ทั้งสองรายการ</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>รวมเข้ากับรายการ</translation>
        </message>
        <message>
            <source>Reason given for a warning</source>
            <translation>เหตุผลที่ให้ไว้ต่อคำเตือน</translation>
        </message>
    </context>
    <context>
        <name>Roles</name>
        <message>
            <source>Community development officer</source>
            <translation>พัฒนากร</translation>
        </message>
        <message>
            <source>District head</source>
            <translation>พัฒนาการอำเภอ</translation>
        </message>
        <message>
            <source>Provincial officer</source>
            <translation>เจ้าหน้าที่ สพจ.</translation>
        </message>
        <message>
            <source>Provincial head</source>
            <translation>พัฒนาการจังหวัด</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>กรมการพัฒนาชุมชน</translation>
        </message>
        <message>
            <source>Central administrator</source>
            <translation>ผู้ดูแลระบบส่วนกลาง</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>ผู้ดูข้อมูล</translation>
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>About the program</source>
            <translation>เกี่ยวกับโปรแกรม</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>ตั้งค่า</translation>
        </message>
        <message>
            <source>Changes are saved at once, for this machine.</source>
            <translation>เปลี่ยนแล้วมีผลทันที เฉพาะเครื่องนี้</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>การแสดงผล</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>ตามระบบ</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>สว่าง</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>มืด</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>ภาษา</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>ตัวเลข</translation>
        </message>
        <message>
            <source>You may type either kind everywhere.</source>
            <translation>พิมพ์ได้ทั้งสองแบบทุกช่อง</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>ขนาดตัวอักษร</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>สี</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>ความปลอดภัย</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>นาที</translation>
        </message>
        <message>
            <source>Lock the screen after</source>
            <translation>ล็อกหน้าจอเมื่อไม่ใช้งานนาน</translation>
        </message>
        <message>
            <source>without keyboard or mouse, 2 to 60 minutes</source>
            <translation>ไม่แตะแป้นพิมพ์หรือเมาส์ 2 ถึง 60 นาที</translation>
        </message>
        <message>
            <source>Sending and receiving</source>
            <translation>การรับส่งข้อมูล</translation>
        </message>
        <message>
            <source>Send automatically when connected</source>
            <translation>ส่งเองเมื่อมีสัญญาณ</translation>
        </message>
        <message>
            <source>Otherwise only when you press Send.</source>
            <translation>ถ้าไม่เลือก จะส่งเมื่อกดปุ่มส่งข้อมูลเท่านั้น</translation>
        </message>
        <message>
            <source>Also on metered connections</source>
            <translation>ส่งผ่านเครือข่ายที่คิดค่าบริการตามปริมาณด้วย</translation>
        </message>
        <message>
            <source>Starts in the tray, so that reminders appear.</source>
            <translation>เปิดไว้ข้างนาฬิกา เพื่อให้เตือนได้</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>พร็อกซี</translation>
        </message>
        <message>
            <source>Empty: as the system. Ask your network's administrator.</source>
            <translation>เว้นว่าง: ใช้ตามระบบ สอบถามผู้ดูแลเครือข่าย</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>เครื่องนี้</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>เลือก…</translation>
        </message>
        <message>
            <source>Folder for backups</source>
            <translation>โฟลเดอร์สำรองข้อมูล</translation>
        </message>
        <message>
            <source>Better on another disk or a USB stick; backups are encrypted.</source>
            <translation>ควรอยู่คนละดิสก์หรือบน USB ไฟล์สำรองเข้ารหัสไว้</translation>
        </message>
        <message>
            <source>Remind of due dates</source>
            <translation>เตือนวันครบกำหนด</translation>
        </message>
        <message>
            <source>7, 3 and 1 days before and on the day, once a day.</source>
            <translation>ก่อน 7, 3, 1 วัน และวันครบกำหนด วันละครั้ง</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>เปิดพร้อมเครื่อง</translation>
        </message>
        <message>
            <source>in the program's own folder</source>
            <translation>อยู่ในโฟลเดอร์ของโปรแกรม</translation>
        </message>
        <message>
        <source>For example a mobile hotspot; otherwise changes wait for another connection or for Send now.</source>
        <translation>เช่น ฮอตสปอตจากโทรศัพท์ ถ้าไม่เลือก จะรอเครือข่ายอื่นหรือรอให้กดส่งข้อมูล</translation>
    </message>
    <message>
        <source>This computer does not say which connections are metered, so sending goes over all of them.</source>
        <translation>เครื่องนี้บอกไม่ได้ว่าเครือข่ายใดคิดตามปริมาณ จึงส่งผ่านทุกเครือข่าย</translation>
    </message>
        <message>
            <source>days</source>
            <translation>วัน</translation>
        </message>
        <message>
            <source>never</source>
            <translation>ไม่ต้องเตือน</translation>
        </message>
        <message>
            <source>Remind to back up after</source>
            <translation>เตือนให้สำรองข้อมูลเมื่อเกิน</translation>
        </message>
        <message>
            <source>A line on the home screen, when something has changed since the last backup.</source>
            <translation>ขึ้นเป็นบรรทัดในหน้างานที่ต้องส่ง เมื่อมีการเปลี่ยนแปลงหลังสำรองครั้งล่าสุด</translation>
        </message>
        <message>
            <source>Holidays and villages</source>
            <translation>วันหยุดและหมู่บ้าน</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Sign in</source>
            <translation>เข้าใช้งาน</translation>
        </message>
        <message>
            <source>This office's data are stored encrypted on this machine. Choose your name.</source>
            <translation>ข้อมูลของหน่วยเก็บแบบเข้ารหัสในเครื่องนี้ เลือกชื่อของท่าน</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>รหัสผ่าน</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>เปลี่ยนคน</translation>
        </message>
        <message>
            <source>First use</source>
            <translation>ใช้ครั้งแรก</translation>
        </message>
        <message>
            <source>Save password and sign in</source>
            <translation>ตั้งรหัสผ่านและเข้าใช้งาน</translation>
        </message>
        <message>
            <source>Note: the keyboard is set to Thai.</source>
            <translation>หมายเหตุ: แป้นพิมพ์อยู่ที่ภาษาไทย</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>กำลังเปิด…</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>กู้คืนจากไฟล์สำรอง…</translation>
        </message>
        <message>
        <source>Preparing the data for the new version</source>
        <translation>กำลังปรับข้อมูลให้เข้ากับโปรแกรมรุ่นใหม่</translation>
    </message>
    <message>
        <source>This happens once, at the first start of a new version. On an old machine it can take some minutes. Do not switch the machine off and do not close the program.</source>
        <translation>ทำครั้งเดียวเมื่อเริ่มใช้โปรแกรมรุ่นใหม่ เครื่องที่ช้าอาจใช้เวลาหลายนาที ระหว่างนี้อย่าปิดเครื่องและอย่าปิดโปรแกรม</translation>
    </message>
    <message>
        <source>A copy of the data as they were is kept on this machine.</source>
        <translation>โปรแกรมเก็บสำเนาข้อมูลก่อนปรับไว้ในเครื่องนี้ด้วย</translation>
    </message>
    <message>
        <source>{n} % done</source>
        <translation>ทำไปแล้ว {n} %</translation>
    </message>
        <message>
            <source>Forgotten password</source>
            <translation>ลืมรหัสผ่าน</translation>
        </message>
</context>
    <context>
        <name>StandingReader</name>
        <message>
            <source>contacting central</source>
            <translation>กำลังติดต่อส่วนกลาง</translation>
        </message>
        <message>
            <source>online</source>
            <translation>ออนไลน์</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>ออฟไลน์</translation>
        </message>
        <message>
            <source>No contact with central yet</source>
            <translation>ยังไม่เคยติดต่อส่วนกลาง</translation>
        </message>
        <message>
            <source>Last contact with central {ago}</source>
            <translation>ติดต่อส่วนกลางล่าสุด {ago}</translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message>
            <source>Due today</source>
            <translation>ครบกำหนดวันนี้</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>เหลือ {n} วัน</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>ยังไม่เริ่ม</translation>
        </message>
        <message>
            <source>Being entered</source>
            <translation>กำลังบันทึก</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>เสนอแล้ว</translation>
        </message>
        <message>
            <source>Certified</source>
            <translation>รับรองแล้ว</translation>
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
            <source>Returned</source>
            <translation>ส่งกลับแก้ไข</translation>
        </message>
        <message>
            <source>On USB</source>
            <translation>อยู่บน USB</translation>
        </message>
        <message>
            <source>Received by central</source>
            <translation>ส่วนกลางรับแล้ว</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>ต้องตัดสินใจ</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>ทันเวลา</translation>
        </message>
        <message>
            <source>finished on time, arrived late</source>
            <translation>เสร็จทัน มาถึงช้า</translation>
        </message>
        <message>
            <source>late</source>
            <translation>ล่าช้า</translation>
        </message>
        <message>
            <source>Proposed, awaiting certification</source>
            <translation>เสนอแล้ว รอรับรอง</translation>
        </message>
        <message>
            <source>On time, arrived late</source>
            <translation>เสร็จทัน มาถึงช้า</translation>
        </message>
        <message>
            <source>Received, late</source>
            <translation>ส่วนกลางรับแล้ว ล่าช้า</translation>
        </message>
        <message>
            <source>{n} days overdue</source>
            <translation>เกินกำหนด {n} วัน</translation>
        </message>
        <message>
            <source>On this machine</source>
            <translation>อยู่ในเครื่อง</translation>
        </message>
        <message>
            <source>Certified, waiting to send</source>
            <translation>รับรองแล้ว รอส่ง</translation>
        </message>
        <message>
            <source>Not entered</source>
            <translation>ยังไม่บันทึก</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>ครบถ้วน</translation>
        </message>
        <message>
            <source>{n} to correct</source>
            <translation>มีข้อผิด {n}</translation>
        </message>
        <message>
            <source>Needs a reason</source>
            <translation>ต้องระบุเหตุผล</translation>
        </message>
        <message>
            <source>Not yet received</source>
            <translation>ยังไม่ได้รับข้อมูล</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>ยืนยันแล้ว</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>แก้ไขแล้ว</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>สิ้นสุดแล้ว</translation>
        </message>
        <message>
            <source>Start entering</source>
            <translation>เริ่มบันทึก</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>บันทึกต่อ</translation>
        </message>
        <message>
            <source>See comments</source>
            <translation>ดูความเห็น</translation>
        </message>
        <message>
            <source>Check and certify</source>
            <translation>ตรวจและรับรอง</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>ส่งข้อมูล</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>ตัดสินใจ</translation>
        </message>
        <message>
            <source>View</source>
            <translation>เปิดดู</translation>
        </message>
        <message>
            <source>Due {date}</source>
            <translation>ครบกำหนด {date}</translation>
        </message>
        <message>
        <source>Cancelled period</source>
        <translation>งวดที่ยกเลิก</translation>
    </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open</source>
            <translation>เปิด</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>ออกจากโปรแกรม</translation>
        </message>
        <message>
            <source>Central Data Centre (CDD Desktop)</source>
            <translation>ศูนย์ข้อมูลกลาง (CDD Desktop)</translation>
        </message>
        <message>
            <source>Due dates</source>
            <translation>ใกล้ครบกำหนดส่ง</translation>
        </message>
        <message>
            <source>{n} submissions are due soon. Sign in to see them.</source>
            <translation>มี {n} ชุดรายงานใกล้ครบกำหนด เข้าใช้งานเพื่อดูรายการ</translation>
        </message>
        <message>
            <source>{n} days overdue</source>
            <translation>เกินกำหนด {n} วัน</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>ครบกำหนดวันนี้</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>เหลือ {n} วัน</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>{weekday}, {date}</source>
            <translation>{weekday}ที่ {date}</translation>
        </message>
        <message>
            <source>{time}</source>
            <translation>{time} น.</translation>
        </message>
        <message>
            <source>a moment ago</source>
            <translation>เมื่อสักครู่</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>{n} นาทีก่อน</translation>
        </message>
        <message>
            <source>{n} h ago</source>
            <translation>{n} ชั่วโมงก่อน</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>เมื่อวาน</translation>
        </message>
        <message>
            <source>{n} days ago</source>
            <translation>{n} วันก่อน</translation>
        </message>
        <message>
            <source>{name} District Office, {province}</source>
            <translation>สพอ.{name} จ.{province}</translation>
        </message>
        <message>
            <source>{name} Provincial Office</source>
            <translation>สพจ.{name}</translation>
        </message>
        <message>
            <source>Community Development Department</source>
            <translation>กรมการพัฒนาชุมชน</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>ปี {year}</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>วันจันทร์</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>วันอังคาร</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>วันพุธ</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>วันพฤหัสบดี</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>วันศุกร์</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>วันเสาร์</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>วันอาทิตย์</translation>
        </message>
        <message>
            <source>Mo</source>
            <translation>จ.</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>อ.</translation>
        </message>
        <message>
            <source>We</source>
            <translation>พ.</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>พฤ.</translation>
        </message>
        <message>
            <source>Fr</source>
            <translation>ศ.</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>ส.</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>อา.</translation>
        </message>
    </context>
    <context>
        <name>YearStrip</name>
        <message>
            <source>The fiscal year by months</source>
            <translation>ปีงบประมาณแยกตามเดือน</translation>
        </message>
    </context>
    <context>
        <name>YearTable</name>
        <message>
            <source>Due days by dataset and month</source>
            <translation>วันครบกำหนดตามชุดข้อมูลและเดือน</translation>
        </message>
    </context>
    <context>
        <name>PeopleForm</name>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
    </context>
    <context>
        <name>Round</name>
        <message>
            <source>Table</source>
            <translation>ตาราง</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>แบบฟอร์ม</translation>
        </message>
        <message>
            <source>Excel…</source>
            <translation>ไฟล์ Excel…</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>ปีงบประมาณ {year}</translation>
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
            <source>Returned by {name} on {at}</source>
            <translation>{name} ส่งกลับแก้ไขเมื่อ {at}</translation>
        </message>
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
        <message>
            <source>An office of this level has no entries of this kind. There is nothing to fill in here.</source>
            <translation>หน่วยงานระดับนี้ไม่ได้บันทึกรายการประเภทนี้ จึงไม่ต้องกรอกอะไรที่นี่</translation>
        </message>
        <message>
            <source>Take back to change…</source>
            <translation>นำกลับมาแก้…</translation>
        </message>
        <message>
            <source>Corrections asked for: {n}</source>
            <translation>ขอให้แก้ {n} ข้อ</translation>
        </message>
    </context>
    <context>
        <name>PersonalText</name>
    <message>
        <source>13 digits like a citizen id. This text is sent to central: please take the number out.</source>
        <translation>พบเลข 13 หลักคล้ายเลขประจำตัวประชาชน ข้อความนี้จะถูกส่งไปส่วนกลาง โปรดลบเลขนี้ออก</translation>
    </message>
    </context>
    <context>
        <name>LeftOffer</name>
    <message>
        <source>Go on there</source>
        <translation>ทำต่อจากที่ค้าง</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ไว้ก่อน</translation>
    </message>
    <message>
        <source>You stopped {when} at “{name}”</source>
        <translation>ครั้งก่อนพิมพ์ค้างไว้{when} ที่ “{name}”</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    </context>
    <context>
        <name>BackupOffer</name>
    <message>
        <source>Later</source>
        <translation>ไว้ภายหลัง</translation>
    </message>
    <message>
        <source>This machine has not been backed up yet. Changes so far: {n}.</source>
        <translation>เครื่องนี้ยังไม่เคยสำรองข้อมูล มีการเปลี่ยนแปลงแล้ว {n} ครั้ง</translation>
    </message>
    <message>
        <source>Last backup {when}. Changes since then: {n}.</source>
        <translation>สำรองข้อมูลครั้งล่าสุด {when} หลังจากนั้นมีการเปลี่ยนแปลง {n} ครั้ง</translation>
    </message>
    </context>
    <context>
        <name>Backup</name>
    <message>
        <source>Back up…</source>
        <translation>สำรองข้อมูล…</translation>
    </message>
    <message>
        <source>Copying the data of this moment.</source>
        <translation>กำลังทำสำเนาข้อมูล ณ ขณะนี้</translation>
    </message>
    <message>
        <source>Writing the backup. Leave the stick where it is.</source>
        <translation>กำลังเขียนไฟล์สำรอง อย่าเพิ่งถอด USB</translation>
    </message>
    <message>
        <source>Reading the backup to check it.</source>
        <translation>กำลังอ่านไฟล์สำรองกลับมาตรวจ</translation>
    </message>
    <message>
        <source>Checking every page.</source>
        <translation>กำลังตรวจความสมบูรณ์ทุกหน้า</translation>
    </message>
    </context>
    <context>
        <name>FirstReportGuide</name>
        <message>
            <source>Skip the guide</source>
            <translation>ข้ามคำแนะนำ</translation>
        </message>
        <message>
            <source>Close the guide</source>
            <translation>ปิดคำแนะนำ</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>เลือกงาน</translation>
        </message>
        <message>
            <source>Enter one</source>
            <translation>บันทึกรายการแรก</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>ทำให้ครบ</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>เสนอ</translation>
        </message>
        <message>
            <source>Head certifies</source>
            <translation>หัวหน้ารับรอง</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>ส่ง</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>ได้ใบรับ</translation>
        </message>
        <message>
            <source>Nothing can be entered now. The calendar shows what comes.</source>
            <translation>ตอนนี้ยังไม่มีงานให้บันทึก ดูงานที่จะมาถึงได้ในปฏิทิน</translation>
        </message>
        <message>
            <source>Open the calendar</source>
            <translation>เปิดปฏิทิน</translation>
        </message>
        <message>
            <source>Begin with {name}, due on {date}: open it and fill the first box.</source>
            <translation>เริ่มจาก{name} ครบกำหนด {date} เปิดแล้วกรอกช่องแรก</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>เปิดงานนี้</translation>
        </message>
        <message>
            <source>{name} came back with comments: correct what they say, then propose again.</source>
            <translation>{name} ถูกส่งกลับพร้อมความเห็น แก้ตามความเห็นแล้วเสนออีกครั้ง</translation>
        </message>
        <message>
            <source>See the comments</source>
            <translation>ดูความเห็น</translation>
        </message>
        <message>
            <source>{name}: {n} entries are left. Fill or confirm each, or say that there are no data yet.</source>
            <translation>{name} เหลือ {n} รายการ กรอกหรือยืนยันให้ครบ รายการใดยังไม่ได้รับข้อมูลให้แจ้งไว้</translation>
        </message>
        <message>
            <source>Go on entering</source>
            <translation>ไปบันทึกต่อ</translation>
        </message>
        <message>
            <source>{name}: {n} entries have a mistake or want a written reason. Press each in the list.</source>
            <translation>{name} มี {n} รายการที่ต้องแก้หรือต้องเขียนเหตุผล กดทีละแถวเพื่อไปแก้</translation>
        </message>
        <message>
            <source>See which</source>
            <translation>ดูรายการ</translation>
        </message>
        <message>
            <source>{name}: fill one entry to its end. It is saved by itself.</source>
            <translation>{name}: กรอกหนึ่งรายการให้ครบ โปรแกรมบันทึกให้เอง</translation>
        </message>
        <message>
            <source>{name} is complete. Propose it to the head.</source>
            <translation>{name} ครบแล้ว เสนอให้หัวหน้ารับรอง</translation>
        </message>
        <message>
            <source>Go and propose</source>
            <translation>ไปเสนอ</translation>
        </message>
        <message>
            <source>{name} is proposed. Now the {head} signs in here and certifies it.</source>
            <translation>เสนอ{name}แล้ว ต่อไปให้{head}เข้าใช้เครื่องนี้และรับรอง</translation>
        </message>
        <message>
            <source>See what is proposed</source>
            <translation>ดูที่เสนอไว้</translation>
        </message>
        <message>
            <source>{name} is certified. It is sent by itself once there is a line, or now.</source>
            <translation>รับรอง{name}แล้ว โปรแกรมส่งเองเมื่อต่อเน็ตได้ หรือส่งเดี๋ยวนี้</translation>
        </message>
        <message>
            <source>Go and send</source>
            <translation>ไปส่ง</translation>
        </message>
        <message>
            <source>{name} is under way. It has arrived when its receipt is here.</source>
            <translation>{name}กำลังไปถึงส่วนกลาง ได้ใบรับเมื่อใดถือว่าส่งแล้ว</translation>
        </message>
        <message>
            <source>See what was sent</source>
            <translation>ดูที่ส่งไป</translation>
        </message>
        <message>
            <source>Central has received {name}. Receipt {no}.</source>
            <translation>ส่วนกลางรับ{name}แล้ว ใบรับเลขที่ {no}</translation>
        </message>
        <message>
            <source>See the proof</source>
            <translation>ดูหลักฐานการส่ง</translation>
        </message>
    </context>
    <context>
        <name>GuideStrip</name>
        <message>
            <source>Skip the guide</source>
            <translation>ข้ามคำแนะนำ</translation>
        </message>
        <message>
            <source>It can be called again from the help (F1).</source>
            <translation>เรียกดูใหม่ได้จากวิธีใช้ (F1)</translation>
        </message>
        <message>
            <source>Step {n} of {all}</source>
            <translation>ขั้นที่ {n} จาก {all}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>เสร็จแล้ว</translation>
        </message>
        <message>
            <source>done</source>
            <translation>ทำแล้ว</translation>
        </message>
    </context>
    <context>
        <name>RestoreScreen</name>
    <message>
        <source>Restore from a backup</source>
        <translation>กู้คืนจากไฟล์สำรอง</translation>
    </message>
    <message>
        <source>Put in the stick with the backup. Everything comes back as it was then; nothing is typed twice.</source>
        <translation>เสียบ USB ที่มีไฟล์สำรอง ข้อมูลจะกลับมาครบตามวันที่สำรอง ไม่ต้องพิมพ์ใหม่</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>เลือกไฟล์สำรอง…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>รหัสผ่าน</translation>
    </message>
    <message>
        <source>Your password of that day</source>
        <translation>รหัสผ่านของท่านในวันที่สำรอง</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>ท่านคือใคร</translation>
    </message>
    <message>
        <source>Other backup</source>
        <translation>ไฟล์อื่น</translation>
    </message>
    <message>
        <source>Restore and begin</source>
        <translation>กู้คืนและเริ่มใช้งาน</translation>
    </message>
    <message>
        <source>Backup of {when}</source>
        <translation>สำรองเมื่อ {when}</translation>
    </message>
    <message>
        <source>{records} records, {unsent} changes not sent</source>
        <translation>{records} รายการ ยังไม่ได้ส่ง {unsent} ครั้ง</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>ไฟล์สำรอง</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>ไฟล์สำรอง</translation>
    </message>
    <message>
        <source>Put the backup in the place of what is on this machine?</source>
        <translation>ใช้ไฟล์สำรองแทนข้อมูลที่อยู่ในเครื่องนี้หรือไม่</translation>
    </message>
    <message>
        <source>What is here now is kept in the folder backups of the program, but it is no longer worked with. What was entered after the backup and has not been sent is then only there.</source>
        <translation>ข้อมูลที่อยู่ในเครื่องตอนนี้จะเก็บไว้ในโฟลเดอร์ backups ของโปรแกรม แต่จะไม่ได้ใช้งานต่อ สิ่งที่บันทึกหลังวันสำรองและยังไม่ได้ส่งจะอยู่ในนั้นเท่านั้น</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>กู้คืน</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>หยุด</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>หยุดแล้ว ไม่มีอะไรเปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>Note: the keyboard is set to Thai.</source>
        <translation>หมายเหตุ: แป้นพิมพ์อยู่ที่ภาษาไทย</translation>
    </message>
    </context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Another folder…</source>
        <translation>โฟลเดอร์อื่น…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Put in a USB stick: it appears here by itself.</source>
        <translation>เสียบ USB เข้ากับเครื่อง แล้วชื่อจะขึ้นตรงนี้เอง</translation>
    </message>
    <message>
        <source>{n} GB free</source>
        <translation>เหลือเนื้อที่ {n} GB</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>หยุด</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over the work of {name}</source>
        <translation>ส่งมอบงานของ {name}</translation>
    </message>
    <message>
        <source>Everything entered stays on this machine, drafts too. {name} can no longer sign in; what was done under this name keeps it. Print the list first and sign it together.</source>
        <translation>งานทุกอย่างรวมทั้งฉบับร่างอยู่ในเครื่องนี้ตามเดิม {name} จะเข้าใช้ไม่ได้อีก สิ่งที่ทำไว้ยังเป็นชื่อเดิม ควรพิมพ์บัญชีส่งมอบและลงนามร่วมกันก่อน</translation>
    </message>
    <message>
        <source>Unfinished reports: {reports} · to decide: {questions} · changes not sent: {unsent}</source>
        <translation>รายงานที่ยังไม่เสร็จ {reports} ชุด · รอตัดสินใจ {questions} เรื่อง · ยังไม่ได้ส่ง {unsent} ครั้ง</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>ผู้รับงานต่อ</translation>
    </message>
    <message>
        <source>Handover list on paper…</source>
        <translation>พิมพ์บัญชีส่งมอบงาน…</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>รหัสผ่านของ {name}</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>ส่งมอบงาน</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>โปรดพิมพ์รหัสผ่านของท่าน</translation>
    </message>
</context>
<context>
    <name>UpdateOffer</name>
    <message>
        <source>Hide</source>
        <translation>ซ่อนไว้</translation>
    </message>
    <message>
        <source>Version {version} is ready. It begins when you next open the program; all data stay.</source>
        <translation>รุ่นใหม่ {version} พร้อมแล้ว จะเริ่มใช้เมื่อเปิดโปรแกรมครั้งต่อไป ข้อมูลอยู่ครบ</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <source>Memo, as PDF or printed…</source>
        <translation>บันทึกข้อความ เป็น PDF หรือพิมพ์…</translation>
    </message>
    <message>
        <source>Workbook (Excel)…</source>
        <translation>ไฟล์ Excel…</translation>
    </message>
    <message>
        <source>Report of this month…</source>
        <translation>รายงานประจำเดือนนี้…</translation>
    </message>
    <message>
        <source>Report of this month as a workbook…</source>
        <translation>รายงานประจำเดือนนี้ เป็นไฟล์ Excel…</translation>
    </message>
    <message>
        <source>Copy the table (Ctrl+C)</source>
        <translation>คัดลอกตาราง (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy the chart (Ctrl+C)</source>
        <translation>คัดลอกแผนภูมิ (Ctrl+C)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>ไฟล์ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save workbook</source>
        <translation>บันทึกไฟล์ Excel</translation>
    </message>
    <message>
        <source>Workbook saved</source>
        <translation>บันทึกไฟล์ Excel แล้ว</translation>
    </message>
    <message>
        <source>{n} tables are in {file}.</source>
        <translation>มี {n} ตารางใน {file}</translation>
    </message>
    <message>
        <source>The file is not encrypted; keep it where only those who may read it can.</source>
        <translation>ไฟล์นี้ไม่ได้เข้ารหัส เก็บไว้ในที่ที่ผู้มีสิทธิเท่านั้นเปิดได้</translation>
    </message>
</context>
<context>
    <name>RecoverScreen</name>
    <message>
        <source>Forgotten password</source>
        <translation>ลืมรหัสผ่าน</translation>
    </message>
    <message>
        <source>Central's administrator helps you to a new password. Nothing you entered is lost, and your colleagues go on signing in meanwhile.</source>
        <translation>ผู้ดูแลระบบส่วนกลางช่วยให้ท่านตั้งรหัสผ่านใหม่ได้ ข้อมูลที่บันทึกไว้ไม่หาย และเพื่อนร่วมงานยังเข้าใช้ได้ตามปกติ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Set the password and sign in</source>
        <translation>ตั้งรหัสผ่านและเข้าใช้งาน</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>บันทึกคำขอ…</translation>
    </message>
    <message>
        <source>The answer is here</source>
        <translation>ได้คำตอบแล้ว</translation>
    </message>
    <message>
        <source>1. Save the request. It is a small file that opens nothing by itself.</source>
        <translation>1. บันทึกคำขอเป็นไฟล์ขนาดเล็ก ไฟล์นี้เปิดข้อมูลเองไม่ได้</translation>
    </message>
    <message>
        <source>2. Send it to central's administrator, by e-mail or on a stick.</source>
        <translation>2. ส่งไฟล์ให้ผู้ดูแลระบบส่วนกลาง ทางอีเมลหรือ USB</translation>
    </message>
    <message>
        <source>3. The administrator makes sure by telephone that it is you, sends a file back, and reads you a code. Write the code down.</source>
        <translation>3. ผู้ดูแลระบบโทรศัพท์มาสอบถามให้แน่ใจว่าเป็นท่าน ส่งไฟล์คำตอบกลับมา และอ่านรหัสให้ท่านจด</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>เลือกไฟล์คำตอบ…</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>ยังไม่ได้เลือกไฟล์</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>รหัสผ่านใหม่</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>รหัสผ่านใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>The code that was read to you</source>
        <translation>รหัสที่ผู้ดูแลระบบอ่านให้</translation>
    </message>
    <message>
        <source>New password, at least {n} characters</source>
        <translation>รหัสผ่านใหม่ อย่างน้อย {n} ตัวอักษร</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>พิมพ์รหัสผ่านใหม่ซ้ำอีกครั้ง</translation>
    </message>
    <message>
        <source>Requests about a password</source>
        <translation>คำขอรหัสผ่านใหม่</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>บันทึกคำขอ</translation>
    </message>
    <message>
        <source>Saved: {file}. Send it, and come back here when you have the answer and the code.</source>
        <translation>บันทึกแล้ว: {file} ส่งไฟล์นี้ไป แล้วกลับมาที่หน้านี้เมื่อได้ไฟล์คำตอบและรหัส</translation>
    </message>
    <message>
        <source>Answers about a password</source>
        <translation>คำตอบเรื่องรหัสผ่าน</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>ไฟล์คำตอบ</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one in both boxes.</source>
        <translation>รหัสผ่านสองช่องไม่ตรงกัน พิมพ์ให้เหมือนกันทั้งสองช่อง</translation>
    </message>
    <message>
        <source>Note: the keyboard is set to Thai.</source>
        <translation>หมายเหตุ: แป้นพิมพ์อยู่ที่ภาษาไทย</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>{name} answered, {date}: {text}</source>
        <translation>{name} ตอบ {date}: {text}</translation>
    </message>
</context>
</TS>
