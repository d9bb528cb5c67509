<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Paper</name>
    <message>
        <source>printed {when}</source>
        <translation>printed {when}</translation>
    </message>
    <message>
        <source>Page {x} / {y}</source>
        <translation>Page {x} / {y}</translation>
    </message>
    <message>
        <source>{name} District Community Development Office, {province} Province</source>
        <translation>{name} District Community Development Office, {province} Province</translation>
    </message>
    <message>
        <source>{name} Provincial Community Development Office</source>
        <translation>{name} Provincial Community Development Office</translation>
    </message>
    <message>
        <source>Community Development Department</source>
        <translation>Community Development Department</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} files</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>data not received</source>
        <translation>data not received</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unconfirmed</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Field form: {name}</source>
        <translation>Field form: {name}</translation>
    </message>
    <message>
        <source>* must be filled in. Written here first, then entered in the program.</source>
        <translation>* must be filled in. Written here first, then entered in the program.</translation>
    </message>
    <message>
        <source>{tambon} moo {moo}</source>
        <translation>{tambon} moo {moo}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>(where it applies)</source>
        <translation>(where it applies)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Part {n} of {total}:</source>
        <translation>Part {n} of {total}:</translation>
    </message>
    <message>
        <source>as of {date}</source>
        <translation>as of {date}</translation>
    </message>
    <message>
        <source>What is to be reported</source>
        <translation>What is to be reported</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Nothing is due at present.</source>
        <translation>Nothing is due at present.</translation>
    </message>
    <message>
        <source>Fiscal year {year}</source>
        <translation>Fiscal year {year}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
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
        <source>Opens</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>a day off; send by {date}</source>
        <translation>a day off; send by {date}</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>projected</translation>
    </message>
    <message>
        <source>State of the entry</source>
        <translation>State of the entry</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>proposer</source>
        <translation>proposer</translation>
    </message>
    <message>
        <source>certifier</source>
        <translation>certifier</translation>
    </message>
    <message>
        <source>accepted by</source>
        <translation>accepted by</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>approved by</translation>
    </message>
    <message>
        <source>Chair of the village poverty fund committee</source>
        <translation>Chair of the village poverty fund committee</translation>
    </message>
    <message>
        <source>informant</source>
        <translation>informant</translation>
    </message>
    <message>
        <source>recorder</source>
        <translation>recorder</translation>
    </message>
    <message>
        <source>officer of the provincial office</source>
        <translation>officer of the provincial office</translation>
    </message>
    <message>
        <source>community development officer in charge</source>
        <translation>community development officer in charge</translation>
    </message>
    <message>
        <source>community development officer</source>
        <translation>community development officer</translation>
    </message>
    <message>
        <source>Chief of Community Development, {area} District</source>
        <translation>Chief of Community Development, {area} District</translation>
    </message>
    <message>
        <source>Chief of Community Development, {area} Province</source>
        <translation>Chief of Community Development, {area} Province</translation>
    </message>
    <message>
        <source>acting for the {post}</source>
        <translation>acting for the {post}</translation>
    </message>
    <message>
        <source>Date {date}</source>
        <translation>Date {date}</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>DRAFT</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
    <message>
        <source>Report: {name}</source>
        <translation>Report: {name}</translation>
    </message>
    <message>
        <source>DRAFT: not certified, not to be used as a report ({state})</source>
        <translation>DRAFT: not certified, not to be used as a report ({state})</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>Data of</source>
        <translation>Data of</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Reporting unit</source>
        <translation>Reporting unit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Form version</source>
        <translation>Form version</translation>
    </message>
    <message>
        <source>{name} (acting)</source>
        <translation>{name} (acting)</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>Certified by</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>Certified on</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>The central data centre of the Community Development Department has received the report below from this office and acknowledged it with the receipt number given here.</source>
        <translation>The central data centre of the Community Development Department has received the report below from this office and acknowledged it with the receipt number given here.</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>Proof of sending</translation>
    </message>
    <message>
        <source>The digest is computed from every entry of the certified list. If a single value of the list were different, so would be the digest.</source>
        <translation>The digest is computed from every entry of the certified list. If a single value of the list were different, so would be the digest.</translation>
    </message>
    <message>
        <source>The report has been returned or changed since; its present list is not certified.</source>
        <translation>The report has been returned or changed since; its present list is not certified.</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>sender</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>Finished on</translation>
    </message>
    <message>
        <source>Received by central</source>
        <translation>Received by central</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Digest of the list</source>
        <translation>Digest of the list</translation>
    </message>
    <message>
        <source>nil report</source>
        <translation>nil report</translation>
    </message>
    <message>
        <source>Nil report: there is nothing to report in this period</source>
        <translation>Nil report: there is nothing to report in this period</translation>
    </message>
    <message>
        <source>The head states: {text}</source>
        <translation>The head states: {text}</translation>
    </message>
    <message>
        <source>The entries are not on this machine; facts and figures only.</source>
        <translation>The entries are not on this machine; facts and figures only.</translation>
    </message>
    <message>
        <source>There are no entries.</source>
        <translation>There are no entries.</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entries</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>What was noted</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>Reasons given</source>
        <translation>Reasons given</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>What is measured</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>taken or attached</source>
        <translation>taken or attached</translation>
    </message>
    <message>
        <source>day</source>
        <translation>day</translation>
    </message>
    <message>
        <source>month</source>
        <translation>month</translation>
    </message>
    <message>
        <source>B.E.</source>
        <translation>B.E.</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>latitude</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>longitude</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>Enrolment codes</source>
        <translation>Enrolment codes</translation>
    </message>
    <message>
        <source>Address of central</source>
        <translation>Address of central</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Good until</translation>
    </message>
    <message>
        <source>Cut here and hand this over closed, to this person only</source>
        <translation>Cut here and hand this over closed, to this person only</translation>
    </message>
    <message>
        <source>Handover of work</source>
        <translation>Handover of work</translation>
    </message>
    <message>
        <source>Unfinished or not sent</source>
        <translation>Unfinished or not sent</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Waiting for a decision</translation>
    </message>
    <message>
        <source>All of it stays in the office's data on the machine; nothing was removed.</source>
        <translation>All of it stays in the office's data on the machine; nothing was removed.</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>Unfinished reports</source>
        <translation>Unfinished reports</translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation>Changes not sent yet</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>Nothing is unfinished.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>handing over</translation>
    </message>
    <message>
        <source>taking over</source>
        <translation>taking over</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>witness</translation>
    </message>
    <message>
        <source>Memorandum</source>
        <translation>Memorandum</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>To {addressee}</source>
        <translation>To {addressee}</translation>
    </message>
    <message>
        <source>{office} reports {subject}. {notes}. In short:</source>
        <translation>{office} reports on “{subject}”. {notes}. In short:</translation>
    </message>
    <message>
        <source>The particulars are on the pages that follow.</source>
        <translation>The particulars are on the pages that follow.</translation>
    </message>
    <message>
        <source>Submitted for your information.</source>
        <translation>Submitted for your information.</translation>
    </message>
    <message>
        <source>the Director-General of the Community Development Department</source>
        <translation>the Director-General of the Community Development Department</translation>
    </message>
    <message>
        <source>the Governor of {province}</source>
        <translation>the Governor of {province}</translation>
    </message>
</context>
<context>
    <name>PaperButtons</name>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>Form for the field</source>
        <translation>Form for the field</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>Proof of sending</translation>
    </message>
    <message>
        <source>Handover list</source>
        <translation>Handover list</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
</context>
<context>
    <name>PaperOptions</name>
    <message>
        <source>Thai digits</source>
        <translation>Thai digits</translation>
    </message>
    <message>
        <source>A form for each entry, with what is known of it</source>
        <translation>A form for each entry, with what is known of it</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Margins</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
</context>
<context>
    <name>PrintingScreen</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Previous page (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Next page (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>Report on paper</source>
        <translation>Report on paper</translation>
    </message>
    <message>
        <source>Form for the field</source>
        <translation>Form for the field</translation>
    </message>
    <message>
        <source>Agenda on paper</source>
        <translation>Agenda on paper</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>Proof of sending</source>
        <translation>Proof of sending</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>Writing page {n} of {all}</source>
        <translation>Writing page {n} of {all}</translation>
    </message>
    <message>
        <source>Laying out… {n} rows</source>
        <translation>Laying out… {n} rows</translation>
    </message>
    <message>
        <source>Page {x} of {y}</source>
        <translation>Page {x} of {y}</translation>
    </message>
    <message>
        <source>Have the wording checked by your legal officer before you hand it out.</source>
        <translation>Have the wording checked by your legal officer before you hand it out.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {file}. The file is not encrypted; keep it where only those who may read it can.</source>
        <translation>Saved: {file}. The file is not encrypted; keep it where only those who may read it can.</translation>
    </message>
    <message>
        <source>Handover list</source>
        <translation>Handover list</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
</context>
</TS>
