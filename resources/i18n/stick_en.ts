<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Central&apos;s receipts for all files carried here. Each opens only on the machine it is for.</source>
        <translation>Central&apos;s receipts for all files carried here. Each opens only on the machine it is for.</translation>
    </message>
    <message>
        <source>Receipts back to USB</source>
        <translation>Receipts back to USB</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Write to {name}</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>Folder for the receipts</translation>
    </message>
    <message>
        <source>Receipts on the stick: {n}</source>
        <translation>Receipts on the stick: {n}</translation>
    </message>
    <message>
        <source>Give the stick back to the district. There it is opened with Open files from USB.</source>
        <translation>Give the stick back to the district. There it is opened with Open files from USB.</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>{name}: {n} entries</source>
        <translation>{name}: {n} entries</translation>
    </message>
    <message>
        <source>{name}, certified</source>
        <translation>{name}, certified</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>{name} register</source>
        <translation>{name} register</translation>
    </message>
    <message>
        <source>The province has held it since {at} and passes it on. The receipt comes after that.</source>
        <translation>The province has held it since {at} and passes it on. The receipt comes after that.</translation>
    </message>
    <message>
        <source>With the province</source>
        <translation>With the province</translation>
    </message>
    <message>
        <source>On USB</source>
        <translation>On USB</translation>
    </message>
    <message>
        <source>Awaiting the receipt: open it here when the stick is back.</source>
        <translation>Awaiting the receipt: open it here when the stick is back.</translation>
    </message>
    <message>
        <source>Central received it on {at}. Put its receipt onto the stick for the district.</source>
        <translation>Central received it on {at}. Put its receipt onto the stick for the district.</translation>
    </message>
    <message>
        <source>Received by central</source>
        <translation>Received by central</translation>
    </message>
    <message>
        <source>Not at central yet</source>
        <translation>Not at central yet</translation>
    </message>
    <message>
        <source>Goes to central by itself at the next contact.</source>
        <translation>Goes to central by itself at the next contact.</translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Not taken</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Does not join on</source>
        <translation>Does not join on</translation>
    </message>
    <message>
        <source>With the province</source>
        <translation>With the province</translation>
    </message>
    <message>
        <source>Not at central yet</source>
        <translation>Not at central yet</translation>
    </message>
    <message>
        <source>Receipt on the stick</source>
        <translation>Receipt on the stick</translation>
    </message>
    <message>
        <source>Write once more</source>
        <translation>Write once more</translation>
    </message>
    <message>
        <source>Collecting everything that has no receipt yet.</source>
        <translation>Collecting everything that has no receipt yet.</translation>
    </message>
    <message>
        <source>Writing the file and reading it back. Leave the stick where it is.</source>
        <translation>Writing the file and reading it back. Leave the stick where it is.</translation>
    </message>
    <message>
        <source>Checking and opening the files. Leave the stick where it is.</source>
        <translation>Checking and opening the files. Leave the stick where it is.</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Newer program</source>
        <translation>Newer program</translation>
    </message>
    <message>
        <source>For another office</source>
        <translation>For another office</translation>
    </message>
    <message>
        <source>For another machine</source>
        <translation>For another machine</translation>
    </message>
    <message>
        <source>Sender not known</source>
        <translation>Sender not known</translation>
    </message>
    <message>
        <source>By its name it belongs to {office}.</source>
        <translation>By its name it belongs to {office}.</translation>
    </message>
    <message>
        <source>Central does not know the machine that wrote it, or it was signed with another key. Central has stored nothing of it. Ask the district whether the file is theirs, and tell central's administrator.</source>
        <translation>Central does not know the machine that wrote it, or it was signed with another key. Central has stored nothing of it. Ask the district whether the file is theirs, and tell central's administrator.</translation>
    </message>
    <message>
        <source>The enrolment code of the machine that wrote it is not valid. Central has stored nothing of it. The district asks central for a new enrolment, and saves to USB once more.</source>
        <translation>The enrolment code of the machine that wrote it is not valid. Central has stored nothing of it. The district asks central for a new enrolment, and saves to USB once more.</translation>
    </message>
    <message>
        <source>It was written in this office, for central: hand the stick on.</source>
        <translation>It was written in this office, for central: hand the stick on.</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>By USB stick</source>
        <translation>By USB stick</translation>
    </message>
    <message>
        <source>Save to USB…</source>
        <translation>Save to USB…</translation>
    </message>
    <message>
        <source>Open files from USB…</source>
        <translation>Open files from USB…</translation>
    </message>
    <message>
        <source>Receipts back to USB…</source>
        <translation>Receipts back to USB…</translation>
    </message>
    <message>
        <source>Open the districts&apos; files here: they go to central at the next contact, and the receipts go back on the stick.</source>
        <translation>Open the districts&apos; files here: they go to central at the next contact, and the receipts go back on the stick.</translation>
    </message>
    <message>
        <source>Without a line: save what waits onto a stick, hand it to the province, and open the receipt that comes back.</source>
        <translation>Without a line: save what waits onto a stick, hand it to the province, and open the receipt that comes back.</translation>
    </message>
    <message>
        <source>and {n} older files</source>
        <translation>and {n} older files</translation>
    </message>
    <message>
        <source>Photos and files go by network only: {n} stay here until then.</source>
        <translation>Photos and files go by network only: {n} stay here until then.</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>A new version of the program is on it and is being made ready.</source>
        <translation>A new version of the program is on it and is being made ready.</translation>
    </message>
    <message>
        <source>Receipts, what is new from central, and files of the districts. Nothing is taken in part.</source>
        <translation>Receipts, what is new from central, and files of the districts. Nothing is taken in part.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Open files from USB</source>
        <translation>Open files from USB</translation>
    </message>
    <message>
        <source>Open what is on {name}</source>
        <translation>Open what is on {name}</translation>
    </message>
    <message>
        <source>Files of this program</source>
        <translation>Files of this program</translation>
    </message>
    <message>
        <source>File from USB</source>
        <translation>File from USB</translation>
    </message>
    <message>
        <source>There is nothing for this machine on it. Try another stick or file.</source>
        <translation>There is nothing for this machine on it. Try another stick or file.</translation>
    </message>
    <message>
        <source>{n} of {all} files taken</source>
        <translation>{n} of {all} files taken</translation>
    </message>
    <message>
        <source>The answer lies on the stick. Give the stick back to the district.</source>
        <translation>The answer lies on the stick. Give the stick back to the district.</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Everything without a receipt goes into one sealed file. All of it also stays here.</source>
        <translation>Everything without a receipt goes into one sealed file. All of it also stays here.</translation>
    </message>
    <message>
        <source>Save to USB</source>
        <translation>Save to USB</translation>
    </message>
    <message>
        <source>Save to {name}</source>
        <translation>Save to {name}</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>Folder for the file</translation>
    </message>
    <message>
        <source>On the stick, waiting for its receipt</source>
        <translation>On the stick, waiting for its receipt</translation>
    </message>
    <message>
        <source>Reports: {reports} ({certified} certified) · entries: {records} · changes: {saves}</source>
        <translation>Reports: {reports} ({certified} certified) · entries: {records} · changes: {saves}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent: the file asks central for what is new.</source>
        <translation>Nothing waits to be sent: the file asks central for what is new.</translation>
    </message>
    <message>
        <source>Take the stick out and hand it to the provincial office. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</source>
        <translation>Take the stick out and hand it to the provincial office. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</translation>
    </message>
    <message>
        <source>Take the stick out and hand it to central. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</source>
        <translation>Take the stick out and hand it to central. When it comes back, press Open files from USB: only the receipt on it makes the reports received.</translation>
    </message>
</context>
</TS>
