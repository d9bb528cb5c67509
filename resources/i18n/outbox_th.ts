<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th">
<context>
    <name>ContactsCard</name>
    <message>
        <source>Journal of contacts</source>
        <translation>บันทึกการติดต่อ</translation>
    </message>
    <message>
        <source>No contact with central yet</source>
        <translation>ยังไม่เคยติดต่อส่วนกลาง</translation>
    </message>
</context>
<context>
    <name>EnrolAgainCard</name>
    <message>
        <source>This machine needs a new enrolment file</source>
        <translation>เครื่องนี้ต้องใช้ไฟล์ลงทะเบียนใหม่</translation>
    </message>
    <message>
        <source>Central does not know this machine any more. Everything you entered is still here. Ask central&apos;s administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</source>
        <translation>ส่วนกลางไม่รู้จักเครื่องนี้แล้ว ข้อมูลที่บันทึกไว้ยังอยู่ครบในเครื่อง ให้ขอไฟล์ลงทะเบียนใหม่ของหน่วยงานจากผู้ดูแลระบบส่วนกลาง แล้วเลือกไฟล์ที่นี่ เครื่องจะส่งข้อมูลที่รออยู่ต่อเอง</translation>
    </message>
    <message>
        <source>Choose the new enrolment file…</source>
        <translation>เลือกไฟล์ลงทะเบียนใหม่…</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>รหัสผ่านของ {name}</translation>
    </message>
    <message>
        <source>Enrolment files</source>
        <translation>ไฟล์ลงทะเบียน</translation>
    </message>
    <message>
        <source>Enrolment file</source>
        <translation>ไฟล์ลงทะเบียน</translation>
    </message>
    <message>
        <source>The key by which central knows this machine is not in the vault of this Windows account any more. Everything you entered is still here. Ask central's administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</source>
        <translation>ไม่พบกุญแจประจำเครื่องในที่เก็บรหัสผ่านของบัญชี Windows นี้ ข้อมูลที่บันทึกไว้ยังอยู่ครบ ให้ขอไฟล์ลงทะเบียนใหม่ของหน่วยงานจากผู้ดูแลระบบส่วนกลาง แล้วเลือกไฟล์ที่นี่ เครื่องจะส่งข้อมูลที่รออยู่ต่อเอง</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Central has received {n} photos and files</source>
        <translation>ส่วนกลางรับภาพและไฟล์แล้ว {n} รายการ</translation>
    </message>
    <message>
        <source>In touch with central; nothing new on either side</source>
        <translation>ติดต่อส่วนกลางได้ ไม่มีข้อมูลใหม่ทั้งสองฝ่าย</translation>
    </message>
    <message>
        <source>Sent {sent} changes, received {received} items</source>
        <translation>ส่งการเปลี่ยนแปลง {sent} ครั้ง รับข้อมูลมา {received} รายการ</translation>
    </message>
    <message>
        <source>Stopped as asked; {sent} changes were answered, {left} wait</source>
        <translation>หยุดตามที่สั่ง ส่วนกลางรับการเปลี่ยนแปลงแล้ว {sent} ครั้ง เหลือรอส่ง {left} ครั้ง</translation>
    </message>
    <message>
        <source>{sentence} ({n} times in a row)</source>
        <translation>{sentence} (ติดต่อกัน {n} ครั้ง)</translation>
    </message>
    <message>
        <source>{sentence} Before that central had answered {n} changes.</source>
        <translation>{sentence} ก่อนหน้านั้นส่วนกลางรับการเปลี่ยนแปลงแล้ว {n} ครั้ง</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} รายการ</translation>
    </message>
    <message>
        <source>Deleted here, but another machine went on editing; they are back: {entries}</source>
        <translation>ลบในเครื่องนี้ แต่เครื่องอื่นยังแก้ไขอยู่ รายการจึงกลับมา: {entries}</translation>
    </message>
    <message>
        <source>Merged by itself, nothing to do: {entries}</source>
        <translation>รวมให้แล้ว ไม่ต้องทำอะไร: {entries}</translation>
    </message>
    <message>
        <source>another machine</source>
        <translation>เครื่องอื่น</translation>
    </message>
    <message>
        <source>{who} had deleted it, and it is back</source>
        <translation>{who} ลบไปแล้ว แต่กลับมาเพราะมีการแก้ไข</translation>
    </message>
    <message>
        <source>{who} entered {fields}</source>
        <translation>{who} บันทึก {fields}</translation>
    </message>
    <message>
        <source>State of the entry in the round</source>
        <translation>สถานะของรายการในงวด</translation>
    </message>
    <message>
        <source>Reason for that state</source>
        <translation>เหตุผลของสถานะ</translation>
    </message>
    <message>
        <source>Reason given for a warning</source>
        <translation>เหตุผลที่ให้ไว้ต่อคำเตือน</translation>
    </message>
    <message>
        <source>checked, the same</source>
        <translation>ตรวจแล้ว ข้อมูลตรงกัน</translation>
    </message>
    <message>
        <source>checked, a difference was mended</source>
        <translation>ตรวจแล้ว พบส่วนที่ไม่ตรงและแก้ให้ตรงแล้ว</translation>
    </message>
    <message>
        <source>checked, still different; it is looked at again at the next contact</source>
        <translation>ตรวจแล้ว ยังไม่ตรงกัน โปรแกรมจะตรวจซ้ำเมื่อติดต่อครั้งต่อไป</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Send now</source>
        <translation>ส่งเดี๋ยวนี้</translation>
    </message>
    <message>
        <source>Every change is kept in this machine first. Green only when central has given a receipt.</source>
        <translation>ทุกการเปลี่ยนแปลงถูกเก็บในเครื่องก่อนเสมอ เขียวเมื่อส่วนกลางออกใบรับแล้วเท่านั้น</translation>
    </message>
    <message>
        <source>Send data</source>
        <translation>ส่งข้อมูล</translation>
    </message>
    <message>
        <source>Send now ({n})</source>
        <translation>ส่งเดี๋ยวนี้ ({n})</translation>
    </message>
    <message>
        <source>Check for news</source>
        <translation>ติดต่อส่วนกลาง</translation>
    </message>
    <message>
        <source>Nothing has been entered yet</source>
        <translation>ยังไม่ได้บันทึกข้อมูล</translation>
    </message>
    <message>
        <source>What you enter appears here with its way to central.</source>
        <translation>เมื่อบันทึกแล้ว จะเห็นที่นี่ว่าข้อมูลไปถึงไหน</translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation>และอีก {n} ชุดก่อนหน้า</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Needs your decision</source>
        <translation>ต้องตัดสินใจ</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>และอีก {n} เรื่อง</translation>
    </message>
    <message>
        <source>Concerns: {names}</source>
        <translation>เกี่ยวกับ: {names}</translation>
    </message>
    <message>
        <source>A person of the office</source>
        <translation>บุคคลในสำนักงาน</translation>
    </message>
    <message>
        <source>Not taken by central</source>
        <translation>ส่วนกลางยังไม่รับ</translation>
    </message>
    <message>
        <source>Nothing is lost; it waits for you.</source>
        <translation>ไม่มีข้อมูลใดหาย รอท่านตัดสินใจ</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>ตัดสินใจ</translation>
    </message>
    <message>
        <source>Entries changed on both sides: {n}</source>
        <translation>แก้ซ้อนกัน {n} รายการ</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <translation>ต้องเลือก {n} ช่อง</translation>
    </message>
    <message>
        <source>Returned meanwhile</source>
        <translation>ถูกส่งกลับระหว่างแก้</translation>
    </message>
    <message>
        <source>Open and correct</source>
        <translation>เปิดเพื่อแก้ไข</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>ส่งอีกครั้ง</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>รับทราบ</translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message>
        <source>Nothing is sent from this machine yet</source>
        <translation>ยังไม่ส่งข้อมูลจากเครื่องนี้</translation>
    </message>
    <message>
        <source>Go on working: everything is kept here. Before the first sending one thing has to be certain: the old machine is lost, broken or put away, and nobody enters anything there any more.</source>
        <translation>ทำงานต่อได้ตามปกติ ข้อมูลเก็บอยู่ในเครื่องนี้ครบ แต่ก่อนส่งครั้งแรกต้องแน่ใจว่าเครื่องเดิมหาย เสีย หรือเก็บแล้ว และไม่มีใครบันทึกอะไรในเครื่องนั้นอีก</translation>
    </message>
    <message>
        <source>The old machine is not used any more…</source>
        <translation>เลิกใช้เครื่องเดิมแล้ว…</translation>
    </message>
    <message>
        <source>This machine works with the backup of {when}. What was entered on the old machine after that is not here, unless central has it: then it comes with the first contact.</source>
        <translation>เครื่องนี้ใช้ข้อมูลสำรองของวันที่ {when} สิ่งที่บันทึกในเครื่องเดิมหลังจากนั้นไม่อยู่ที่นี่ เว้นแต่ส่งถึงส่วนกลางแล้ว ซึ่งจะได้กลับมาเมื่อติดต่อครั้งแรก</translation>
    </message>
    <message>
        <source>Send from this machine from now on?</source>
        <translation>ส่งข้อมูลจากเครื่องนี้ตั้งแต่นี้ไปหรือไม่</translation>
    </message>
    <message>
        <source>The old machine must not be used any more. If it is found again, do not enter anything there; ask central for a new enrolment file for it. If both were used after all, central notices it, nothing is lost, and it asks you where the two differ.</source>
        <translation>ต้องไม่ใช้เครื่องเดิมอีก หากพบเครื่องเดิมภายหลัง อย่าบันทึกอะไรในเครื่องนั้น ให้ขอไฟล์ลงทะเบียนใหม่จากส่วนกลางก่อน หากเผลอใช้ทั้งสองเครื่อง ส่วนกลางจะรู้เอง ไม่มีอะไรหาย และจะถามท่านเมื่อข้อมูลไม่ตรงกัน</translation>
    </message>
    <message>
        <source>Not used any more, send from here</source>
        <translation>เลิกใช้แล้ว ส่งจากเครื่องนี้</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ยังไม่ส่ง</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Sending photos and files, {n} of {total}</source>
        <translation>กำลังส่งภาพและไฟล์ {n} จาก {total}</translation>
    </message>
    <message>
        <source>They go by themselves in pieces, but not over a line paid by volume.</source>
        <translation>ภาพจะทยอยส่งเอง แต่ไม่ส่งผ่านเครือข่ายที่คิดเงินตามปริมาณ</translation>
    </message>
    <message>
        <source>Central has received all entries.</source>
        <translation>ส่วนกลางรับรายการครบแล้ว</translation>
    </message>
    <message>
        <source>Photos and files waiting to be sent: {n}.</source>
        <translation>ภาพและไฟล์รอส่ง {n} รายการ</translation>
    </message>
    <message>
        <source>Central did not accept this machine</source>
        <translation>ส่วนกลางไม่รับการเข้าใช้ของเครื่องนี้</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>พร็อกซีต้องการรหัสผู้ใช้</translation>
    </message>
    <message>
        <source>The proxy in the settings is not valid</source>
        <translation>ที่อยู่พร็อกซีในการตั้งค่าไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>หยุด</translation>
    </message>
    <message>
        <source>If the line drops, nothing is lost; sending goes on from where it stopped.</source>
        <translation>ถ้าสัญญาณหลุด จะส่งต่อจากที่ค้าง ไม่มีอะไรหาย</translation>
    </message>
    <message>
        <source>Contacting central</source>
        <translation>กำลังติดต่อส่วนกลาง</translation>
    </message>
    <message>
        <source>{n} items received so far</source>
        <translation>รับมาแล้ว {n} รายการ</translation>
    </message>
    <message>
        <source>Receiving from central</source>
        <translation>กำลังรับข้อมูลจากส่วนกลาง</translation>
    </message>
    <message>
        <source>Waiting in this machine: {n}.</source>
        <translation>การเปลี่ยนแปลง {n} ครั้งรออยู่ในเครื่องนี้</translation>
    </message>
    <message>
        <source>Changes waiting to be sent: {n}</source>
        <translation>การเปลี่ยนแปลงรอส่ง {n} ครั้ง</translation>
    </message>
    <message>
        <source>Everything is in this machine and goes by itself when there is a line.</source>
        <translation>ทุกอย่างอยู่ในเครื่องนี้แล้ว และจะส่งเองเมื่อมีสัญญาณ</translation>
    </message>
    <message>
        <source>Entries concerned: {n}.</source>
        <translation>เกี่ยวกับ {n} รายการ</translation>
    </message>
    <message>
        <source>Next attempt at {time}.</source>
        <translation>จะลองใหม่เวลา {time}</translation>
    </message>
    <message>
        <source>Central has answered {sent} of {total} changes</source>
        <translation>ส่วนกลางรับแล้ว {sent} จาก {total} ครั้ง</translation>
    </message>
    <message>
        <source>the first answer will tell how long the rest takes</source>
        <translation>จะบอกเวลาที่เหลือได้เมื่อส่วนกลางตอบครั้งแรก</translation>
    </message>
    <message>
        <source>if the line drops, sending goes on from the batch under way; nothing is lost</source>
        <translation>ถ้าสัญญาณหลุด จะส่งต่อจากชุดที่ค้าง ไม่มีอะไรหาย</translation>
    </message>
    <message>
        <source>Sending, batch {batch} of about {batches}</source>
        <translation>กำลังส่ง ชุดที่ {batch} จากประมาณ {batches} ชุด</translation>
    </message>
    <message>
        <source>less than a minute left on this line</source>
        <translation>ด้วยสัญญาณนี้เหลือไม่ถึง 1 นาที</translation>
    </message>
    <message>
        <source>about {n} minutes left on this line</source>
        <translation>ด้วยสัญญาณนี้เหลือประมาณ {n} นาที</translation>
    </message>
    <message>
        <source>about {n} hours left on this line</source>
        <translation>ด้วยสัญญาณนี้เหลือประมาณ {n} ชั่วโมง</translation>
    </message>
    <message>
        <source>Did not go through</source>
        <translation>ยังส่งไม่สำเร็จ</translation>
    </message>
    <message>
        <source>Central was not reached</source>
        <translation>ติดต่อส่วนกลางไม่สำเร็จ</translation>
    </message>
    <message>
        <source>This network wants a sign-in first</source>
        <translation>เครือข่ายนี้ต้องลงชื่อเข้าใช้ก่อน</translation>
    </message>
    <message>
        <source>Less than a minute, as the line was last.</source>
        <translation>ใช้เวลาไม่ถึง 1 นาที ถ้าสัญญาณเหมือนครั้งก่อน</translation>
    </message>
    <message>
        <source>About {n} minutes, as the line was last.</source>
        <translation>ใช้เวลาประมาณ {n} นาที ถ้าสัญญาณเหมือนครั้งก่อน</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>ยังไม่ได้ส่ง</translation>
    </message>
    <message>
        <source>Everything you enter is kept in this machine first and then sent.</source>
        <translation>ทุกอย่างที่บันทึกจะเก็บในเครื่องก่อน แล้วจึงส่ง</translation>
    </message>
    <message>
        <source>No contact with central yet</source>
        <translation>ยังไม่เคยติดต่อส่วนกลาง</translation>
    </message>
    <message>
        <source>Last contact {at}</source>
        <translation>ติดต่อล่าสุด {at}</translation>
    </message>
    <message>
        <source>Sent, except what needs your decision</source>
        <translation>ส่งครบแล้ว เว้นรายการที่ต้องตัดสินใจ</translation>
    </message>
    <message>
        <source>Central has received everything</source>
        <translation>ส่วนกลางรับครบแล้ว</translation>
    </message>
    <message>
        <source>Receipt kept</source>
        <translation>มีใบรับแล้ว</translation>
    </message>
    <message>
        <source>Central is not ready to receive</source>
        <translation>ส่วนกลางยังไม่พร้อมรับข้อมูล</translation>
    </message>
    <message>
        <source>The line dropped on the way</source>
        <translation>สัญญาณหลุดระหว่างทาง</translation>
    </message>
    <message>
        <source>Central was reached, but this machine&apos;s data were copied</source>
        <translation>ติดต่อส่วนกลางได้ แต่ข้อมูลของเครื่องนี้ถูกคัดลอกมา</translation>
    </message>
    <message>
        <source>Sending was broken off by a mistake of the program</source>
        <translation>การส่งหยุดลงเพราะข้อผิดพลาดของโปรแกรม</translation>
    </message>
    <message>
        <source>Central was reached, but the contact did not come to its end</source>
        <translation>ติดต่อส่วนกลางได้ แต่ส่งไม่สำเร็จ</translation>
    </message>
    <message>
        <source>Waiting until you confirm that the old machine is not used any more</source>
        <translation>รอท่านยืนยันว่าเลิกใช้เครื่องเดิมแล้ว</translation>
    </message>
    <message>
        <source>Changes on USB, awaiting the receipt: {n}</source>
        <translation>การเปลี่ยนแปลงอยู่บน USB รอใบรับ {n} ครั้ง</translation>
    </message>
    <message>
        <source>Open the receipt here when the stick is back. With a line they go by themselves as well.</source>
        <translation>เมื่อ USB กลับมา ให้เปิดใบรับที่หน้านี้ ถ้ามีสัญญาณก่อน โปรแกรมส่งให้เองด้วย</translation>
    </message>
    <message>
        <source>On USB</source>
        <translation>อยู่บน USB</translation>
    </message>
    <message>
        <source>On USB already: {n}.</source>
        <translation>อยู่บน USB แล้ว {n} ครั้ง</translation>
    </message>
    <message>
        <source>line about {n} kbit/s</source>
        <translation>สัญญาณราว {n} kbit/s</translation>
    </message>
    <message>
        <source>line about {n} Mbit/s</source>
        <translation>สัญญาณราว {n} Mbit/s</translation>
    </message>
    <message>
        <source>The entries have arrived</source>
        <translation>รายการถึงส่วนกลางแล้ว</translation>
    </message>
    <message>
        <source>if the line drops, photos go on from where they stopped</source>
        <translation>ถ้าสัญญาณหลุด ภาพจะส่งต่อจากจุดที่ค้าง</translation>
    </message>
    <message>
        <source>About {n} hours, as the line was last.</source>
        <translation>ใช้เวลาประมาณ {n} ชั่วโมง ถ้าสัญญาณเหมือนครั้งก่อน</translation>
    </message>
    <message>
        <source>This line is paid by volume, so entries wait for another one. Press Send now to use it all the same; the settings allow it for good.</source>
        <translation>เครือข่ายขณะนี้คิดเงินตามปริมาณ จึงรอเครือข่ายอื่นก่อน ถ้าต้องการส่งเลยให้กด “ส่งเดี๋ยวนี้” หรืออนุญาตไว้เสมอในตั้งค่า</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} นาที</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} ชั่วโมง</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} วัน</translation>
    </message>
    <message>
        <source>This machine's clock is {span} ahead of central's.</source>
        <translation>นาฬิกาของเครื่องนี้เร็วกว่าของส่วนกลาง {span}</translation>
    </message>
    <message>
        <source>This machine's clock is {span} behind central's.</source>
        <translation>นาฬิกาของเครื่องนี้ช้ากว่าของส่วนกลาง {span}</translation>
    </message>
    <message>
        <source>Please set its date and time. Nothing is lost or refused for it, but it may not prove then that work was finished in time.</source>
        <translation>ให้ตั้งวันเวลาของเครื่องใหม่ ข้อมูลไม่หายและไม่ถูกปฏิเสธเพราะเรื่องนี้ แต่อาจใช้ยืนยันไม่ได้ว่าทำเสร็จทันกำหนด</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Saved</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>รับรอง</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>ส่ง</translation>
    </message>
    <message>
        <source>on USB</source>
        <translation>อยู่บน USB</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>กำลังส่ง</translation>
    </message>
    <message>
        <source>waiting: {n}</source>
        <translation>รอส่ง {n}</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>ยังไม่ได้รับ</translation>
    </message>
    <message>
        <source>draft kept at central</source>
        <translation>ร่างถึงส่วนกลางแล้ว</translation>
    </message>
    <message>
        <source>Central received</source>
        <translation>ส่วนกลางรับ</translation>
    </message>
    <message>
        <source>{n} to decide</source>
        <translation>ต้องตัดสินใจ {n} เรื่อง</translation>
    </message>
    <message>
        <source>Receipt {no}</source>
        <translation>ใบรับ {no}</translation>
    </message>
    <message>
        <source>awaiting receipt</source>
        <translation>รอใบรับ</translation>
    </message>
    <message>
        <source>being sent, {n} %</source>
        <translation>กำลังส่ง {n}%</translation>
    </message>
    <message>
        <source>to be sent again</source>
        <translation>ต้องส่งใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>earlier: {no}</source>
        <translation>ใบเดิม {no}</translation>
    </message>
</context>
</TS>
