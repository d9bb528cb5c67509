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
        <translation>ที่อยู่ของส่วนกลางไม่ถูกต้อง: {address} ใช้รูปแบบ https://central.example หรือขอไฟล์ลงทะเบียนใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>address-needed</source>
        <translation>ระบุที่อยู่ของส่วนกลางที่เครื่องของหน่วยงานจะติดต่อ ด้วย --address https://central.example หรือ {variable}</translation>
    </message>
    <message>
        <source>anchor-signature</source>
        <translation>คำตอบที่ได้ไม่มีลายเซ็นของส่วนกลางที่ลงทะเบียนไว้ จึงไม่รับอะไรเลย ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
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
        <source>area-unknown</source>
        <translation>ไม่พบพื้นที่นี้ โปรดเลือกจากรายการ</translation>
    </message>
    <message>
        <source>attachment-unknown</source>
        <translation>อ่านชื่อไฟล์แนบไม่ได้</translation>
    </message>
    <message>
        <source>backup-damaged</source>
        <translation>ไฟล์สำรองเสียหาย ข้อมูลในเครื่องไม่ถูกเปลี่ยน ให้ใช้ไฟล์สำรองอื่น</translation>
    </message>
    <message>
        <source>backup-folder-gone</source>
        <translation>ไม่พบ USB หรือโฟลเดอร์ที่เลือกแล้ว อาจถูกถอดออกระหว่างทาง ข้อมูลในเครื่องไม่เสียหาย ให้เสียบ USB แล้วสำรองอีกครั้ง</translation>
    </message>
    <message>
        <source>backup-missing</source>
        <translation>ไม่พบไฟล์สำรอง {path} ตรวจสอบชื่อและโฟลเดอร์</translation>
    </message>
    <message>
        <source>backup-no-room</source>
        <translation>เนื้อที่ไม่พอ ต้องใช้ {needed} MB แต่เหลือ {free} MB ให้ลบไฟล์ที่ไม่ใช้บน USB หรือเลือกที่อื่น แล้วสำรองอีกครั้ง</translation>
    </message>
    <message>
        <source>backup-not-proved</source>
        <translation>เขียนแล้วแต่อ่านกลับมาไม่ตรงกับที่เขียน จึงไม่นับเป็นไฟล์สำรอง USB นี้อาจเสีย ให้ใช้อันอื่นแล้วสำรองอีกครั้ง</translation>
    </message>
    <message>
        <source>backup-unreadable</source>
        <translation>ไฟล์นี้ไม่ใช่ไฟล์สำรองของโปรแกรม ให้เลือกไฟล์ .cddbackup</translation>
    </message>
    <message>
        <source>backup-unwritable</source>
        <translation>เขียนไฟล์สำรองไม่ได้ ตรวจสอบโฟลเดอร์และเนื้อที่ว่าง</translation>
    </message>
    <message>
        <source>batch-reused</source>
        <translation>เลขชุดส่งนี้เคยใช้กับข้อมูลอื่นแล้ว เครื่องต้องส่งเป็นชุดใหม่</translation>
    </message>
    <message>
        <source>blob-damaged</source>
        <translation>ภาพหรือไฟล์ที่ได้จากส่วนกลางไม่ตรงกับต้นฉบับ จึงไม่แสดง ให้ลองอีกครั้ง ถ้ายังไม่ได้ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>blob-hash</source>
        <translation>ภาพหรือไฟล์ที่ได้รับไม่ตรงกับต้นฉบับ จึงไม่รับ โปรแกรมจะส่งใหม่ทั้งหมดเอง ภาพยังอยู่ในเครื่อง</translation>
    </message>
    <message>
        <source>blob-offset</source>
        <translation>ชิ้นที่ส่งมาไม่ต่อกับที่ส่วนกลางมีอยู่ ให้ส่งต่อจากไบต์ที่ {offset}</translation>
    </message>
    <message>
        <source>blob-quota</source>
        <translation>ภาพและไฟล์ของหน่วยงานเต็มเนื้อที่ที่ส่วนกลางให้ไว้ ภาพยังอยู่ในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>blob-range</source>
        <translation>ไม่มีส่วนที่ขอในภาพหรือไฟล์นี้</translation>
    </message>
    <message>
        <source>blob-too-large</source>
        <translation>ภาพหรือไฟล์ใหญ่กว่า {largest} MB ที่ส่วนกลางรับได้</translation>
    </message>
    <message>
        <source>blob-unknown</source>
        <translation>ภาพหรือไฟล์นี้ยังไม่ถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>blob-unnamed</source>
        <translation>ส่วนกลางยังไม่มีรายการที่แนบภาพหรือไฟล์นี้ ภาพจะไปเองหลังจากรายการถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>body-offset</source>
        <translation>ข้อมูลที่ส่งมาไม่ต่อกับส่วนที่ถึงส่วนกลางแล้ว ให้ส่งต่อจากไบต์ที่ {offset}</translation>
    </message>
    <message>
        <source>body-stalled</source>
        <translation>ข้อมูลที่ส่งมาหยุดกลางทาง จึงยังไม่มีข้อมูลใดถูกบันทึก โปรแกรมจะส่งใหม่เอง</translation>
    </message>
    <message>
        <source>body-too-large</source>
        <translation>ข้อมูลที่ส่งมามีขนาดใหญ่เกินไป</translation>
    </message>
    <message>
        <source>body-unreadable</source>
        <translation>อ่านข้อมูลที่ส่งมาไม่ได้</translation>
    </message>
    <message>
        <source>boolean-unreadable</source>
        <translation>ตอบ ใช่ หรือ ไม่ใช่</translation>
    </message>
    <message>
        <source>cell-is-date</source>
        <translation>ช่องนี้เป็นวันที่ของ Excel แต่หัวคอลัมน์ไม่ใช่วันที่ ให้พิมพ์ค่าใหม่เป็นข้อความ</translation>
    </message>
    <message>
        <source>cell-is-time</source>
        <translation>ช่องนี้เป็นเวลาของ Excel ให้พิมพ์ค่าใหม่เป็นข้อความ</translation>
    </message>
    <message>
        <source>central-backup-damaged</source>
        <translation>ไฟล์สำรองของส่วนกลางเสียหายหรือไม่ครบ ไม่มีข้อมูลใดถูกนำกลับ ให้ใช้ไฟล์สำรองอื่น</translation>
    </message>
    <message>
        <source>central-backup-newer</source>
        <translation>ไฟล์สำรองนี้ทำด้วยโปรแกรมรุ่นใหม่กว่า ใช้โปรแกรมรุ่นใหม่ก่อน</translation>
    </message>
    <message>
        <source>central-begun</source>
        <translation>ส่วนกลางนี้มีผู้ดูแลระบบแล้ว จึงไม่มีสิ่งใดเปลี่ยน เพิ่มคนด้วยคำสั่ง cdd-central people add และให้รหัสผ่านใหม่ด้วย people password</translation>
    </message>
    <message>
        <source>central-busy</source>
        <translation>ส่วนกลางยังไม่พร้อมรับข้อมูล โปรแกรมจะลองใหม่เอง ไม่ต้องทำอะไร</translation>
    </message>
    <message>
        <source>central-error</source>
        <translation>ส่วนกลางขัดข้อง ไม่มีข้อมูลใดถูกบันทึก</translation>
    </message>
    <message>
        <source>certification-missing</source>
        <translation>การรับรองนี้ไม่มีบัญชีรายการแนบมา ให้รับรองใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>certification-unreadable</source>
        <translation>อ่านบัญชีรายการของการรับรองไม่ได้ ให้รับรองใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>change-too-large</source>
        <translation>รายการนี้มีข้อมูลมากเกินกว่าที่ส่วนกลางรับได้ ให้ลดข้อความหรือแถวในตารางลง</translation>
    </message>
    <message>
        <source>change-unreadable</source>
        <translation>ส่วนกลางอ่านการเปลี่ยนแปลงนี้ไม่ได้ ข้อมูลยังอยู่ในเครื่อง ให้ปรับปรุงโปรแกรมแล้วส่งใหม่</translation>
    </message>
    <message>
        <source>choice-incomplete</source>
        <translation>ยังเลือกไม่ครบทุกช่อง: {fields}</translation>
    </message>
    <message>
        <source>choice-unknown</source>
        <translation>ไม่มีตัวเลือกนี้ โปรดเลือกจากรายการ</translation>
    </message>
    <message>
        <source>citizen-id-check</source>
        <translation>เลขประจำตัวประชาชนไม่ถูกต้อง โปรดตรวจสอบตัวเลขทั้ง 13 หลัก</translation>
    </message>
    <message>
        <source>citizen-id-in-text</source>
        <translation>ห้ามใส่เลขประจำตัวประชาชนในช่องข้อความ โปรดลบออก</translation>
    </message>
    <message>
        <source>citizen-id-length</source>
        <translation>เลขประจำตัวประชาชนต้องมี 13 หลัก</translation>
    </message>
    <message>
        <source>citizen-id-masked</source>
        <translation>เลขประจำตัวประชาชนถูกปิดบังไว้ ให้พิมพ์เลขเต็ม 13 หลัก</translation>
    </message>
    <message>
        <source>citizen-id-unreadable</source>
        <translation>เลขประจำตัวประชาชนต้องมี 13 หลัก</translation>
    </message>
    <message>
        <source>clock-off</source>
        <translation>นาฬิกาของเครื่องนี้ไม่ตรงกับของส่วนกลาง ให้ตั้งวันเวลาของเครื่องใหม่ ข้อมูลยังส่งและรับได้ตามปกติ</translation>
    </message>
    <message>
        <source>code-expired</source>
        <translation>รหัสลงทะเบียนหมดอายุ โปรดขอไฟล์ลงทะเบียนใหม่</translation>
    </message>
    <message>
        <source>code-unknown</source>
        <translation>ไม่รู้จักรหัสลงทะเบียนนี้</translation>
    </message>
    <message>
        <source>code-used</source>
        <translation>รหัสลงทะเบียนนี้ถูกใช้กับเครื่องอื่นแล้ว</translation>
    </message>
    <message>
        <source>code-withdrawn</source>
        <translation>รหัสลงทะเบียนนี้ถูกยกเลิกแล้ว ใช้รหัสในหนังสือฉบับล่าสุด หรือขอรหัสใหม่จากผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>connection-lost</source>
        <translation>สัญญาณหลุดระหว่างส่ง ไม่มีข้อมูลใดหาย โปรแกรมจะส่งต่อจากที่ค้างไว้เอง</translation>
    </message>
    <message>
        <source>data-out-needed</source>
        <translation>ระบุไฟล์ที่จะเขียนด้วย --out FILE.json</translation>
    </message>
    <message>
        <source>database-address</source>
        <translation>ที่อยู่ฐานข้อมูลไม่ถูกต้อง ใช้ชื่อไฟล์ SQLite หรือ postgresql://…</translation>
    </message>
    <message>
        <source>database-busy</source>
        <translation>มีงานอื่นใช้ฐานข้อมูลอยู่ เช่น กำลังสำรองข้อมูล ยังไม่ได้เปลี่ยนอะไร โปรดสั่งใหม่เมื่องานนั้นเสร็จ</translation>
    </message>
    <message>
        <source>database-missing</source>
        <translation>ไม่พบฐานข้อมูล {path} สร้างด้วยคำสั่ง cdd-central init หรือระบุด้วย --database</translation>
    </message>
    <message>
        <source>database-newer</source>
        <translation>ฐานข้อมูลเป็นของโปรแกรมรุ่นใหม่กว่า โปรดใช้โปรแกรมรุ่นใหม่</translation>
    </message>
    <message>
        <source>database-not-ready</source>
        <translation>ฐานข้อมูลยังไม่พร้อม ใช้คำสั่ง cdd-central init หรือ migrate ก่อน</translation>
    </message>
    <message>
        <source>database-unreachable</source>
        <translation>เปิดฐานข้อมูลไม่ได้ ตรวจสอบที่อยู่หรือชื่อไฟล์ สิทธิของโฟลเดอร์ และเซิร์ฟเวอร์</translation>
    </message>
    <message>
        <source>dataset-not-reported</source>
        <translation>หน่วยรายงานระดับนี้ไม่ต้องรายงานชุดข้อมูล {dataset}</translation>
    </message>
    <message>
        <source>dataset-unknown</source>
        <translation>ไม่มีชุดข้อมูลชื่อ {dataset}</translation>
    </message>
    <message>
        <source>date-in-future</source>
        <translation>วันที่ต้องไม่หลังวันนี้</translation>
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
        <source>day-is-central</source>
        <translation>วันนี้ส่วนกลางประกาศเป็นวันหยุด จึงเอาออกไม่ได้ หากไม่ถูกต้องให้แจ้งส่วนกลาง</translation>
    </message>
    <message>
        <source>day-nameless</source>
        <translation>ไม่มีชื่อวันหยุดในแถวนี้ ให้เติมชื่อแล้วอ่านไฟล์อีกครั้ง</translation>
    </message>
    <message>
        <source>day-repeats</source>
        <translation>รายการนี้เกิดซ้ำทุกปีหรือตามรอบ ให้ใส่เป็นวันของแต่ละปี</translation>
    </message>
    <message>
        <source>day-unclear</source>
        <translation>ปีของวันนี้อ่านได้หลายอย่าง ({days}) ให้พิมพ์ปีเต็มพร้อม พ.ศ. หรือ ค.ศ.</translation>
    </message>
    <message>
        <source>day-unreadable</source>
        <translation>อ่านวันที่ในแถวนี้ไม่ได้ ให้พิมพ์เช่น 13/4/2562</translation>
    </message>
    <message>
        <source>definition-unknown</source>
        <translation>ไม่มีแบบบันทึก {dataset} รุ่น {version} ในเครื่องนี้ เชื่อมต่อส่วนกลางเพื่อรับรุ่นใหม่</translation>
    </message>
    <message>
        <source>definition-unreadable</source>
        <translation>อ่านแบบบันทึกไม่ได้ ({reason}) ขอไฟล์ใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>delegation-days</source>
        <translation>วันสุดท้ายของการรักษาการแทนต้องไม่อยู่ก่อนวันแรก และต้องยังไม่ผ่านไป</translation>
    </message>
    <message>
        <source>delegation-not-head</source>
        <translation>เฉพาะหัวหน้าหน่วยงานเท่านั้นที่มอบหมายหรือยกเลิกการรักษาการแทนได้</translation>
    </message>
    <message>
        <source>delegation-not-officer</source>
        <translation>มอบหมายให้รักษาการแทนได้เฉพาะเจ้าหน้าที่ที่ปฏิบัติงานอยู่ในหน่วยงานนี้</translation>
    </message>
    <message>
        <source>delegation-unknown</source>
        <translation>ไม่พบการรักษาการแทนนี้ หรือสิ้นสุดไปแล้ว</translation>
    </message>
    <message>
        <source>demo-central-failed</source>
        <translation>เปิดส่วนกลางของจังหวัดตัวอย่างไม่ได้ ดูรายละเอียดในไฟล์ central.log ในโฟลเดอร์ตัวอย่าง</translation>
    </message>
    <message>
        <source>demo-data-failed</source>
        <translation>สร้างจังหวัดตัวอย่างไม่ได้ ({reason}) ลองอีกครั้งด้วย --reset</translation>
    </message>
    <message>
        <source>demo-data-not-empty</source>
        <translation>ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว ข้อมูลตัวอย่างลงได้เฉพาะในฐานข้อมูลว่าง</translation>
    </message>
    <message>
        <source>demo-enrolments-missing</source>
        <translation>ไม่พบไฟล์ลงทะเบียนใน {folder} สร้างด้วยคำสั่ง cdd-central demo-data แล้วระบุโฟลเดอร์ด้วย --enrolments</translation>
    </message>
    <message>
        <source>demo-folder-foreign</source>
        <translation>โฟลเดอร์ {folder} มีข้อมูลอื่นอยู่ จึงไม่แตะต้อง ให้เลือกโฟลเดอร์ว่างด้วย --folder</translation>
    </message>
    <message>
        <source>demo-folder-newer</source>
        <translation>ข้อมูลตัวอย่างในโฟลเดอร์ {folder} เป็นของโปรแกรมรุ่นใหม่กว่า จึงไม่แตะต้อง ใช้ --reset เพื่อสร้างใหม่ หรือเลือกโฟลเดอร์อื่นด้วย --folder</translation>
    </message>
    <message>
        <source>demo-sync-failed</source>
        <translation>รับข้อมูลตัวอย่างจากส่วนกลางไม่ได้ ({reason}) ลองอีกครั้งด้วย --reset</translation>
    </message>
    <message>
        <source>device-cloned</source>
        <translation>เลขการเปลี่ยนแปลง {n} เคยมากับเนื้อหาอื่น เครื่องนี้อาจถูกคัดลอกหรือกู้คืน ต้องลงทะเบียนตัวเครื่องใหม่</translation>
    </message>
    <message>
        <source>device-key-missing</source>
        <translation>ไม่พบกุญแจประจำเครื่องในที่เก็บรหัสผ่านของบัญชี Windows นี้ อาจเพราะตั้ง Windows ใหม่ หรือคัดลอกโฟลเดอร์มาจากบัญชีหรือเครื่องอื่น ข้อมูลที่บันทึกไว้ยังอยู่ครบ ให้ขอไฟล์ลงทะเบียนใหม่จากผู้ดูแลระบบส่วนกลาง แล้วเลือกไฟล์นั้นที่หน้าส่งข้อมูล</translation>
    </message>
    <message>
        <source>device-not-here</source>
        <translation>ไม่พบเครื่องนี้ ดูเลขประจำเครื่องด้วย cdd-central devices</translation>
    </message>
    <message>
        <source>device-unknown</source>
        <translation>ไม่รู้จักเครื่องนี้ หรือกุญแจเข้าใช้ไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>disk-full</source>
        <translation>เนื้อที่ในดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง ข้อมูลที่บันทึกแล้วไม่หาย</translation>
    </message>
    <message>
        <source>duplicate-in-file</source>
        <translation>ซ้ำกับแถวที่ {row} ของแผ่นงาน “{sheet}” ให้เหลือแถวเดียว</translation>
    </message>
    <message>
        <source>duplicate-in-store</source>
        <translation>ซ้ำกับรายการ “{title}” ที่มีในเครื่องแล้ว</translation>
    </message>
    <message>
        <source>duplicate-key</source>
        <translation>มีรายการนี้อยู่แล้วในหน่วยงาน อาจบันทึกจากอีกเครื่องหนึ่ง ให้ลบรายการที่ซ้ำ หรือแก้ชื่อหรือเลขให้ต่างกัน</translation>
    </message>
    <message>
        <source>duplicate-unclear</source>
        <translation>ในเครื่องมีรายการเดียวกันนี้ {count} รายการ ให้รวมรายการซ้ำก่อน</translation>
    </message>
    <message>
        <source>edited-elsewhere</source>
        <translation>อีกเครื่องหนึ่งแก้ไขรายการที่ลบไป จึงยังไม่ได้ลบ ให้เลือกว่าจะเก็บไว้หรือลบ</translation>
    </message>
    <message>
        <source>edits-merged</source>
        <translation>สองเครื่องแก้รายการเดียวกันคนละช่อง รวมให้แล้ว {n} รายการ ไม่ต้องทำอะไร</translation>
    </message>
    <message>
        <source>encoding-unknown</source>
        <translation>ส่วนกลางไม่มีพจนานุกรมบีบอัดที่เครื่องนี้ใช้ โปรแกรมจะส่งใหม่โดยไม่ใช้</translation>
    </message>
    <message>
        <source>enrolment-addresses</source>
        <translation>ไฟล์ลงทะเบียนไม่มีที่อยู่ของส่วนกลาง ให้ขอไฟล์ใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-expired</source>
        <translation>การลงทะเบียนนี้ใช้ได้ถึงวันที่ {expires_on} แต่นาฬิกาของเครื่องนี้บอกว่าวันนี้วันที่ {today} ถ้าไม่ใช่วันที่จริง ให้ตั้งวันที่ของเครื่องให้ถูกแล้วลองอีกครั้ง ถ้าถูกแล้ว ให้ขอไฟล์ใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-newer</source>
        <translation>ไฟล์ลงทะเบียนนี้ทำจากระบบรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรมก่อน</translation>
    </message>
    <message>
        <source>enrolment-other-central</source>
        <translation>ไฟล์ลงทะเบียนนี้มาจากส่วนกลางอื่น ไม่ใช่ส่วนกลางที่เครื่องนี้ส่งข้อมูลให้ ยังไม่มีอะไรเปลี่ยน ให้ขอไฟล์จากผู้ดูแลระบบส่วนกลางของท่าน</translation>
    </message>
    <message>
        <source>enrolment-other-office</source>
        <translation>ไฟล์ลงทะเบียนนี้เป็นของหน่วยงานอื่น ({unit}) ยังไม่มีอะไรเปลี่ยน ให้ขอไฟล์ของหน่วยงานนี้จากส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-people</source>
        <translation>ไฟล์ลงทะเบียนไม่มีรายชื่อบุคคลที่ใช้ได้ ให้ขอไฟล์ใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-signature</source>
        <translation>ไฟล์ลงทะเบียนถูกแก้ไขหรือเสียหาย ให้ขอไฟล์ใหม่จากส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-unit</source>
        <translation>ไฟล์ลงทะเบียนระบุหน่วยรายงานที่ไม่มี ({unit}) ให้แจ้งส่วนกลาง</translation>
    </message>
    <message>
        <source>enrolment-unreadable</source>
        <translation>ไฟล์นี้ไม่ใช่ไฟล์ลงทะเบียนของโปรแกรม (.cddenrol)</translation>
    </message>
    <message>
        <source>entity-unknown</source>
        <translation>ชุดข้อมูล {dataset} ไม่มีรายการชนิด {entity}</translation>
    </message>
    <message>
        <source>entry-back</source>
        <translation>รายการที่ลบในเครื่องนี้กลับมา {n} รายการ เพราะเครื่องอื่นยังแก้ไขอยู่</translation>
    </message>
    <message>
        <source>export-format</source>
        <translation>ชื่อไฟล์ {name} ต้องลงท้ายด้วย .csv .xlsx หรือ .parquet</translation>
    </message>
    <message>
        <source>export-needs-reason</source>
        <translation>โปรดระบุเหตุผลที่ส่งออกข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <source>export-not-allowed</source>
        <translation>บทบาทของท่านไม่มีสิทธิส่งออกข้อมูลส่วนบุคคล ให้ใช้ไฟล์สำหรับเผยแพร่</translation>
    </message>
    <message>
        <source>file-again</source>
        <translation>ส่วนกลางกู้คืนข้อมูลหลังจากบันทึกลง USB จึงยังไม่ได้รับสิ่งที่อยู่ใน USB ({name}) ข้อมูลยังอยู่ครบในเครื่องนี้ ให้บันทึกลง USB อีกครั้งแล้วนำไปส่ง หรือกดส่งเมื่อมีสัญญาณ</translation>
    </message>
    <message>
        <source>file-answered</source>
        <translation>ส่วนกลางรับไฟล์ {name} แล้ว ใบรับของส่วนกลางอยู่ใน USB แล้ว นำกลับไปให้อำเภอ</translation>
    </message>
    <message>
        <source>file-applied</source>
        <translation>รับไฟล์ {name} จากส่วนกลางแล้ว ใบรับและข้อมูลใหม่ {received} รายการ</translation>
    </message>
    <message>
        <source>file-custody</source>
        <translation>จังหวัดรับไฟล์ส่งไว้แล้ว ({name}) ยังไม่ถึงส่วนกลาง รอใบรับ</translation>
    </message>
    <message>
        <source>file-damaged</source>
        <translation>ไฟล์เสียหายหรือไม่ใช่ไฟล์ของโปรแกรมนี้ ไม่มีข้อมูลใดถูกบันทึก ให้คัดลอกไฟล์มาใหม่</translation>
    </message>
    <message>
        <source>file-empty</source>
        <translation>ไฟล์นี้ไม่มีเนื้อหา จึงไม่ได้แนบ</translation>
    </message>
    <message>
        <source>file-gap</source>
        <translation>ข้อมูลในไฟล์ {name} ต่อกับข้อมูลในเครื่องนี้ไม่ได้ ให้บันทึกไฟล์ใหม่ลง USB ส่งไปส่วนกลาง แล้วเปิดใบรับที่ได้</translation>
    </message>
    <message>
        <source>file-kept</source>
        <translation>รับไฟล์ {name} ไว้แล้ว ยังไม่ถึงส่วนกลาง โปรแกรมจะส่งต่อเองเมื่อมีสัญญาณ หนังสือรับไฟล์อยู่ใน USB แล้ว</translation>
    </message>
    <message>
        <source>file-kind</source>
        <translation>ไฟล์นี้ไม่ใช่ชุดส่งจากหน่วยงาน (.cddbatch) จึงไม่รับ</translation>
    </message>
    <message>
        <source>file-missing</source>
        <translation>ไม่พบหรืออ่านไฟล์ {path} ไม่ได้ ให้เสียบ USB ให้แน่น แล้วเปิดใหม่</translation>
    </message>
    <message>
        <source>file-new-identity</source>
        <translation>เครื่องนี้ถูกคัดลอกหรือกู้คืน จึงลงทะเบียนตัวเครื่องใหม่แล้ว ไม่มีข้อมูลหาย ให้บันทึกลง USB อีกครั้ง</translation>
    </message>
    <message>
        <source>file-newer</source>
        <translation>ไฟล์นี้เขียนด้วยโปรแกรมรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรมที่นี่ก่อน แล้วเปิดใหม่</translation>
    </message>
    <message>
        <source>file-not-for-us</source>
        <translation>ไฟล์นี้ปิดผนึกไว้ให้หน่วยงานอื่น เปิดที่นี่ไม่ได้ ไม่มีข้อมูลใดถูกบันทึก ให้คืน USB ให้ผู้ที่นำมา แล้วนำไปเปิดที่หน่วยงานนั้น</translation>
    </message>
    <message>
        <source>file-not-writable</source>
        <translation>เขียนไฟล์ {file} ไม่ได้ เลือกโฟลเดอร์อื่น หรือปิดโปรแกรมที่เปิดไฟล์นี้อยู่</translation>
    </message>
    <message>
        <source>file-older</source>
        <translation>ไฟล์ {name} ไม่มีอะไรใหม่ ทุกอย่างในนั้นมีอยู่แล้วที่เครื่องนี้</translation>
    </message>
    <message>
        <source>file-other-device</source>
        <translation>ใบรับนี้เป็นของอีกเครื่องหนึ่งในสำนักงาน ให้เปิดที่เครื่องที่บันทึกไฟล์ส่งไว้</translation>
    </message>
    <message>
        <source>file-signature</source>
        <translation>ลายเซ็นในไฟล์ไม่ใช่ของผู้ส่งที่ลงทะเบียนไว้ จึงไม่รับ ไม่มีข้อมูลใดถูกบันทึก ให้ขอไฟล์ใหม่จากผู้ส่ง ถ้ายังไม่รับอีก ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>file-too-large</source>
        <translation>ไฟล์มีขนาดเกิน {largest} MB จึงไม่ได้แนบ ให้ย่อหรือแบ่งไฟล์ก่อน</translation>
    </message>
    <message>
        <source>file-unreadable</source>
        <translation>อ่านไฟล์นี้ไม่ได้ ตรวจสอบว่าไฟล์ยังอยู่และเปิดได้</translation>
    </message>
    <message>
        <source>file-unwritable</source>
        <translation>เขียนไฟล์ {name} ลง USB ไม่ได้ ตรวจเนื้อที่ว่างหรือใช้ USB อันอื่น งานทั้งหมดยังอยู่ในเครื่อง</translation>
    </message>
    <message>
        <source>file-written</source>
        <translation>บันทึกลง USB แล้ว {name} มี {reports} ชุดรายงาน การเปลี่ยนแปลง {sent} ครั้ง ยังไม่ถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>file-wrong-office</source>
        <translation>ไฟล์นี้เป็นของหน่วยงานที่ไม่เกี่ยวข้องกับที่นี่ จึงไม่รับ ไม่มีข้อมูลใดถูกบันทึก ให้คืน USB ให้ผู้ที่นำมา แล้วนำไปที่จังหวัดของหน่วยงานนั้น</translation>
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
        <source>form-unknown</source>
        <translation>ส่วนกลางยังไม่รู้จักแบบบันทึกรุ่นนี้ ข้อมูลยังอยู่ในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>gps-outside</source>
        <translation>พิกัดอยู่นอกประเทศไทย</translation>
    </message>
    <message>
        <source>gps-unreadable</source>
        <translation>พิมพ์ละติจูด, ลองจิจูด เช่น 18.912345, 98.965432</translation>
    </message>
    <message>
        <source>handover-no-successor</source>
        <translation>โปรดเลือกผู้รับงานต่อ ซึ่งต้องเป็นคนในสำนักงานนี้</translation>
    </message>
    <message>
        <source>handover-nobody-left</source>
        <translation>ยังส่งมอบไม่ได้ เพราะไม่มีคนอื่นที่เปิดข้อมูลในเครื่องนี้ได้ ให้ผู้รับงานเข้าใช้ด้วย PIN และตั้งรหัสผ่านก่อน</translation>
    </message>
    <message>
        <source>handover-not-officer</source>
        <translation>ส่งมอบงานที่นี่ได้เฉพาะเจ้าหน้าที่ หากหัวหน้าย้าย ให้แจ้งส่วนกลาง</translation>
    </message>
    <message>
        <source>handover-not-yours</source>
        <translation>ส่งมอบงานได้เฉพาะของตนเอง ของผู้อื่นให้หัวหน้าเป็นผู้ทำ</translation>
    </message>
    <message>
        <source>holidays-unreadable</source>
        <translation>อ่านข้อมูลวันหยุดไม่ได้ ({reason}) ใช้ข้อมูลเดิมต่อไป</translation>
    </message>
    <message>
        <source>id-reused</source>
        <translation>เลขประจำรายการนี้ถูกใช้ไปแล้ว ให้บันทึกเป็นรายการใหม่</translation>
    </message>
    <message>
        <source>id-unreadable</source>
        <translation>เลขประจำรายการไม่ถูกต้อง ให้บันทึกเป็นรายการใหม่</translation>
    </message>
    <message>
        <source>identity-missing</source>
        <translation>แถวนี้ไม่มีข้อมูลที่บอกว่าเป็นรายการใด เช่น ชื่อ ตำบล หมู่ ให้เติมให้ครบหรือลบแถวนี้</translation>
    </message>
    <message>
        <source>import-stopped</source>
        <translation>หยุดตามที่สั่ง ยังไม่ได้เขียนข้อมูลใดลงในเครื่อง</translation>
    </message>
    <message>
        <source>instant-unreadable</source>
        <translation>เวลา {text} ไม่ถูกต้อง ใช้รูปแบบ 2018-03-18T08:40:00+07:00</translation>
    </message>
    <message>
        <source>key-unreadable</source>
        <translation>กุญแจในข้อมูลของเครื่องเสียหาย ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore</translation>
    </message>
    <message>
        <source>keys-damaged</source>
        <translation>ไฟล์กุญแจ store.keys.json เสียหาย ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore</translation>
    </message>
    <message>
        <source>keys-exist</source>
        <translation>มีไฟล์กุญแจ {path} อยู่แล้ว</translation>
    </message>
    <message>
        <source>keys-missing</source>
        <translation>ไม่พบไฟล์กุญแจ {path} ตรวจสอบชื่อไฟล์ หรือนำกลับจากสำเนาสำรอง</translation>
    </message>
    <message>
        <source>keys-needed</source>
        <translation>ฐานข้อมูลบนเซิร์ฟเวอร์ต้องระบุไฟล์กุญแจด้วย --keys หรือ CDD_CENTRAL_KEYS</translation>
    </message>
    <message>
        <source>keys-not-followed</source>
        <translation>ส่วนกลางแจ้งกุญแจใหม่ แต่ไม่มีคำรับรองจากกุญแจเดิมที่เครื่องนี้รู้จัก จึงไม่รับอะไรเลย ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>keys-older</source>
        <translation>ไฟล์กุญแจ {path} เป็นสำเนาจากก่อนเปลี่ยนกุญแจครั้งล่าสุด เปิดข้อมูลได้ไม่ครบและเครื่องของหน่วยงานจะไม่เชื่อถือ ให้ใช้ไฟล์กุญแจฉบับล่าสุด</translation>
    </message>
    <message>
        <source>keys-other-database</source>
        <translation>ไฟล์กุญแจ {path} ไม่ใช่ของฐานข้อมูลนี้</translation>
    </message>
    <message>
        <source>keys-unreadable</source>
        <translation>ไฟล์ {path} ไม่ใช่ไฟล์กุญแจ หรืออ่านไม่ได้ ระบุไฟล์ที่ถูกต้องด้วย --keys</translation>
    </message>
    <message>
        <source>keys-unwritable</source>
        <translation>เขียนไฟล์กุญแจ {path} ไม่ได้ กุญแจเดิมยังใช้อยู่ ตรวจสอบสิทธิของโฟลเดอร์และเนื้อที่ว่าง แล้วสั่งใหม่</translation>
    </message>
    <message>
        <source>kind-unknown</source>
        <translation>แบบบันทึกรุ่นนี้ไม่มีรายการชนิดนี้ ให้ปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>layout-column-unknown</source>
        <translation>ตาราง {table} ไม่มีคอลัมน์ {column} คอลัมน์ที่มี: {columns}</translation>
    </message>
    <message>
        <source>layout-unreadable</source>
        <translation>อ่านไฟล์รูปแบบคอลัมน์ {path} ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>letters-unreadable</source>
        <translation>ไฟล์รหัสลงทะเบียนอ่านไม่ได้ ใช้ไฟล์ CSV ที่คำสั่ง cdd-central codes make เขียนไว้ โดยไม่แก้ไข</translation>
    </message>
    <message>
        <source>line-metered</source>
        <translation>เครือข่ายขณะนี้คิดเงินตามปริมาณ จึงยังไม่ส่งเอง รายการรออยู่ในเครื่องนี้จนกว่าจะมีเครือข่ายอื่น หรือกด “ส่งเดี๋ยวนี้”</translation>
    </message>
    <message>
        <source>list-columns</source>
        <translation>ไม่พบหัวคอลัมน์ที่ต้องมี ({columns}) ให้ใส่หัวคอลัมน์ในแถวแรก</translation>
    </message>
    <message>
        <source>list-empty</source>
        <translation>ไม่มีรายการที่อ่านได้ในไฟล์ {name} ตรวจสอบว่าเลือกไฟล์ถูก</translation>
    </message>
    <message>
        <source>list-extension</source>
        <translation>ไฟล์ {name} เป็นชนิดที่อ่านหรือเขียนไม่ได้ ใช้ .xlsx หรือ .csv วันหยุดใช้ .ics ได้ด้วย</translation>
    </message>
    <message>
        <source>list-file-needed</source>
        <translation>บอกชื่อไฟล์ที่จะอ่านหรือเขียนด้วย</translation>
    </message>
    <message>
        <source>list-too-long</source>
        <translation>ไฟล์ใหญ่เกินไป รับได้ไม่เกิน {most}</translation>
    </message>
    <message>
        <source>list-twice</source>
        <translation>ซ้ำกับแถวที่ {row} ของไฟล์ ให้เหลือแถวเดียว</translation>
    </message>
    <message>
        <source>list-unreadable</source>
        <translation>อ่านไฟล์ {name} ไม่ได้ ตรวจสอบว่าไฟล์ยังอยู่และไม่เสีย</translation>
    </message>
    <message>
        <source>list-unwritable</source>
        <translation>เขียนไฟล์ {name} ไม่ได้ ตรวจสอบโฟลเดอร์ เนื้อที่ว่าง และปิดไฟล์ถ้าเปิดอยู่</translation>
    </message>
    <message>
        <source>login-refused</source>
        <translation>ส่วนกลางไม่รับการเข้าใช้ของเครื่องนี้ ข้อมูลยังอยู่ครบในเครื่อง ให้ติดต่อผู้ดูแลระบบส่วนกลางเพื่อลงทะเบียนเครื่องใหม่</translation>
    </message>
    <message>
        <source>login-taken</source>
        <translation>ชื่อเข้าใช้ {login} เป็นของคนอื่นแล้ว เลือกชื่ออื่น</translation>
    </message>
    <message>
        <source>login-unreadable</source>
        <translation>ชื่อเข้าใช้ {login} ใช้ไม่ได้ ใช้ 1 ถึง 60 ตัวอักษร ไม่เว้นวรรค</translation>
    </message>
    <message>
        <source>made-before-restore</source>
        <translation>ส่งมาจากช่วงก่อนกู้คืนข้อมูลของส่วนกลาง จึงยังไม่รับ ข้อมูลยังอยู่ในเครื่อง โปรแกรมจะเทียบกับส่วนกลางแล้วส่งใหม่เอง</translation>
    </message>
    <message>
        <source>manual-pictures</source>
        <translation>ใน {folder} ไม่มีภาพของคำสั่ง tour ถ่ายภาพก่อนด้วย cdd-desktop tour</translation>
    </message>
    <message>
        <source>mark-ended-active</source>
        <translation>ให้เปลี่ยนช่องสถานะก่อน จึงจะทำเครื่องหมายว่าสิ้นสุดได้</translation>
    </message>
    <message>
        <source>mark-needs-reason</source>
        <translation>โปรดระบุเหตุผลที่ยังไม่ได้รับข้อมูล</translation>
    </message>
    <message>
        <source>mark-not-possible</source>
        <translation>ทำเครื่องหมายนี้กับรายการนี้ไม่ได้</translation>
    </message>
    <message>
        <source>merge-both-reported</source>
        <translation>รวมไม่ได้ เพราะทั้งสองรายการมีข้อมูลของงวดเดียวกัน ({title}) ให้ลบข้อมูลของรายการหนึ่งก่อน</translation>
    </message>
    <message>
        <source>merge-not-alike</source>
        <translation>รวมได้เฉพาะสองรายการชนิดเดียวกันของหน่วยงานเดียวกัน</translation>
    </message>
    <message>
        <source>merged-elsewhere</source>
        <translation>รายการนี้ถูกรวมเข้ากับอีกรายการที่อีกเครื่องแล้ว ให้เลือกว่าจะเก็บค่าที่กรอกไว้หรือไม่ ถ้าค่านี้ถูกต้อง ให้ไปแก้ในรายการที่ใช้อยู่ด้วย</translation>
    </message>
    <message>
        <source>moo-range</source>
        <translation>หมู่ที่เป็นตัวเลข 0 ถึง 99 (0 = ไม่มีหมู่ที่)</translation>
    </message>
    <message>
        <source>move-not-allowed</source>
        <translation>ขั้นตอนนี้ทำไม่ได้ในสถานะปัจจุบันหรือด้วยบทบาทของท่าน</translation>
    </message>
    <message>
        <source>move-refused</source>
        <translation>ชุดรายงานอยู่ในสถานะที่ทำขั้นตอนนี้ไม่ได้ หรือผู้ทำไม่มีสิทธิ์ ให้เปิดชุดรายงานดูสถานะล่าสุด</translation>
    </message>
    <message>
        <source>move-unknown</source>
        <translation>ส่วนกลางไม่รู้จักขั้นตอนนี้ ให้ปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>name-missing</source>
        <translation>โปรดใส่ชื่อและนามสกุล</translation>
    </message>
    <message>
        <source>name-needed</source>
        <translation>ต้องระบุชื่อ</translation>
    </message>
    <message>
        <source>name-unclear</source>
        <translation>มีหลายรายการใช้ชื่อนี้ ให้พิมพ์ชื่อพร้อมตำบลและหมู่ตามรายการให้เลือก</translation>
    </message>
    <message>
        <source>network-sign-in</source>
        <translation>เครือข่ายนี้ให้ลงชื่อเข้าใช้ก่อนจึงจะออกอินเทอร์เน็ตได้ ให้เปิดเว็บเบราว์เซอร์ ลงชื่อเข้าใช้ในหน้าที่ขึ้นมา แล้วส่งใหม่ ไม่มีข้อมูลใดหาย</translation>
    </message>
    <message>
        <source>nil-needed</source>
        <translation>ยังไม่มีรายการ หากไม่มีข้อมูลจริง ให้เลือกรายงานว่าไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>nil-not-possible</source>
        <translation>รายงานว่าไม่มีข้อมูลไม่ได้ เพราะมีรายการหรือทะเบียนที่ต้องรายงาน</translation>
    </message>
    <message>
        <source>no-claim</source>
        <translation>คำขอลงทะเบียนไม่มีรหัส</translation>
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
        <source>not-a-value</source>
        <translation>อ่านค่าที่พิมพ์ไม่ได้ โปรดพิมพ์ใหม่</translation>
    </message>
    <message>
        <source>not-central</source>
        <translation>ปลายทางที่ตอบกลับไม่ใช่ระบบส่วนกลาง อาจเป็นหน้าลงชื่อเข้าใช้ของเครือข่าย Wi-Fi ให้เปิดเว็บเบราว์เซอร์ลงชื่อเข้าใช้เครือข่ายก่อน แล้วส่งใหม่</translation>
    </message>
    <message>
        <source>not-checked</source>
        <translation>ตรวจเงื่อนไขนี้ไม่ได้ ส่งข้อมูลได้ตามปกติ ส่วนกลางจะตรวจซ้ำ</translation>
    </message>
    <message>
        <source>not-editable</source>
        <translation>แก้ไขรายการนี้ไม่ได้ในขณะนี้</translation>
    </message>
    <message>
        <source>not-enrolled</source>
        <translation>โปรไฟล์ {profile} ยังไม่ได้ลงทะเบียน เปิดโปรแกรมแล้วใช้ไฟล์ .cddenrol จากส่วนกลาง</translation>
    </message>
    <message>
        <source>not-found</source>
        <translation>ไม่มีที่อยู่นี้</translation>
    </message>
    <message>
        <source>not-trusted</source>
        <translation>ตรวจสอบใบรับรองความปลอดภัยของส่วนกลางไม่ผ่าน จึงยังไม่ได้ส่งข้อมูลใด ถ้าใช้ Wi-Fi สาธารณะ ให้ลงชื่อเข้าใช้เครือข่ายในเว็บเบราว์เซอร์ก่อน มิฉะนั้นให้ตรวจวันที่ของเครื่อง หรือแจ้งผู้ดูแลระบบ</translation>
    </message>
    <message>
        <source>not-your-form</source>
        <translation>หน่วยงานระดับนี้ไม่ต้องรายงานชุดข้อมูลนี้</translation>
    </message>
    <message>
        <source>not-your-unit</source>
        <translation>รายการนี้เป็นของหน่วยงานอื่น เครื่องนี้จึงส่งแทนไม่ได้</translation>
    </message>
    <message>
        <source>not-yours</source>
        <translation>ดูข้อมูลส่วนบุคคลได้เฉพาะรายการของหน่วยงานตนเอง</translation>
    </message>
    <message>
        <source>number-decimals</source>
        <translation>ใช้ทศนิยมได้ไม่เกิน {decimals} ตำแหน่ง</translation>
    </message>
    <message>
        <source>number-digits</source>
        <translation>Excel เก็บตัวเลขได้ 15 หลัก จำนวนที่ยาวกว่านี้ให้พิมพ์เป็นข้อความ</translation>
    </message>
    <message>
        <source>number-too-large</source>
        <translation>ตัวเลขมากเกินกว่าที่ระบบรับได้ โปรดตรวจสอบหน่วย</translation>
    </message>
    <message>
        <source>number-unreadable</source>
        <translation>พิมพ์เป็นตัวเลข เช่น 1,234.50</translation>
    </message>
    <message>
        <source>number-whole</source>
        <translation>ต้องเป็นจำนวนเต็ม</translation>
    </message>
    <message>
        <source>offices-columns</source>
        <translation>ไฟล์รายชื่อหน่วยงานต้องเป็น CSV แบบ UTF-8 มีหัวคอลัมน์ {columns} สร้างไฟล์ตั้งต้นด้วย cdd-central codes offices</translation>
    </message>
    <message>
        <source>offices-line</source>
        <translation>บรรทัดที่ {line} ของไฟล์รายชื่อหน่วยงานไม่ถูกต้อง ({reason}) ยังไม่มีรหัสใดถูกสร้าง แก้แล้วสั่งใหม่</translation>
    </message>
    <message>
        <source>out-of-range</source>
        <translation>ต้องอยู่ระหว่าง {min} ถึง {max}</translation>
    </message>
    <message>
        <source>out-unwritable</source>
        <translation>เขียน {path} ไม่ได้ ตรวจสอบชื่อ โฟลเดอร์ และสิทธิ</translation>
    </message>
    <message>
        <source>outside-area</source>
        <translation>ต้องเป็นพื้นที่ในความรับผิดชอบของหน่วยรายงาน</translation>
    </message>
    <message>
        <source>pack-no-device</source>
        <translation>หน่วยงาน {unit} ยังไม่มีเครื่องที่ลงทะเบียน จึงไม่มีเครื่องใดเปิดไฟล์ได้</translation>
    </message>
    <message>
        <source>password-file-unreadable</source>
        <translation>อ่านไฟล์ที่ระบุใน CDD_PASSWORD_FILE ไม่ได้</translation>
    </message>
    <message>
        <source>password-is-pin</source>
        <translation>รหัสผ่านต้องไม่ซ้ำกับ PIN หรือรหัสเดิม</translation>
    </message>
    <message>
        <source>password-needed</source>
        <translation>ต้องใช้รหัสผ่าน ตั้งค่า CDD_PASSWORD หรือ CDD_PASSWORD_FILE</translation>
    </message>
    <message>
        <source>password-not-chosen</source>
        <translation>ยังไม่ได้ตั้งรหัสผ่าน เปิดโปรแกรมแล้วเข้าใช้ด้วย PIN ครั้งแรก</translation>
    </message>
    <message>
        <source>password-short</source>
        <translation>รหัสผ่านต้องยาวอย่างน้อย {least} ตัวอักษร</translation>
    </message>
    <message>
        <source>password-twice</source>
        <translation>รหัสผ่านที่พิมพ์สองครั้งไม่ตรงกัน ยังไม่มีสิ่งใดเปลี่ยน ให้สั่งใหม่</translation>
    </message>
    <message>
        <source>password-wait</source>
        <translation>รหัสผ่านผิดหลายครั้ง รออีก {seconds} วินาทีแล้วลองใหม่</translation>
    </message>
    <message>
        <source>password-wrong</source>
        <translation>รหัสผ่านไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>path-unknown</source>
        <translation>ส่วนกลางไม่รู้จักช่องข้อมูลบางช่อง ข้อมูลยังอยู่ในเครื่อง ให้ปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>period-unknown</source>
        <translation>ชุดข้อมูล {dataset} ไม่มีงวด {period} ดูรหัสงวดได้จากคำสั่ง calendar</translation>
    </message>
    <message>
        <source>person-ended</source>
        <translation>บุคคลนี้พ้นจากหน่วยงานแล้ว ให้เพิ่มเป็นบุคคลใหม่</translation>
    </message>
    <message>
        <source>person-exists</source>
        <translation>มีบุคคลชื่อนี้ในหน่วยงานแล้ว</translation>
    </message>
    <message>
        <source>person-inactive</source>
        <translation>บุคคลนี้ไม่มีสิทธิใช้งานแล้ว</translation>
    </message>
    <message>
        <source>person-needed</source>
        <translation>เครื่องนี้มีหลายคน ระบุด้วย --person: {names}</translation>
    </message>
    <message>
        <source>person-not-at-central</source>
        <translation>ส่วนกลางยังไม่รู้จักบุคคลนี้ในหน่วยงาน ให้ส่งรายชื่อบุคคลก่อน หรือแจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>person-not-here</source>
        <translation>ไม่พบบุคคลนี้ ดูเลขประจำตัวด้วย cdd-central people</translation>
    </message>
    <message>
        <source>person-unknown</source>
        <translation>ไม่พบบุคคลนี้ในเครื่อง</translation>
    </message>
    <message>
        <source>person-unreadable</source>
        <translation>บุคคล {text} ไม่ถูกต้อง ใช้รูปแบบ "ชื่อ:บทบาท" บทบาทคือ {roles}</translation>
    </message>
    <message>
        <source>phone-unreadable</source>
        <translation>หมายเลขโทรศัพท์ต้องมี 9 หรือ 10 หลัก ขึ้นต้นด้วย 0</translation>
    </message>
    <message>
        <source>photo-too-large</source>
        <translation>ภาพมีขนาดใหญ่เกินไป</translation>
    </message>
    <message>
        <source>photo-unknown</source>
        <translation>ไม่มีภาพนี้ในเครื่อง</translation>
    </message>
    <message>
        <source>pin-not-yours-to-give</source>
        <translation>ท่านไม่มีสิทธิออก PIN ให้บุคคลนี้ ให้ติดต่อหัวหน้าหรือส่วนกลาง</translation>
    </message>
    <message>
        <source>pin-short</source>
        <translation>PIN ต้องยาวอย่างน้อย {least} ตัว</translation>
    </message>
    <message>
        <source>pin-wrong</source>
        <translation>PIN ไม่ถูกต้อง ดูจากเอกสารที่ได้รับจากส่วนกลาง</translation>
    </message>
    <message>
        <source>place-not-yours</source>
        <translation>หน่วยงานนี้อยู่นอกพื้นที่ของท่าน หรือไม่มีหน่วยงานนี้</translation>
    </message>
    <message>
        <source>port-unavailable</source>
        <translation>ใช้พอร์ต {port} ที่ {host} ไม่ได้ เลือกพอร์ตอื่นด้วย --port (0 คือพอร์ตที่ว่าง)</translation>
    </message>
    <message>
        <source>print-arguments</source>
        <translation>คำสั่ง print {kind} ระบุไม่ครบ ใช้ print KIND [DATASET PERIOD] FILE.pdf โดย submission, blank-form และ proof-of-sending ต้องระบุชุดข้อมูลและงวด</translation>
    </message>
    <message>
        <source>profile-enrolled</source>
        <translation>เครื่องนี้ลงทะเบียนแล้ว ({profile})</translation>
    </message>
    <message>
        <source>profile-name</source>
        <translation>ชื่อโปรไฟล์ {name} ใช้ไม่ได้ ใช้ตัวอักษร a-z ตัวเลข ขีดกลาง หรือขีดล่าง</translation>
    </message>
    <message>
        <source>proof-not-received</source>
        <translation>ยังพิมพ์ใบยืนยันการส่งไม่ได้ เพราะส่วนกลางยังไม่ได้รับชุดรายงานนี้ ส่งข้อมูลก่อน แล้วพิมพ์อีกครั้งเมื่อได้เลขที่ใบรับ</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>โปรแกรมใช้โพรโทคอลคนละรุ่นกับส่วนกลาง ({lowest}-{highest})</translation>
    </message>
    <message>
        <source>province-needed</source>
        <translation>หน่วย {unit} ไม่ใช่จังหวัด ใช้รหัสจังหวัด 2 หลัก</translation>
    </message>
    <message>
        <source>proxy-invalid</source>
        <translation>ที่อยู่พร็อกซีไม่ถูกต้อง: {proxy} ให้ใช้รูปแบบ proxy.example:3128 หรือเว้นว่างไว้เพื่อใช้ตามระบบ</translation>
    </message>
    <message>
        <source>proxy-login</source>
        <translation>พร็อกซีของเครือข่ายต้องการรหัสผู้ใช้ ให้ตรวจการตั้งค่าพร็อกซี แล้วส่งใหม่</translation>
    </message>
    <message>
        <source>publish-done</source>
        <translation>เผยแพร่ {key} ฉบับที่ {number} แล้ว เครื่องของหน่วยงานจะได้รับเมื่อติดต่อครั้งต่อไป ชุดรายงานที่ผลดีขึ้น {better} ชุด</translation>
    </message>
    <message>
        <source>publish-faulty</source>
        <translation>เผยแพร่ไม่ได้ แก้สิ่งต่อไปนี้ก่อน: {faults}</translation>
    </message>
    <message>
        <source>publish-nothing-to-withdraw</source>
        <translation>ไม่มีฉบับที่ส่วนกลางเผยแพร่ของ {key} ให้ถอนกลับ</translation>
    </message>
    <message>
        <source>publish-number</source>
        <translation>เลขฉบับ {number} ไม่ต่อจากฉบับที่มีอยู่ ให้ใช้เลข {wanted}</translation>
    </message>
    <message>
        <source>publish-shown</source>
        <translation>ยังไม่ได้เผยแพร่ ตรวจดูแล้วสั่งซ้ำโดยเติม --yes</translation>
    </message>
    <message>
        <source>publish-unreadable</source>
        <translation>อ่านไฟล์ {path} ไม่ได้ ตรวจสอบชื่อ และใช้ข้อความแบบ UTF-8</translation>
    </message>
    <message>
        <source>published-signature</source>
        <translation>แบบฟอร์มหรือปฏิทินที่ได้มาไม่มีลายเซ็นของส่วนกลาง จึงไม่รับ และยังใช้ของเดิม ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>published-unreadable</source>
        <translation>ส่วนกลางเผยแพร่ไฟล์ที่โปรแกรมรุ่นนี้อ่านไม่ได้ ({name}) ใช้ไฟล์เดิมต่อไป ควรปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>qt-library-missing</source>
        <translation>ขาดไลบรารีของระบบที่หน้าจอต้องใช้ ({library}) ติดตั้งด้วยคำสั่ง packaging/dev.py หรือให้ผู้ดูแลระบบติดตั้ง</translation>
    </message>
    <message>
        <source>query-unknown</source>
        <translation>ที่อยู่มีคำที่ส่วนกลางไม่รู้จัก: {word}</translation>
    </message>
    <message>
        <source>question-settled</source>
        <translation>เรื่องนี้ตัดสินใจไปแล้ว หรือส่วนกลางรับไปแล้ว ไม่ต้องทำอะไรอีก</translation>
    </message>
    <message>
        <source>reason-needed</source>
        <translation>โปรดระบุเหตุผล</translation>
    </message>
    <message>
        <source>receipt-other-batch</source>
        <translation>ใบรับที่ได้มาไม่ตรงกับชุดที่ส่ง จึงยังไม่นับว่าส่งแล้ว โปรแกรมจะลองใหม่เอง</translation>
    </message>
    <message>
        <source>receipt-signature</source>
        <translation>ลายเซ็นบนใบรับไม่ใช่ของส่วนกลาง จึงไม่นับว่าส่งแล้ว ข้อมูลยังอยู่ครบในเครื่อง ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>record-deleted</source>
        <translation>รายการนี้ถูกลบแล้วที่ส่วนกลาง</translation>
    </message>
    <message>
        <source>record-differs</source>
        <translation>รายการนี้ที่ส่วนกลางไม่ตรงกับที่รับรอง อาจมีการแก้จากอีกเครื่อง</translation>
    </message>
    <message>
        <source>record-elsewhere</source>
        <translation>รายการนี้อยู่ในชุดข้อมูล งวด หรือหน่วยงานอื่นแล้ว</translation>
    </message>
    <message>
        <source>record-gone</source>
        <translation>รายการนี้ถูกลบไปแล้วในเครื่อง ถ้าต้องการเพิ่มใหม่ให้พิมพ์ในแถวว่าง</translation>
    </message>
    <message>
        <source>record-missing</source>
        <translation>รายการนี้ยังไม่ถึงส่วนกลาง</translation>
    </message>
    <message>
        <source>record-not-here</source>
        <translation>ส่วนกลางไม่มีรายการนี้แล้ว โปรแกรมจะส่งทั้งรายการใหม่</translation>
    </message>
    <message>
        <source>record-unknown</source>
        <translation>ไม่พบรายการนี้ อาจถูกลบแล้ว</translation>
    </message>
    <message>
        <source>record-unlisted</source>
        <translation>ส่วนกลางมีรายการนี้ในงวดเดียวกัน แต่ไม่อยู่ในบัญชีที่รับรอง อาจบันทึกจากอีกเครื่อง</translation>
    </message>
    <message>
        <source>records-differ</source>
        <translation>รายการที่รับรองไม่ตรงกับที่ส่วนกลางมี ให้รับข้อมูลล่าสุด ตรวจรายการที่ระบุ แล้วรับรองใหม่</translation>
    </message>
    <message>
        <source>recovery-code-wrong</source>
        <translation>รหัสกู้คืนไม่ถูกต้อง ให้ถามผู้ดูแลระบบส่วนกลางอีกครั้ง</translation>
    </message>
    <message>
        <source>recovery-not-for-us</source>
        <translation>ไฟล์นี้ปิดผนึกไว้ให้ส่วนกลางอื่น จึงกู้คืนรหัสผ่านที่นี่ไม่ได้</translation>
    </message>
    <message>
        <source>recovery-not-possible</source>
        <translation>เครื่องนี้ไม่มีกุญแจที่ปิดผนึกไว้ให้ส่วนกลาง จึงกู้คืนรหัสผ่านไม่ได้</translation>
    </message>
    <message>
        <source>recovery-other-machine</source>
        <translation>คำตอบนี้เป็นของอีกเครื่องหนึ่ง ให้เปิดในเครื่องที่ทำไฟล์คำขอ หรือบันทึกคำขอใหม่จากเครื่องนี้</translation>
    </message>
    <message>
        <source>recovery-unreadable</source>
        <translation>ไฟล์กู้คืนรหัสผ่านอ่านไม่ได้ ให้ส่งไฟล์มาใหม่</translation>
    </message>
    <message>
        <source>reference-altered</source>
        <translation>รหัสอ้างอิงในคอลัมน์ที่ซ่อนไว้ไม่ตรงกับรายการ ให้พิมพ์ข้อมูลในแถวว่างแทน</translation>
    </message>
    <message>
        <source>reference-unknown</source>
        <translation>ไม่พบรายการที่อ้างถึงในทะเบียน โปรดเลือกจากรายการ</translation>
    </message>
    <message>
        <source>register-entry-kept</source>
        <translation>รายการทะเบียนที่เคยรับรองแล้วลบไม่ได้ ให้บันทึกว่าสิ้นสุดแทน</translation>
    </message>
    <message>
        <source>register-in-use</source>
        <translation>ลบไม่ได้ เพราะมีรายการอื่นอ้างถึงทะเบียนนี้ ให้บันทึกว่าสิ้นสุดแทน</translation>
    </message>
    <message>
        <source>register-kept</source>
        <translation>ส่วนกลางรับทะเบียนนี้แล้ว ลบไม่ได้ ให้บันทึกว่าสิ้นสุดแทน</translation>
    </message>
    <message>
        <source>register-needed</source>
        <translation>โปรดเลือกรายการในทะเบียนก่อน</translation>
    </message>
    <message>
        <source>report-dataset</source>
        <translation>ตัวชี้วัดต้องระบุชุดข้อมูล เช่น --dataset otop_sales</translation>
    </message>
    <message>
        <source>report-folder</source>
        <translation>ไม่พบโฟลเดอร์ {folder} ให้สร้างโฟลเดอร์ก่อน หรือระบุโฟลเดอร์อื่น</translation>
    </message>
    <message>
        <source>report-period</source>
        <translation>ไม่เข้าใจงวด {period} ใช้ปีงบประมาณ เช่น 2561 ไตรมาส เช่น 2561-q2 หรือเดือน เช่น 2561-m3</translation>
    </message>
    <message>
        <source>required</source>
        <translation>ต้องกรอกช่องนี้</translation>
    </message>
    <message>
        <source>resources-missing</source>
        <translation>ไม่พบไฟล์ประกอบของโปรแกรม ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย</translation>
    </message>
    <message>
        <source>restore-no-room</source>
        <translation>เนื้อที่ในเครื่องนี้ไม่พอ ต้องใช้ {needed} MB แต่เหลือ {free} MB ข้อมูลในเครื่องไม่ถูกเปลี่ยน ให้ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>restore-not-empty</source>
        <translation>นำข้อมูลสำรองกลับได้เฉพาะในฐานข้อมูลว่าง ข้อมูลที่มีอยู่ไม่ถูกเปลี่ยน สร้างฐานข้อมูลใหม่แล้วระบุด้วย --database</translation>
    </message>
    <message>
        <source>restore-unconfirmed</source>
        <translation>เครื่องนี้ใช้ข้อมูลสำรองที่นำกลับมา จึงยังไม่ส่งข้อมูล ข้อมูลอยู่ครบในเครื่อง เปิดหน้า ส่งข้อมูล แล้วยืนยันว่าเลิกใช้เครื่องเดิมแล้ว (บรรทัดคำสั่ง: sync --old-machine-retired)</translation>
    </message>
    <message>
        <source>restore-unwritable</source>
        <translation>เขียนลงโฟลเดอร์ข้อมูลของเครื่องนี้ไม่ได้ ข้อมูลเดิมยังอยู่ตามเดิม ให้ปิดโปรแกรมอื่นที่เปิดข้อมูลอยู่แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>returned-meanwhile</source>
        <translation>ชุดรายงานนี้ถูกส่งกลับแก้ไขระหว่างที่เครื่องนี้ยังแก้อยู่โดยไม่ทราบ สิ่งที่แก้ไว้ใช้ได้และส่งแล้ว ให้อ่านข้อสังเกตเทียบกับที่แก้ก่อนเสนออีกครั้ง</translation>
    </message>
    <message>
        <source>role-not-allowed</source>
        <translation>บทบาทของท่านทำสิ่งนี้ไม่ได้ ให้ขอผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>role-not-of-unit</source>
        <translation>บทบาท {role} ไม่มีในหน่วยงานระดับนี้</translation>
    </message>
    <message>
        <source>role-not-yours</source>
        <translation>หน่วยงานเพิ่มได้เฉพาะเจ้าหน้าที่ บทบาทที่สูงกว่ามาจากส่วนกลาง</translation>
    </message>
    <message>
        <source>round-unknown</source>
        <translation>ไม่มีงวดรายงานนี้ในกำหนดการของส่วนกลาง</translation>
    </message>
    <message>
        <source>row-twice</source>
        <translation>รายการนี้มีอยู่ในแถวอื่นแล้ว (คัดลอกทั้งแถว) ให้พิมพ์รายการใหม่ในแถวว่าง</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>ไม่เป็นไปตามเงื่อนไขของแบบบันทึก</translation>
    </message>
    <message>
        <source>rules-violated</source>
        <translation>ส่วนกลางตรวจพบข้อมูลที่ยังผิดหลักเกณฑ์ จึงยังไม่รับการรับรอง ให้แก้รายการที่ระบุแล้วรับรองใหม่</translation>
    </message>
    <message>
        <source>same-fields</source>
        <translation>อีกเครื่องหนึ่งแก้ช่องเดียวกัน ให้เลือกค่าที่ถูกต้อง</translation>
    </message>
    <message>
        <source>schedule-missing</source>
        <translation>ไม่พบไฟล์กำหนดการรายงาน ติดตั้งโปรแกรมใหม่ ข้อมูลที่บันทึกไว้ไม่หาย</translation>
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
        <source>setting-unknown</source>
        <translation>ไม่รู้จักตัวแปร {name} ตรวจตัวสะกด ชื่อที่ใกล้เคียงคือ {near}</translation>
    </message>
    <message>
        <source>setting-value</source>
        <translation>ค่า {text} ของตัวแปร {name} ใช้ไม่ได้ ใช้ค่า {wanted}</translation>
    </message>
    <message>
        <source>settings-unreadable</source>
        <translation>อ่านไฟล์การตั้งค่า {file} ไม่ได้ ไฟล์เดิมยังอยู่ ลบหรือแก้ไฟล์ แล้วเปิดโปรแกรมใหม่</translation>
    </message>
    <message>
        <source>settings-value</source>
        <translation>ค่าที่ตั้งไว้ใช้ไม่ได้ ({reason}) การตั้งค่าเดิมยังอยู่</translation>
    </message>
    <message>
        <source>sign-in-needed</source>
        <translation>ต้องเข้าใช้ระบบส่วนกลางก่อน</translation>
    </message>
    <message>
        <source>sign-in-over</source>
        <translation>การเข้าใช้สิ้นสุดแล้ว ให้เข้าใช้ใหม่</translation>
    </message>
    <message>
        <source>sign-in-wrong</source>
        <translation>ชื่อเข้าใช้หรือรหัสผ่านไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>statement-needed</source>
        <translation>ทะเบียนว่าง หัวหน้าต้องเขียนคำรับรองว่าไม่มีรายการ</translation>
    </message>
    <message>
        <source>store-busy</source>
        <translation>ข้อมูลกำลังถูกใช้โดยโปรแกรมอื่น รอสักครู่แล้วลองอีกครั้ง</translation>
    </message>
    <message>
        <source>store-damaged</source>
        <translation>ไฟล์ข้อมูลในเครื่องเสียหาย หรือเป็นไฟล์ของเครื่องอื่น โปรแกรมเก็บไฟล์ไว้ตามเดิม ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore</translation>
    </message>
    <message>
        <source>store-disk</source>
        <translation>อ่านหรือเขียนดิสก์ไม่ได้</translation>
    </message>
    <message>
        <source>store-exists</source>
        <translation>มีไฟล์ข้อมูลอยู่แล้ว จึงไม่สร้างทับ</translation>
    </message>
    <message>
        <source>store-missing</source>
        <translation>ไม่พบไฟล์ข้อมูล store.db ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore</translation>
    </message>
    <message>
        <source>store-newer</source>
        <translation>ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรม</translation>
    </message>
    <message>
        <source>store-read-only</source>
        <translation>ไฟล์ข้อมูลเขียนไม่ได้ ตรวจสอบสิทธิของโฟลเดอร์</translation>
    </message>
    <message>
        <source>store-unreachable</source>
        <translation>เปิดไฟล์ข้อมูลไม่ได้</translation>
    </message>
    <message>
        <source>store-upgrade-lost-rows</source>
        <translation>ปรับปรุงข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ครบ ให้แจ้งผู้ดูแลระบบ</translation>
    </message>
    <message>
        <source>store-wrong-key</source>
        <translation>กุญแจนี้เปิดไฟล์ข้อมูลไม่ได้ ให้กู้คืนจากไฟล์สำรองในหน้าเข้าใช้งาน หรือด้วยคำสั่ง restore</translation>
    </message>
    <message>
        <source>submission-blocked</source>
        <translation>ยังมี {count} เรื่องที่ต้องแก้ไขหรือให้เหตุผล</translation>
    </message>
    <message>
        <source>submission-moved</source>
        <translation>มีผู้เปลี่ยนสถานะชุดรายงานนี้จากอีกเครื่องก่อนแล้ว ให้ดูสถานะล่าสุดแล้วทำใหม่</translation>
    </message>
    <message>
        <source>support-unreadable</source>
        <translation>ไฟล์ {path} ไม่ใช่ไฟล์ที่โปรแกรมทำให้ผู้ดูแล หรือเสียหาย ให้ขอไฟล์ใหม่ (.cddsupport.zip)</translation>
    </message>
    <message>
        <source>sync-done</source>
        <translation>ติดต่อส่วนกลางสำเร็จ ส่งการเปลี่ยนแปลงแล้ว {sent} ครั้ง รับข้อมูลมา {received} รายการ</translation>
    </message>
    <message>
        <source>sync-running</source>
        <translation>กำลังติดต่อส่วนกลางอยู่แล้ว</translation>
    </message>
    <message>
        <source>sync-stopped</source>
        <translation>หยุดตามที่สั่ง ส่งการเปลี่ยนแปลงแล้ว {sent} ครั้ง เหลือ {left} ครั้ง ส่งต่อได้ทุกเมื่อ</translation>
    </message>
    <message>
        <source>table-row-lost</source>
        <translation>ไม่พบลำดับรายการนี้ในแผ่นงานหลัก</translation>
    </message>
    <message>
        <source>table-row-twice</source>
        <translation>ข้อนี้ซ้ำหรือไม่มีในแบบบันทึก</translation>
    </message>
    <message>
        <source>table-unknown</source>
        <translation>ไม่มีตารางชื่อ {table} ตารางที่มี: {tables}</translation>
    </message>
    <message>
        <source>tambon-unknown</source>
        <translation>ไม่พบตำบลรหัส {tambon} ใช้รหัสตำบล 6 หลัก</translation>
    </message>
    <message>
        <source>tidy-days</source>
        <translation>เก็บไว้อย่างน้อย {least} วัน</translation>
    </message>
    <message>
        <source>token-revoked</source>
        <translation>เครื่องนี้ถูกยกเลิกสิทธิ์แล้ว</translation>
    </message>
    <message>
        <source>too-large</source>
        <translation>ต้องไม่เกิน {max}</translation>
    </message>
    <message>
        <source>too-long</source>
        <translation>ข้อความยาวเกิน {max} ตัวอักษร</translation>
    </message>
    <message>
        <source>too-many</source>
        <translation>แนบได้ไม่เกิน {max} รายการ</translation>
    </message>
    <message>
        <source>too-many-requests</source>
        <translation>ติดต่อส่วนกลางถี่เกินไป โปรแกรมจะลองใหม่เองใน {seconds} วินาที ไม่ต้องทำอะไร</translation>
    </message>
    <message>
        <source>too-small</source>
        <translation>ต้องไม่น้อยกว่า {min}</translation>
    </message>
    <message>
        <source>tour-folder</source>
        <translation>บันทึกภาพใน {folder} ไม่ได้ เลือกโฟลเดอร์อื่น</translation>
    </message>
    <message>
        <source>tour-trouble</source>
        <translation>ระหว่างถ่ายภาพ โปรแกรมแจ้งข้อผิดพลาด: {scenes}</translation>
    </message>
    <message>
        <source>trust-unreadable</source>
        <translation>ไฟล์ {path} ไม่ใช่ใบรับรองแบบ PEM หรืออ่านไม่ได้ ระบุไฟล์ที่ถูกต้องด้วย --trust</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>ข้อความนี้อ่านได้หลายแบบ โปรดเลือกค่าที่ต้องการ</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>ยังไม่ได้ยืนยันค่าที่พิมพ์ไว้ โปรดกด Enter ในช่องนี้</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>โปรแกรมขัดข้อง ข้อมูลที่บันทึกแล้วไม่หาย บันทึกเหตุไว้ในไฟล์แล้วโดยไม่มีข้อมูลส่วนบุคคล โปรดส่งไฟล์ในโฟลเดอร์บันทึกการทำงานให้ส่วนกลาง</translation>
    </message>
    <message>
        <source>unit-bangkok</source>
        <translation>กรุงเทพมหานครไม่มีสำนักงานพัฒนาชุมชน จึงไม่มีหน่วยรายงานรหัส {unit}</translation>
    </message>
    <message>
        <source>unit-mismatch</source>
        <translation>เครื่องนี้ลงทะเบียนกับหน่วยงานอื่น</translation>
    </message>
    <message>
        <source>unit-twice</source>
        <translation>หน่วยงานนี้มีมากกว่าหนึ่งบรรทัด</translation>
    </message>
    <message>
        <source>unit-unknown</source>
        <translation>ไม่พบหน่วยรายงานรหัส {unit} ใช้รหัสจังหวัด 2 หลัก หรือรหัสอำเภอ 4 หลัก</translation>
    </message>
    <message>
        <source>unknown-code</source>
        <translation>ทำรายการนี้ไม่ได้ ข้อมูลไม่หาย โปรดแจ้งรหัสด้านล่างแก่ส่วนกลาง</translation>
    </message>
    <message>
        <source>update-base-differs</source>
        <translation>ไฟล์ของโปรแกรมในเครื่องนี้ไม่ตรงกับรุ่นที่ติดตั้ง จึงปรับปรุงด้วยชุดเล็กไม่ได้ ติดตั้งรุ่นใหม่ด้วยตัวติดตั้ง ข้อมูลอยู่ครบ</translation>
    </message>
    <message>
        <source>update-damaged</source>
        <translation>ชุดปรับปรุงโปรแกรมเสียหายหรือไม่ครบ จึงไม่ใช้ โปรแกรมรุ่นเดิมใช้ต่อได้ ครั้งต่อไปจะรับใหม่ทั้งหมด</translation>
    </message>
    <message>
        <source>update-expired</source>
        <translation>รายการรุ่นของโปรแกรมหมดอายุแล้ว ตรวจวันที่ของเครื่องนี้ ถ้าถูกต้อง ให้แจ้งผู้ดูแลระบบส่วนกลาง โปรแกรมรุ่นเดิมใช้ต่อได้</translation>
    </message>
    <message>
        <source>update-key-missing</source>
        <translation>ไม่พบกุญแจ หรืออ่านกุญแจไม่ได้: {path} เสียบ USB ที่เก็บกุญแจ หรือตรวจชื่อไฟล์</translation>
    </message>
    <message>
        <source>update-key-other</source>
        <translation>กุญแจ {path} ไม่ใช่กุญแจของส่วนกลางที่โปรแกรมเชื่อถือ นำ online.pem ที่ถูกต้องมาวาง หรือออกกุญแจใหม่ด้วย updates replace-key online</translation>
    </message>
    <message>
        <source>update-keys-exist</source>
        <translation>มีไฟล์อยู่แล้วที่ {path} จึงไม่เขียนทับ เลือกที่ว่าง</translation>
    </message>
    <message>
        <source>update-keys-few</source>
        <translation>ต้องใช้กุญแจหลักที่ยังใช้ได้อย่างน้อย {wanted} ดอก ระบุด้วย --root-key</translation>
    </message>
    <message>
        <source>update-none-here</source>
        <translation>โปรแกรมชุดนี้ไม่ปรับปรุงเอง ติดตั้งรุ่นใหม่ด้วยตัวติดตั้งจากส่วนกลาง</translation>
    </message>
    <message>
        <source>update-older</source>
        <translation>ชุดรุ่นนี้เก่ากว่าที่ส่วนกลางมี จึงไม่รับ ใช้โฟลเดอร์ออกรุ่นล่าสุด</translation>
    </message>
    <message>
        <source>update-range</source>
        <translation>ไฟล์นี้ไม่ยาวถึงส่วนที่ขอ</translation>
    </message>
    <message>
        <source>update-release</source>
        <translation>{path} ไม่ใช่โฟลเดอร์ออกรุ่น ต้องมี 1.root.json และ targets.json</translation>
    </message>
    <message>
        <source>update-self-check</source>
        <translation>รุ่น {version} ยังใช้กับเครื่องนี้ไม่ได้ จึงใช้รุ่นเดิมต่อ ข้อมูลอยู่ครบ ผู้ดูแลระบบส่วนกลางช่วยดูได้</translation>
    </message>
    <message>
        <source>update-signature</source>
        <translation>ชุดปรับปรุงโปรแกรมไม่มีลายเซ็นที่โปรแกรมนี้เชื่อถือ จึงไม่ใช้ โปรแกรมรุ่นเดิมใช้ต่อได้ ให้แจ้งผู้ดูแลระบบส่วนกลาง</translation>
    </message>
    <message>
        <source>update-tree</source>
        <translation>ไม่พบโฟลเดอร์โปรแกรม {path} สร้างด้วย packaging/build-windows ก่อน</translation>
    </message>
    <message>
        <source>update-unknown</source>
        <translation>ส่วนกลางไม่มีรุ่น {version} ของ {platform} ดูรายการด้วย updates list</translation>
    </message>
    <message>
        <source>update-unreadable</source>
        <translation>อ่านชุดปรับปรุงโปรแกรมไม่ได้ ตรวจ USB หรือเครือข่าย แล้วลองอีกครั้ง โปรแกรมรุ่นเดิมใช้ต่อได้</translation>
    </message>
    <message>
        <source>update-unwritable</source>
        <translation>เขียนไฟล์ของรุ่นใหม่ไม่ได้ ตรวจสิทธิของโฟลเดอร์และเนื้อที่ว่าง โปรแกรมรุ่นเดิมใช้ต่อได้</translation>
    </message>
    <message>
        <source>value-unclear</source>
        <translation>อ่านได้หลายแบบ ({options}) ให้พิมพ์ให้ชัด เช่น ปี พ.ศ. สี่หลัก</translation>
    </message>
    <message>
        <source>value-unreadable</source>
        <translation>ค่าในบางช่องเก็บไม่ได้ เช่น มีอักขระที่ไม่ถูกต้อง ให้พิมพ์ใหม่</translation>
    </message>
    <message>
        <source>village-moo</source>
        <translation>“{text}” ไม่ใช่หมู่ที่ ให้พิมพ์เลข 1 ถึง 99 หรือ 0 ถ้าเป็นชุมชนในเขตเทศบาล</translation>
    </message>
    <message>
        <source>village-nameless</source>
        <translation>ไม่มีชื่อหมู่บ้านในแถวนี้ ให้เติมชื่อ</translation>
    </message>
    <message>
        <source>village-tambon</source>
        <translation>ไม่พบตำบล “{name}” ในเขตของหน่วยงาน ถ้ามีชื่อซ้ำให้ใส่อำเภอหรือรหัสตำบล 6 หลัก</translation>
    </message>
    <message>
        <source>workbook-altered</source>
        <translation>แผ่นงานที่ซ่อนไว้ของไฟล์นี้ถูกแก้ไข ให้สร้างแบบกรอกใหม่แล้วคัดลอกข้อมูลไปวาง</translation>
    </message>
    <message>
        <source>workbook-arguments</source>
        <translation>ระบุเป็น export ชุดข้อมูล [งวด] ไฟล์.xlsx</translation>
    </message>
    <message>
        <source>workbook-extension</source>
        <translation>{name} ไม่ใช่ไฟล์ .xlsx ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx</translation>
    </message>
    <message>
        <source>workbook-macros</source>
        <translation>ไฟล์นี้มีมาโคร โปรแกรมไม่เปิดไฟล์ที่มีมาโคร ให้บันทึกเป็น .xlsx แบบไม่มีมาโคร</translation>
    </message>
    <message>
        <source>workbook-missing</source>
        <translation>ไม่พบไฟล์ {name}</translation>
    </message>
    <message>
        <source>workbook-newer</source>
        <translation>ไฟล์นี้ทำจากโปรแกรมหรือแบบบันทึกรุ่นใหม่กว่า ให้ปรับปรุงโปรแกรมก่อน</translation>
    </message>
    <message>
        <source>workbook-no-columns</source>
        <translation>ไม่พบหัวคอลัมน์ที่ตรงกับแบบบันทึก ให้ใช้แบบกรอกของโปรแกรม หรือเลือกคอลัมน์เอง</translation>
    </message>
    <message>
        <source>workbook-old</source>
        <translation>ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) ให้เปิดแล้วบันทึกเป็น .xlsx</translation>
    </message>
    <message>
        <source>workbook-other-dataset</source>
        <translation>ไฟล์นี้เป็นของชุดข้อมูล {dataset}</translation>
    </message>
    <message>
        <source>workbook-other-period</source>
        <translation>ไฟล์นี้เป็นของงวด {period} ให้เปิดงวดนั้นแล้วนำเข้าใหม่</translation>
    </message>
    <message>
        <source>workbook-other-unit</source>
        <translation>ไฟล์นี้เป็นของหน่วยรายงาน {unit} นำเข้าที่หน่วยอื่นไม่ได้</translation>
    </message>
    <message>
        <source>workbook-password</source>
        <translation>ไฟล์นี้ใส่รหัสผ่านไว้ ให้เปิดด้วย Excel แล้วบันทึกโดยไม่ใส่รหัสผ่าน</translation>
    </message>
    <message>
        <source>workbook-published</source>
        <translation>ไฟล์นี้ส่งออกสำหรับเผยแพร่ ข้อมูลส่วนบุคคลถูกปิดบังแล้ว จึงนำกลับเข้าระบบไม่ได้ ให้ใช้ไฟล์สำหรับนำกลับเข้าระบบ</translation>
    </message>
    <message>
        <source>workbook-too-large</source>
        <translation>ไฟล์นี้ใหญ่เกินกว่าที่รับได้ ({limit}) ให้ลบแถวและแผ่นงานที่ไม่ใช้</translation>
    </message>
    <message>
        <source>workbook-unreadable</source>
        <translation>อ่านไฟล์นี้ไม่ได้ อาจเสียหายหรือไม่ใช่ไฟล์ Excel</translation>
    </message>
    <message>
        <source>workbook-unsafe</source>
        <translation>ไฟล์นี้มีส่วนที่ไม่ปลอดภัยและไม่ใช่ของ Excel จึงไม่เปิด</translation>
    </message>
    <message>
        <source>workbook-unwritable</source>
        <translation>เขียนไฟล์ {name} ไม่ได้ อาจเปิดค้างอยู่ใน Excel หรือโฟลเดอร์ไม่ให้เขียน</translation>
    </message>
    <message>
        <source>wrong-type</source>
        <translation>ค่าที่บันทึกไว้ใช้กับช่องนี้ไม่ได้ โปรดกรอกใหม่</translation>
    </message>
    <message>
        <source>year-in-future</source>
        <translation>ปีต้องไม่เกิน พ.ศ. {latest}</translation>
    </message>
    <message>
        <source>year-unreadable</source>
        <translation>พิมพ์ปี พ.ศ. 4 หลัก เช่น 2561</translation>
    </message>
</context>
</TS>
