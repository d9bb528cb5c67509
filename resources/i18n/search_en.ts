<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Entry</name>
    <message>
        <source>(no name yet)</source>
        <translation>(no name yet)</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>fiscal year {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Contact central and see how it goes</source>
        <translation>Contact central and see how it goes</translation>
    </message>
    <message>
        <source>sync send receive central upload</source>
        <translation>sync send receive central upload ส่งข้อมูล ซิงก์</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>An encrypted copy of everything, on a USB stick too</source>
        <translation>An encrypted copy of everything, on a USB stick too</translation>
    </message>
    <message>
        <source>backup copy save usb stick</source>
        <translation>backup copy save usb stick สำรองข้อมูล</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>lock leave away pause</source>
        <translation>lock leave away pause ล็อกหน้าจอ</translation>
    </message>
    <message>
        <source>Change to English</source>
        <translation>Change to English</translation>
    </message>
    <message>
        <source>Change to Thai</source>
        <translation>Change to Thai</translation>
    </message>
    <message>
        <source>language thai english</source>
        <translation>language thai english ภาษา</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Back to the list of people; what is typed is saved</source>
        <translation>Back to the list of people; what is typed is saved</translation>
    </message>
    <message>
        <source>sign out log out change person exit</source>
        <translation>sign out log out change person exit ออกจากระบบ</translation>
    </message>
    <message>
        <source>Save to USB</source>
        <translation>Save to USB</translation>
    </message>
    <message>
        <source>usb stick flash drive write batch by hand without a line</source>
        <translation>usb stick flash drive write batch by hand without a line บันทึกลง</translation>
    </message>
    <message>
        <source>What waits to be sent, to be carried to the province</source>
        <translation>What waits to be sent, to be carried to the province</translation>
    </message>
    <message>
        <source>Open files from USB</source>
        <translation>Open files from USB</translation>
    </message>
    <message>
        <source>usb stick flash drive read receipt package file</source>
        <translation>usb stick flash drive read receipt package file เปิดไฟล์</translation>
    </message>
    <message>
        <source>Receipts, what is new from central, and files of districts</source>
        <translation>Receipts, what is new from central, and files of districts</translation>
    </message>
    <message>
        <source>Receipts back to USB</source>
        <translation>Receipts back to USB</translation>
    </message>
    <message>
        <source>usb stick flash drive receipts for districts</source>
        <translation>usb stick flash drive receipts for districts ใบรับ</translation>
    </message>
    <message>
        <source>Central's receipts for the districts whose files were carried</source>
        <translation>Central's receipts for the districts whose files were carried</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Name, village, dataset, screen or command</source>
        <translation>Name, village, dataset, screen or command</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Nothing found. Try a shorter word or another spelling.</source>
        <translation>Nothing found. Try a shorter word or another spelling.</translation>
    </message>
    <message>
        <source>Arrows choose · Enter opens · Esc closes</source>
        <translation>Arrows choose · Enter opens · Esc closes</translation>
    </message>
</context>
</TS>
