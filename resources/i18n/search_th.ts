<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Entry</name>
    <message>
        <source>(no name yet)</source>
        <translation>(ยังไม่มีชื่อ)</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>fiscal year {year}</source>
        <translation>ปีงบประมาณ {year}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Command</source>
        <translation>คำสั่ง</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>หน้าจอ</translation>
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
        <source>Help</source>
        <translation>ช่วยเหลือ</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>ทะเบียน</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>ส่งข้อมูลตอนนี้</translation>
    </message>
    <message>
        <source>Contact central and see how it goes</source>
        <translation>ติดต่อส่วนกลางและดูผลการส่ง</translation>
    </message>
    <message>
        <source>sync send receive central upload</source>
        <translation>ซิงก์ รับส่ง ส่วนกลาง อัปโหลด sync send upload</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>สำรองข้อมูล</translation>
    </message>
    <message>
        <source>An encrypted copy of everything, on a USB stick too</source>
        <translation>สำเนาข้อมูลทั้งหมดแบบเข้ารหัส เก็บลง USB ได้</translation>
    </message>
    <message>
        <source>backup copy save usb stick</source>
        <translation>แบ็กอัป สำเนา เก็บ แฟลชไดรฟ์ ยูเอสบี backup copy usb</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>ล็อกหน้าจอ</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>lock leave away pause</source>
        <translation>พัก ลุกจากเครื่อง ปิดจอ lock</translation>
    </message>
    <message>
        <source>Change to English</source>
        <translation>เปลี่ยนเป็นภาษาอังกฤษ</translation>
    </message>
    <message>
        <source>Change to Thai</source>
        <translation>เปลี่ยนเป็นภาษาไทย</translation>
    </message>
    <message>
        <source>language thai english</source>
        <translation>ภาษา ไทย อังกฤษ language english thai</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ออกจากระบบ</translation>
    </message>
    <message>
        <source>Back to the list of people; what is typed is saved</source>
        <translation>กลับไปหน้ารายชื่อ สิ่งที่พิมพ์ไว้ถูกบันทึกแล้ว</translation>
    </message>
    <message>
        <source>sign out log out change person exit</source>
        <translation>ออก เปลี่ยนคน เลิกใช้ logout sign out exit</translation>
    </message>
    <message>
        <source>Save to USB</source>
        <translation>บันทึกลง USB</translation>
    </message>
    <message>
        <source>usb stick flash drive write batch by hand without a line</source>
        <translation>แฟลชไดรฟ์ ยูเอสบี ถือไปส่ง ไม่มีสัญญาณ ออฟไลน์ usb stick save batch</translation>
    </message>
    <message>
        <source>What waits to be sent, to be carried to the province</source>
        <translation>ข้อมูลที่รอส่ง นำไปมอบให้จังหวัด</translation>
    </message>
    <message>
        <source>Open files from USB</source>
        <translation>เปิดไฟล์จาก USB</translation>
    </message>
    <message>
        <source>usb stick flash drive read receipt package file</source>
        <translation>แฟลชไดรฟ์ ยูเอสบี รับไฟล์ ใบรับ usb stick open receipt</translation>
    </message>
    <message>
        <source>Receipts, what is new from central, and files of districts</source>
        <translation>ใบรับ ข้อมูลใหม่จากส่วนกลาง และไฟล์ของอำเภอ</translation>
    </message>
    <message>
        <source>Receipts back to USB</source>
        <translation>บันทึกใบรับกลับลง USB</translation>
    </message>
    <message>
        <source>usb stick flash drive receipts for districts</source>
        <translation>แฟลชไดรฟ์ ยูเอสบี ใบรับของอำเภอ usb stick receipts</translation>
    </message>
    <message>
        <source>Central's receipts for the districts whose files were carried</source>
        <translation>ใบรับจากส่วนกลางของอำเภอที่ฝากไฟล์มา</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <source>Name, village, dataset, screen or command</source>
        <translation>ชื่อ หมู่บ้าน ชุดข้อมูล หน้าจอ หรือคำสั่ง</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>ค้นหาทุกอย่าง</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>สิ่งที่พบ</translation>
    </message>
    <message>
        <source>Nothing found. Try a shorter word or another spelling.</source>
        <translation>ไม่พบ ลองพิมพ์คำที่สั้นลงหรือสะกดแบบอื่น</translation>
    </message>
    <message>
        <source>Arrows choose · Enter opens · Esc closes</source>
        <translation>ลูกศรเลือก · Enter เปิด · Esc ปิด</translation>
    </message>
</context>
</TS>
