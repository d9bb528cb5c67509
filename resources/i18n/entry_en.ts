<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AutoCodeEditor</name>
    <message>
        <source>Given by the system when central has received it</source>
        <translation>Given by the system when central has received it</translation>
    </message>
</context>
<context>
    <name>BooleanEditor</name>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Certify</name>
    <message>
        <source>Returned by {name} on {at} with {n} comments.</source>
        <translation>Returned by {name} on {at} with {n} comments.</translation>
    </message>
    <message>
        <source>Returned by {name} on {at}.</source>
        <translation>Returned by {name} on {at}.</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>to correct</translation>
    </message>
    <message>
        <source>wants a reason</source>
        <translation>wants a reason</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>The whole report</translation>
    </message>
    <message>
        <source>{tambon} subdistrict</source>
        <translation>{tambon} subdistrict</translation>
    </message>
    <message>
        <source>Entries of this report</source>
        <translation>Entries of this report</translation>
    </message>
    <message>
        <source>Returned by {name}: {reason}</source>
        <translation>Returned by {name}: {reason}</translation>
    </message>
    <message>
        <source>{n} things are still to be done before the report can be proposed.</source>
        <translation>{n} things are still to be done before the report can be proposed.</translation>
    </message>
    <message>
        <source>Everything is in order. {n} entries are ready to be proposed to the head.</source>
        <translation>Everything is in order. {n} entries are ready to be proposed to the head.</translation>
    </message>
    <message>
        <source>Proposed by {name} on {at}. It waits for the head to certify it.</source>
        <translation>Proposed by {name} on {at}. It waits for the head to certify it.</translation>
    </message>
    <message>
        <source>Certified by {name} on {at}. It is sent to central at the next contact.</source>
        <translation>Certified by {name} on {at}. It is sent to central at the next contact.</translation>
    </message>
    <message>
        <source>Accepted by {name} on {at}.</source>
        <translation>Accepted by {name} on {at}.</translation>
    </message>
    <message>
        <source>Approved by {name} on {at}.</source>
        <translation>Approved by {name} on {at}.</translation>
    </message>
    <message>
        <source>Certified, and received by central on {at}. The province reviews it.</source>
        <translation>Certified, and received by central on {at}. The province reviews it.</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>Re-opened</source>
        <translation>Re-opened</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>acting for the head</source>
        <translation>acting for the head</translation>
    </message>
    <message>
        <source>Nothing has been entered for this period yet.</source>
        <translation>Nothing has been entered for this period yet.</translation>
    </message>
    <message>
        <source>Not entered for this period yet</source>
        <translation>Not entered for this period yet</translation>
    </message>
    <message>
        <source>to enter</source>
        <translation>to enter</translation>
    </message>
</context>
<context>
    <name>CertifyDialog</name>
    <message>
        <source>Certify</source>
        <translation>Certify</translation>
    </message>
    <message>
        <source>Certify “{dataset}”</source>
        <translation>Certify “{dataset}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>State in writing that the register is empty</source>
        <translation>State in writing that the register is empty</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>You certify that there are no data for this period (nil report).</source>
        <translation>You certify that there are no data for this period (nil report).</translation>
    </message>
    <message>
        <source>There is no entry. A report without entries is certified with a written statement only.</source>
        <translation>There is no entry. A report without entries is certified with a written statement only.</translation>
    </message>
    <message>
        <source>You certify {n} entries with your name. The list is frozen as it is now and sent to central at the next contact.</source>
        <translation>You certify {n} entries with your name. The list is frozen as it is now and sent to central at the next contact.</translation>
    </message>
    <message>
        <source>You certify as acting head; the report is marked so.</source>
        <translation>You certify as acting head; the report is marked so.</translation>
    </message>
</context>
<context>
    <name>CertifyScreen</name>
    <message>
        <source>There are no data for this period; I confirm a nil report</source>
        <translation>There are no data for this period; I confirm a nil report</translation>
    </message>
    <message>
        <source>To be done before the report can go on</source>
        <translation>To be done before the report can go on</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>{n} things; press one to go there</source>
        <translation>{n} things; press one to go there</translation>
    </message>
    <message>
        <source>Propose to: {head}</source>
        <translation>Propose to: {head}</translation>
    </message>
    <message>
        <source>Certify…</source>
        <translation>Certify…</translation>
    </message>
    <message>
        <source>Return to the officer…</source>
        <translation>Return to the officer…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Re-open…</source>
        <translation>Re-open…</translation>
    </message>
    <message>
        <source>To the entries</source>
        <translation>To the entries</translation>
    </message>
    <message>
        <source>Keep this reason</source>
        <translation>Keep this reason</translation>
    </message>
    <message>
        <source>Return to the officer</source>
        <translation>Return to the officer</translation>
    </message>
    <message>
        <source>What is to be corrected? The officer sees your words.</source>
        <translation>What is to be corrected? The officer sees your words.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>Re-open</translation>
    </message>
    <message>
        <source>The certification is withdrawn and the entries can be edited again. Why?</source>
        <translation>The certification is withdrawn and the entries can be edited again. Why?</translation>
    </message>
    <message>
        <source>Answer to the reviewer, if you like: what was corrected, or why it is right</source>
        <translation>Answer to the reviewer, if you like: what was corrected, or why it is right</translation>
    </message>
    <message>
        <source>Answer to the reviewer</source>
        <translation>Answer to the reviewer</translation>
    </message>
    <message>
        <source>Comments on fields: {n}, answered: {answered}. Answers go with the proposal.</source>
        <translation>Comments on fields: {n}, answered: {answered}. Answers go with the proposal.</translation>
    </message>
</context>
<context>
    <name>CitizenIdEditor</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Showing the number is written to the audit trail</source>
        <translation>Showing the number is written to the audit trail</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>No data received yet</source>
        <translation>No data received yet</translation>
    </message>
    <message>
        <source>Why are there no data of “{name}” for this period? The reason is part of the report.</source>
        <translation>Why are there no data of “{name}” for this period? The reason is part of the report.</translation>
    </message>
    <message>
        <source>Mark as not received</source>
        <translation>Mark as not received</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Delete this draft?</translation>
    </message>
    <message>
        <source>“{name}” has never been received by central. It is deleted from this machine.</source>
        <translation>“{name}” has never been received by central. It is deleted from this machine.</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End this entry</source>
        <translation>End this entry</translation>
    </message>
    <message>
        <source>End “{name}”</source>
        <translation>End “{name}”</translation>
    </message>
    <message>
        <source>The entry stays in the register and in earlier reports, and is no longer asked for.</source>
        <translation>The entry stays in the register and in earlier reports, and is no longer asked for.</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Since when</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Data have come in after all</source>
        <translation>Data have come in after all</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>All entered: go on to propose</source>
        <translation>All entered: go on to propose</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>Next (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
    <message>
        <source>Add to the register</source>
        <translation>Add to the register</translation>
    </message>
    <message>
        <source>Add: {kind}</source>
        <translation>Add: {kind}</translation>
    </message>
    <message>
        <source>Propose to: {head}</source>
        <translation>Propose to: {head}</translation>
    </message>
    <message>
        <source>State and history</source>
        <translation>State and history</translation>
    </message>
    <message>
        <source>Moo {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>{tambon} subdistrict</source>
        <translation>{tambon} subdistrict</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <source>Returned by {name} on {at}</source>
        <translation>Returned by {name} on {at}</translation>
    </message>
    <message>
        <source>No data received yet… (F7)</source>
        <translation>No data received yet… (F7)</translation>
    </message>
    <message>
        <source>End this entry… (F10)</source>
        <translation>End this entry… (F10)</translation>
    </message>
    <message>
        <source>Confirm, next (F8)</source>
        <translation>Confirm, next (F8)</translation>
    </message>
    <message>
        <source>{n} times last period's</source>
        <translation>{n} times last period's</translation>
    </message>
    <message>
        <source>{n} from last period</source>
        <translation>{n} from last period</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>Next comment</translation>
    </message>
    <message>
        <source>Comments: {n}</source>
        <translation>Comments: {n}</translation>
    </message>
</context>
<context>
    <name>EntryScreen</name>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nothing is open</translation>
    </message>
    <message>
        <source>Choose an entry from the list.</source>
        <translation>Choose an entry from the list.</translation>
    </message>
    <message>
        <source>Register ({n})</source>
        <translation>Register ({n})</translation>
    </message>
    <message>
        <source>This period ({n})</source>
        <translation>Period ({n})</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Is this meant? Press to take it</source>
        <translation>Is this meant? Press to take it</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Add a row</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Central has received the photos</source>
        <translation>Central has received the photos</translation>
    </message>
    <message>
        <source>Not on this machine yet</source>
        <translation>Not on this machine yet</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Choose a photo…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>{name} is no picture this program can read</source>
        <translation>{name} is no picture this program can read</translation>
    </message>
    <message>
        <source>Preparing the photo…</source>
        <translation>Preparing the photo…</translation>
    </message>
    <message>
        <source>Photos not sent yet</source>
        <translation>Photos not sent yet</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Choose a photo</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard</source>
        <translation>There is no picture on the clipboard</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>This period has not begun. Entry is possible from {date}.</source>
        <translation>This period has not begun. Entry is possible from {date}.</translation>
    </message>
    <message>
        <source>This period has not begun yet.</source>
        <translation>This period has not begun yet.</translation>
    </message>
    <message>
        <source>The report has been proposed and waits for the head. To change something, take it back first.</source>
        <translation>The report has been proposed and waits for the head. To change something, take it back first.</translation>
    </message>
    <message>
        <source>The report has been certified. Only the head can re-open it, as long as central has not received it.</source>
        <translation>The report has been certified. Only the head can re-open it, as long as central has not received it.</translation>
    </message>
    <message>
        <source>The province has accepted the report. It can be changed after the province has returned it.</source>
        <translation>The province has accepted the report. It can be changed after the province has returned it.</translation>
    </message>
    <message>
        <source>The report has been approved. It can be changed after the province has returned it.</source>
        <translation>The report has been approved. It can be changed after the province has returned it.</translation>
    </message>
    <message>
        <source>This entry belongs to another office. You can only look at it.</source>
        <translation>This entry belongs to another office. You can only look at it.</translation>
    </message>
    <message>
        <source>Your role only looks at entries. An officer of this office enters them.</source>
        <translation>Your role only looks at entries. An officer of this office enters them.</translation>
    </message>
    <message>
        <source>This entry was made with a newer form. Update the program to edit it; nothing is lost.</source>
        <translation>This entry was made with a newer form. Update the program to edit it; nothing is lost.</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Last: {value}</source>
        <translation>Last: {value}</translation>
    </message>
    <message>
        <source>Answer to {name}, if you like</source>
        <translation>Answer to {name}, if you like</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>New entry</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>Saved in this machine {when}</source>
        <translation>Saved in this machine {when}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>No data received yet: {reason}</source>
        <translation>No data received yet: {reason}</translation>
    </message>
    <message>
        <source>Ended in this round: {reason}</source>
        <translation>Ended in this round: {reason}</translation>
    </message>
    <message>
        <source>{n} to correct</source>
        <translation>{n} to correct</translation>
    </message>
    <message>
        <source>{n} to explain</source>
        <translation>{n} to explain</translation>
    </message>
    <message>
        <source>{n} left to fill in</source>
        <translation>{n} left to fill in</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>WorklistPanel</name>
    <message>
        <source>{done} of {all} entries</source>
        <translation>{done} of {all} entries</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Search (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Enter the next</source>
        <translation>Enter the next</translation>
    </message>
    <message>
        <source>All entered: go on to propose</source>
        <translation>All entered: go on to propose</translation>
    </message>
    <message>
        <source>See comments</source>
        <translation>See comments</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Central has received the files</source>
        <translation>Central has received the files</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Attach a file…</translation>
    </message>
    <message>
        <source>Any kind of file up to {n} MB, kept as it is.</source>
        <translation>Any kind of file up to {n} MB, kept as it is.</translation>
    </message>
    <message>
        <source>Files not sent yet</source>
        <translation>Files not sent yet</translation>
    </message>
    <message>
        <source>Keeping the file…</source>
        <translation>Keeping the file…</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>File {n}</source>
        <translation>File {n}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
</context>
<context>
    <name>RoundBar</name>
    <message>
        <source>Confirm the {n} selected</source>
        <translation>Confirm the {n} selected</translation>
    </message>
    <message>
        <source>Confirm all {n} unchanged</source>
        <translation>Confirm all {n} unchanged</translation>
    </message>
</context>
<context>
    <name>RoundKeys</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>F8 confirm · F9 change · F10 end</source>
        <translation>F8 confirm · F9 change · F10 end</translation>
    </message>
    <message>
        <source>F7 no data yet · Ctrl+Enter next</source>
        <translation>F7 no data yet · Ctrl+Enter next</translation>
    </message>
    <message>
        <source>Confirm {n} entries?</source>
        <translation>Confirm {n} entries?</translation>
    </message>
    <message>
        <source>Nothing was changed in them. Those with something to correct or to explain are left for you.</source>
        <translation>Nothing was changed in them. Those with something to correct or to explain are left for you.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>{n} entries confirmed.</source>
        <translation>{n} entries confirmed.</translation>
    </message>
    <message>
        <source>{n} are left, with something to correct or to explain.</source>
        <translation>{n} are left, with something to correct or to explain.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>History of “{name}”</source>
        <translation>History of “{name}”</translation>
    </message>
    <message>
        <source>Using a value again is a change like any other: it is saved, sent and can be undone.</source>
        <translation>Using a value again is a change like any other: it is saved, sent and can be undone.</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Nothing was changed yet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The entry was deleted</source>
        <translation>The entry was deleted</translation>
    </message>
    <message>
        <source>Use the old value</source>
        <translation>Use the old value</translation>
    </message>
    <message>
        <source>Use “{value}” again for {field}</source>
        <translation>Use “{value}” again for {field}</translation>
    </message>
    <message>
        <source>another machine, through central</source>
        <translation>another machine, through central</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>waits to be sent</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>not a value: {text}</source>
        <translation>not a value: {text}</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>a row</translation>
    </message>
    <message>
        <source>{n} attached</source>
        <translation>{n} attached</translation>
    </message>
    <message>
        <source>Mark of the round</source>
        <translation>Mark of the round</translation>
    </message>
    <message>
        <source>Reason of the mark</source>
        <translation>Reason of the mark</translation>
    </message>
    <message>
        <source>Reason: {rule}</source>
        <translation>Reason: {rule}</translation>
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
        <source>no data received yet</source>
        <translation>no data received yet</translation>
    </message>
    <message>
        <source>Kept from the former form: {field}</source>
        <translation>Kept from the former form: {field}</translation>
    </message>
</context>
<context>
    <name>TwinBanner</name>
    <message>
        <source>Compare…</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>Kept beside “{name}”: {reason}</source>
        <translation>Kept beside “{name}”: {reason}</translation>
    </message>
    <message>
        <source>an entry without a name</source>
        <translation>an entry without a name</translation>
    </message>
    <message>
        <source>There is an entry like this already: “{name}”</source>
        <translation>There is an entry like this already: “{name}”</translation>
    </message>
</context>
<context>
    <name>DuplicateDialog</name>
    <message>
        <source>The same entry twice?</source>
        <translation>The same entry twice?</translation>
    </message>
    <message>
        <source>Is this one and the same?</source>
        <translation>Is this one and the same?</translation>
    </message>
    <message>
        <source>Choose which entry stays; where they differ, press the value that is right. What refers to the other one follows. You can undo it.</source>
        <translation>Choose which entry stays; where they differ, press the value that is right. What refers to the other one follows. You can undo it.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Keep both…</source>
        <translation>Keep both…</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Make them one</translation>
    </message>
    <message>
        <source>central has it</source>
        <translation>central has it</translation>
    </message>
    <message>
        <source>on this machine only</source>
        <translation>on this machine only</translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation>This one stays</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <source>{n} attached</source>
        <translation>{n} attached</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>The two entries are one now.</source>
        <translation>The two entries are one now.</translation>
    </message>
    <message>
        <source>{n} records in locked reports keep naming the other one.</source>
        <translation>{n} records in locked reports keep naming the other one.</translation>
    </message>
    <message>
        <source>Keep both entries</source>
        <translation>Keep both entries</translation>
    </message>
    <message>
        <source>Why are “{name}” and the other one two different things?</source>
        <translation>Why are “{name}” and the other one two different things?</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Keep both</translation>
    </message>
</context>
<context>
    <name>MovedNote</name>
    <message>
        <source>Kept from the former form, which had a box for it:</source>
        <translation>Kept from the former form, which had a box for it:</translation>
    </message>
    <message>
        <source>The form has come in a newer version (from {before} to {after}). Look the entry over.</source>
        <translation>The form has come in a newer version (from {before} to {after}). Look the entry over.</translation>
    </message>
    <message>
        <source>· {old}, now {new}</source>
        <translation>· {old}, now {new}</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>An office of this level has no entries of this kind. There is nothing to fill in here.</source>
        <translation>An office of this level has no entries of this kind. There is nothing to fill in here.</translation>
    </message>
</context>
</TS>
