<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>BulkDialog</name>
    <message>
        <source>Keep this machine&apos;s values in {n} entries?</source>
        <translation>ใช้ค่าของเครื่องนี้ใน {n} รายการ?</translation>
    </message>
    <message>
        <source>Take central&apos;s values in {n} entries?</source>
        <translation>ใช้ค่าของส่วนกลางใน {n} รายการ?</translation>
    </message>
    <message>
        <source>On the left what stays, on the right what gives way and goes into the history.</source>
        <translation>ตัวหนาคือค่าที่ใช้ ทางขวาคือค่าที่เก็บไว้ในประวัติ</translation>
    </message>
    <message>
        <source>Deletions are decided one by one: {n} remain.</source>
        <translation>รายการที่ลบต้องตัดสินใจทีละรายการ ยังเหลือ {n} รายการ</translation>
    </message>
    <message>
        <source>Yes, in {n} entries</source>
        <translation>ใช้ทั้ง {n} รายการ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
</context>
<context>
    <name>ConflictScreen</name>
    <message>
        <source>Back to sending</source>
        <translation>กลับไปส่งข้อมูล</translation>
    </message>
    <message>
        <source>This machine&apos;s for all…</source>
        <translation>ใช้ของเครื่องนี้ทั้งหมด…</translation>
    </message>
    <message>
        <source>Central&apos;s for all…</source>
        <translation>ใช้ของส่วนกลางทั้งหมด…</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>แก้ซ้อนกัน</translation>
    </message>
    <message>
        <source>Use the other values after all</source>
        <translation>เปลี่ยนเป็นค่าที่ไม่ได้เลือก</translation>
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
        <source>Save and go on</source>
        <translation>บันทึก แล้วไปรายการถัดไป</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>ไม่มีเรื่องต้องตัดสินใจ</translation>
    </message>
    <message>
        <source>What both sides changed is settled.</source>
        <translation>รายการที่แก้ซ้อนกันตัดสินใจครบแล้ว</translation>
    </message>
    <message>
        <source>Entries changed on both sides</source>
        <translation>รายการที่แก้ซ้อนกัน</translation>
    </message>
    <message>
        <source>deleted and edited</source>
        <translation>ลบและแก้ไข</translation>
    </message>
    <message>
        <source>ended and confirmed</source>
        <translation>สิ้นสุดและยืนยัน</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <translation>ต้องเลือก {n} ช่อง</translation>
    </message>
    <message>
        <source>Changed on both sides: {fields} to choose in {entries} entries</source>
        <translation>แก้ซ้อนกัน: ต้องเลือก {fields} ช่อง ใน {entries} รายการ</translation>
    </message>
    <message>
        <source>Two machines of the office changed the same entry before they heard of each other.</source>
        <translation>สองเครื่องของสำนักงานแก้รายการเดียวกันก่อนส่งถึงกัน</translation>
    </message>
    <message>
        <source>The entry was deleted here while another machine of the office went on editing it. It stays until you decide.</source>
        <translation>รายการนี้ถูกลบในเครื่องนี้ แต่อีกเครื่องของสำนักงานยังแก้ไขอยู่ ส่วนกลางยังเก็บไว้จนกว่าท่านจะตัดสินใจ</translation>
    </message>
    <message>
        <source>One machine ended this entry, the other confirmed that it goes on. Reason, state and day go with what you choose.</source>
        <translation>เครื่องหนึ่งบันทึกว่ารายการนี้สิ้นสุดแล้ว อีกเครื่องยืนยันว่ายังมีอยู่ เหตุผล สถานะ และวันที่จะเป็นไปตามที่เลือก</translation>
    </message>
    <message>
        <source>Choose which value holds in each line, or write another one.</source>
        <translation>เลือกค่าที่ถูกต้องในแต่ละช่อง หรือพิมพ์ค่าอื่น</translation>
    </message>
    <message>
        <source>Entry {n} of {all}</source>
        <translation>รายการที่ {n} จาก {all}</translation>
    </message>
    <message>
        <source>{n} still to choose</source>
        <translation>ยังต้องเลือก {n} ช่อง</translation>
    </message>
    <message>
        <source>all chosen</source>
        <translation>เลือกครบแล้ว</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Decided for {n} entries. It is sent with the next contact.</source>
        <translation>ตัดสินใจแล้ว {n} รายการ จะส่งในการติดต่อครั้งต่อไป</translation>
    </message>
    <message>
        <source>Decided. It is sent with the next contact.</source>
        <translation>ตัดสินใจแล้ว จะส่งในการติดต่อครั้งต่อไป</translation>
    </message>
    <message>
        <source>The other values are in use again. They are sent with the next contact.</source>
        <translation>เปลี่ยนเป็นค่าที่ไม่ได้เลือกแล้ว จะส่งในการติดต่อครั้งต่อไป</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>The value that is not chosen is not lost: it stays in the history of the entry.</source>
        <translation>ค่าที่ไม่ได้เลือกจะไม่หาย ดูได้ในประวัติของรายการนี้</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>เดิม</translation>
    </message>
    <message>
        <source>before either change</source>
        <translation>ก่อนแก้ทั้งสองฝั่ง</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>เครื่องนี้</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>ส่วนกลาง</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>ค่าอื่น…</translation>
    </message>
    <message>
        <source>Another value for {field}</source>
        <translation>ค่าอื่นของ {field}</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>ค่าอื่น</translation>
    </message>
    <message>
        <source>from this machine</source>
        <translation>จากเครื่องนี้</translation>
    </message>
    <message>
        <source>from central</source>
        <translation>จากส่วนกลาง</translation>
    </message>
    <message>
        <source>Merged already: {n} fields</source>
        <translation>รวมให้แล้ว {n} ช่อง</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>ไม่ต้องทำอะไร</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} รายการ</translation>
    </message>
    <message>
        <source>This is not a value for the field. Correct it, or choose one of the two.</source>
        <translation>ค่านี้ใช้กับช่องนี้ไม่ได้ ให้แก้ไข หรือเลือกค่าใดค่าหนึ่งด้านบน</translation>
    </message>
</context>
<context>
    <name>DeletionSheet</name>
    <message>
        <source>Keep the entry, with what was entered on the other machine</source>
        <translation>เก็บรายการไว้ พร้อมสิ่งที่อีกเครื่องบันทึก</translation>
    </message>
    <message>
        <source>Keep the entry</source>
        <translation>เก็บรายการไว้</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>ยืนยันลบรายการ</translation>
    </message>
    <message>
        <source>Entered on the other machine</source>
        <translation>สิ่งที่อีกเครื่องบันทึก</translation>
    </message>
</context>
</TS>
