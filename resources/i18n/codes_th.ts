<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>Codes</name>
    <message>
        <source>address-insecure</source>
        <translation>ที่อยู่ของส่วนกลาง {address} ไม่ได้เข้ารหัส (http) จึงไม่ส่งข้อมูลไป ให้ใช้ที่อยู่ที่ขึ้นต้นด้วย https</translation>
    </message>
    <message>
        <source>address-invalid</source>
        <translation>ที่อยู่ของส่วนกลางไม่ถูกต้อง: {address} ให้ขอแฟ้มลงทะเบียนใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>answer-unclear</source>
        <translation>อ่านคำตอบจากส่วนกลางไม่เข้าใจ จึงยังไม่นับว่าส่งแล้ว ข้อมูลอยู่ครบในเครื่อง โปรแกรมจะลองใหม่เอง</translation>
    </message>
    <message>
        <source>area-outside</source>
        <translation>หน่วยรายงาน {area} อยู่นอกพื้นที่ของสำนักงานนี้ เปิดดูได้เฉพาะพื้นที่ที่รับผิดชอบ</translation>
    </message>
    <message>
        <source>central-busy</source>
        <translation>ส่วนกลางยังไม่พร้อมรับข้อมูล โปรแกรมจะลองใหม่เอง ไม่ต้องทำอะไร</translation>
    </message>
    <message>
        <source>choice-incomplete</source>
        <translation>ยังเลือกไม่ครบทุกช่อง: {fields}</translation>
    </message>
    <message>
        <source>connection-lost</source>
        <translation>สัญญาณหลุดระหว่างส่ง ไม่มีข้อมูลใดหาย โปรแกรมจะส่งต่อจากที่ค้างไว้เอง</translation>
    </message>
    <message>
        <source>dataset-unknown</source>
        <translation>ไม่มีชุดข้อมูลชื่อ {dataset}</translation>
    </message>
    <message>
        <source>date-invalid</source>
        <translation>ไม่มีวันที่นี้ในปฏิทิน ตรวจวันและเดือนอีกครั้ง</translation>
    </message>
    <message>
        <source>date-unreadable</source>
        <translation>อ่านวันที่ไม่ได้ พิมพ์แบบ 20/9/2561 หรือ 20 ก.ย. 2561</translation>
    </message>
    <message>
        <source>date-year</source>
        <translation>ปีไม่ถูกต้อง พิมพ์ปี พ.ศ. 4 หลัก เช่น 2561</translation>
    </message>
    <message>
        <source>file-not-writable</source>
        <translation>เขียนแฟ้ม {file} ไม่ได้ เลือกโฟลเดอร์อื่น หรือปิดโปรแกรมที่เปิดแฟ้มนี้อยู่</translation>
    </message>
    <message>
        <source>fiscal-year-range</source>
        <translation>ใช้ปีงบประมาณ พ.ศ. {first} ถึง {last} ที่ระบุมาคือ {fiscal_year}</translation>
    </message>
    <message>
        <source>fonts-missing</source>
        <translation>ไม่พบแบบอักษรของโปรแกรม ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย</translation>
    </message>
    <message>
        <source>holidays-unreadable</source>
        <translation>อ่านข้อมูลวันหยุดไม่ได้ ({reason}) ใช้ข้อมูลเดิมต่อไป</translation>
    </message>
    <message>
        <source>login-refused</source>
        <translation>ส่วนกลางไม่รับการเข้าใช้ของเครื่องนี้ ข้อมูลยังอยู่ครบในเครื่อง ให้ติดต่อผู้ดูแลระบบส่วนกลางเพื่อลงทะเบียนเครื่องใหม่</translation>
    </message>
    <message>
        <source>no-connection</source>
        <translation>ติดต่อส่วนกลางไม่ได้ งานทั้งหมดยังอยู่ในเครื่องนี้ โปรแกรมจะลองส่งใหม่เองเมื่อมีสัญญาณ</translation>
    </message>
    <message>
        <source>no-display</source>
        <translation>เครื่องนี้ไม่มีจอแสดงผล เปิดโปรแกรมบนเครื่องที่มีหน้าจอ หรือใช้คำสั่งอื่นของ cdd-desktop</translation>
    </message>
    <message>
        <source>not-central</source>
        <translation>ปลายทางที่ตอบกลับไม่ใช่ระบบส่วนกลาง อาจเป็นหน้าลงชื่อเข้าใช้ของเครือข่าย Wi-Fi ให้เปิดเว็บเบราว์เซอร์ลงชื่อเข้าใช้เครือข่ายก่อน แล้วส่งใหม่</translation>
    </message>
    <message>
        <source>not-trusted</source>
        <translation>ตรวจสอบใบรับรองความปลอดภัยของส่วนกลางไม่ผ่าน จึงยังไม่ได้ส่งข้อมูลใด ให้ตรวจวันที่ของเครื่อง หรือแจ้งผู้ดูแลระบบ</translation>
    </message>
    <message>
        <source>period-unknown</source>
        <translation>ชุดข้อมูล {dataset} ไม่มีงวด {period} ดูรหัสงวดได้จากคำสั่ง calendar</translation>
    </message>
    <message>
        <source>proxy-login</source>
        <translation>พร็อกซีของเครือข่ายต้องการรหัสผู้ใช้ ให้ตรวจการตั้งค่าพร็อกซี แล้วส่งใหม่</translation>
    </message>
    <message>
        <source>published-unreadable</source>
        <translation>ส่วนกลางเผยแพร่แฟ้มที่โปรแกรมรุ่นนี้อ่านไม่ได้ ({name}) ใช้แฟ้มเดิมต่อไป ควรปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>qt-library-missing</source>
        <translation>ขาดไลบรารีของระบบที่หน้าจอต้องใช้ ({library}) ติดตั้งด้วยคำสั่ง packaging/dev.py หรือให้ผู้ดูแลระบบติดตั้ง</translation>
    </message>
    <message>
        <source>question-settled</source>
        <translation>เรื่องนี้ตัดสินใจไปแล้ว หรือส่วนกลางรับไปแล้ว ไม่ต้องทำอะไรอีก</translation>
    </message>
    <message>
        <source>receipt-other-batch</source>
        <translation>ใบรับที่ได้มาไม่ตรงกับชุดที่ส่ง จึงยังไม่นับว่าส่งแล้ว โปรแกรมจะลองใหม่เอง</translation>
    </message>
    <message>
        <source>schedule-missing</source>
        <translation>ไม่พบแฟ้มกำหนดการรายงาน ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย</translation>
    </message>
    <message>
        <source>schedule-newer</source>
        <translation>กำหนดการรายงานนี้ต้องใช้โปรแกรมรุ่นใหม่กว่า (รูปแบบ {format}) ปรับปรุงโปรแกรมก่อน</translation>
    </message>
    <message>
        <source>schedule-unreadable</source>
        <translation>อ่านกำหนดการรายงานไม่ได้ ({reason}) ใช้กำหนดการเดิมต่อไป</translation>
    </message>
    <message>
        <source>settings-unreadable</source>
        <translation>อ่านแฟ้มการตั้งค่า {file} ไม่ได้ แฟ้มเดิมยังอยู่ ลบหรือแก้แฟ้ม แล้วเปิดโปรแกรมใหม่</translation>
    </message>
    <message>
        <source>settings-value</source>
        <translation>ค่าที่ตั้งไว้ใช้ไม่ได้ ({reason}) การตั้งค่าเดิมยังอยู่</translation>
    </message>
    <message>
        <source>sync-done</source>
        <translation>ติดต่อส่วนกลางสำเร็จ ส่งการแก้ไขแล้ว {sent} ครั้ง รับข้อมูลมา {received} รายการ</translation>
    </message>
    <message>
        <source>sync-running</source>
        <translation>กำลังติดต่อส่วนกลางอยู่แล้ว</translation>
    </message>
    <message>
        <source>sync-stopped</source>
        <translation>หยุดตามที่สั่ง ส่งการแก้ไขแล้ว {sent} ครั้ง เหลือ {left} ครั้ง ส่งต่อได้ทุกเมื่อ</translation>
    </message>
    <message>
        <source>tambon-unknown</source>
        <translation>ไม่พบตำบลรหัส {tambon} ใช้รหัสตำบล 6 หลัก</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>โปรแกรมขัดข้อง ข้อมูลที่บันทึกแล้วไม่หาย บันทึกเหตุไว้ในแฟ้มแล้วโดยไม่มีข้อมูลส่วนบุคคล โปรดส่งแฟ้มในโฟลเดอร์บันทึกการทำงานให้ส่วนกลาง</translation>
    </message>
    <message>
        <source>unit-bangkok</source>
        <translation>กรุงเทพมหานครไม่มีสำนักงานพัฒนาชุมชน จึงไม่มีหน่วยรายงานรหัส {unit}</translation>
    </message>
    <message>
        <source>unit-unknown</source>
        <translation>ไม่พบหน่วยรายงานรหัส {unit} ใช้รหัสจังหวัด 2 หลัก หรือรหัสอำเภอ 4 หลัก</translation>
    </message>
    <message>
        <source>unknown-code</source>
        <translation>ทำรายการนี้ไม่ได้ ข้อมูลไม่หาย โปรดแจ้งรหัสด้านล่างแก่ส่วนกลาง</translation>
    </message>
</context>
</TS>
