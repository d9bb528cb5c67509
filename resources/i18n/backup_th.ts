<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>สำรองข้อมูล</translation>
    </message>
    <message>
        <source>A copy of everything on this machine, encrypted. It opens with the passwords of today.</source>
        <translation>เก็บสำเนาของข้อมูลทั้งหมดในเครื่องนี้ไว้อีกที่หนึ่ง เข้ารหัสไว้ เปิดได้ด้วยรหัสผ่านของวันนี้เท่านั้น</translation>
    </message>
    <message>
        <source>This machine has never been backed up.</source>
        <translation>เครื่องนี้ยังไม่เคยสำรองข้อมูล</translation>
    </message>
    <message>
        <source>Last checked backup {when}. Changes since then: {n}.</source>
        <translation>สำรองและตรวจแล้วครั้งล่าสุด {when} หลังจากนั้นมีการเปลี่ยนแปลง {n} ครั้ง</translation>
    </message>
    <message>
        <source>Back up to {name}</source>
        <translation>สำรองลง {name}</translation>
    </message>
    <message>
        <source>On this machine only: no help when the machine is lost or broken.</source>
        <translation>อยู่ในเครื่องนี้เท่านั้น หากเครื่องหายหรือเสียจะช่วยอะไรไม่ได้</translation>
    </message>
    <message>
        <source>Back up to the folder for backups</source>
        <translation>สำรองลงโฟลเดอร์สำรองข้อมูล</translation>
    </message>
    <message>
        <source>Folder for this backup</source>
        <translation>เลือกโฟลเดอร์ที่จะสำรอง</translation>
    </message>
    <message>
        <source>The backup is made and checked</source>
        <translation>สำรองและตรวจเรียบร้อยแล้ว</translation>
    </message>
    <message>
        <source>Inside: {records} records, {unsent} changes not sent yet. You can take the stick out now.</source>
        <translation>มีข้อมูล {records} รายการ การเปลี่ยนแปลงที่ยังไม่ได้ส่ง {unsent} ครั้ง ถอด USB ออกได้แล้ว</translation>
    </message>
</context>
</TS>
