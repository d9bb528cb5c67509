<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
    <context>
        <name>Arranger</name>
        <message>
            <source>So many rows cannot be sorted by a calculated column</source>
            <translation>จำนวนแถวมากเกินกว่าจะเรียงตามช่องที่โปรแกรมคำนวณ</translation>
        </message>
    </context>
    <context>
        <name>Grid</name>
        <message>
            <source>(an entry of another office)</source>
            <translation>(รายการของหน่วยงานอื่น)</translation>
        </message>
        <message>
            <source>Village</source>
            <translation>หมู่บ้าน/ตำบล</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>และอีก {n} ช่อง</translation>
        </message>
        <message>
            <source>{fit} cells fit, {misfit} do not. These stay as they are:</source>
            <translation>วางได้ {fit} ช่อง วางไม่ได้ {misfit} ช่อง ช่องต่อไปนี้คงไว้ตามเดิม:</translation>
        </message>
        <message>
            <source>Not everything fits</source>
            <translation>มีช่องที่วางไม่ได้</translation>
        </message>
        <message>
            <source>Paste what fits</source>
            <translation>วางเฉพาะที่วางได้</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
        <message>
            <source>Row {n}</source>
            <translation>แถว {n}</translation>
        </message>
        <message>
            <source>beyond the table</source>
            <translation>เกินขอบตาราง</translation>
        </message>
        <message>
            <source>cannot be changed now</source>
            <translation>ขณะนี้แก้ไขไม่ได้</translation>
        </message>
        <message>
            <source>could mean more than one thing: type it in the cell</source>
            <translation>ตีความได้มากกว่าหนึ่งอย่าง โปรดพิมพ์ในช่องนั้น</translation>
        </message>
        <message>
            <source>Type here to add an entry</source>
            <translation>พิมพ์ที่นี่เพื่อเพิ่มรายการใหม่</translation>
        </message>
        <message>
            <source>to be filled in</source>
            <translation>ต้องกรอก</translation>
        </message>
        <message>
            <source>calculated by the program</source>
            <translation>โปรแกรมคำนวณให้</translation>
        </message>
        <message>
            <source>not asked for this entry</source>
            <translation>ไม่ต้องกรอกสำหรับรายการนี้</translation>
        </message>
        <message>
            <source>a table of its own: edit it in the form</source>
            <translation>เป็นตารางย่อย แก้ไขในแบบฟอร์ม</translation>
        </message>
        <message>
            <source>given by the system when central has received it</source>
            <translation>ระบบออกให้เมื่อส่วนกลางได้รับแล้ว</translation>
        </message>
        <message>
            <source>attached in the form</source>
            <translation>แนบในแบบฟอร์ม</translation>
        </message>
        <message>
            <source>comes from the register</source>
            <translation>มาจากทะเบียน</translation>
        </message>
        <message>
            <source>last period {value}</source>
            <translation>งวดก่อน {value}</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>กำลังบันทึก…</translation>
        </message>
        <message>
            <source>Not saved: {reason}</source>
            <translation>ยังไม่ได้บันทึก: {reason}</translation>
        </message>
        <message>
            <source>Saved {when}</source>
            <translation>บันทึกแล้ว{when}</translation>
        </message>
        <message>
            <source>no data received yet: {reason} (Ctrl+F7 takes it back)</source>
            <translation>ยังไม่ได้รับข้อมูล: {reason} (กด Ctrl+F7 เพื่อยกเลิก)</translation>
        </message>
        <message>
            <source>No data received yet</source>
            <translation>ยังไม่ได้รับข้อมูล</translation>
        </message>
        <message>
            <source>Why are there no data of the chosen rows ({n}) for this period? The reason is part of the report.</source>
            <translation>เหตุใดจึงยังไม่ได้รับข้อมูลของแถวที่เลือก ({n} แถว) ในงวดนี้ เหตุผลเป็นส่วนหนึ่งของรายงาน</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>ทำเครื่องหมาย</translation>
        </message>
    </context>
    <context>
        <name>GridFoot</name>
        <message>
            <source>Entered twice? Compare (Ctrl+M)</source>
            <translation>อาจซ้ำ เทียบกัน (Ctrl+M)</translation>
        </message>
        <message>
            <source>Write the reason here (Ctrl+E)</source>
            <translation>พิมพ์เหตุผลที่นี่ (Ctrl+E)</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Go to the next cell to correct or explain (F8)</source>
            <translation>ไปช่องถัดไปที่ต้องแก้หรือต้องอธิบาย (F8)</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>ลองอีกครั้ง</translation>
        </message>
    </context>
    <context>
        <name>GridScreen</name>
        <message>
            <source>Enter to the next blank (F7)</source>
            <translation>Enter ไปช่องว่างถัดไป (F7)</translation>
        </message>
        <message>
            <source>Just type over it · Enter down · Tab right · Ctrl+D fills down · Ctrl+V pastes from Excel · F2 last period · Ctrl+Z back</source>
            <translation>พิมพ์ทับได้เลย · Enter ลงล่าง · Tab ไปขวา · Ctrl+D เติมลง · Ctrl+V วางจาก Excel · F2 ดูงวดก่อน · Ctrl+Z ย้อน</translation>
        </message>
        <message>
            <source>Filter rows (Ctrl+F)</source>
            <translation>กรองแถว (Ctrl+F)</translation>
        </message>
        <message>
            <source>{done} of {all} complete</source>
            <translation>ครบ {done} จาก {all}</translation>
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
            <source>{text} means</source>
            <translation>{text} หมายถึง</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Table of entries</source>
            <translation>ตารางรายการ</translation>
        </message>
    </context>
</TS>
