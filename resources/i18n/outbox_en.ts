<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ContactsCard</name>
    <message>
        <source>Journal of contacts</source>
        <translation>Journal of contacts</translation>
    </message>
    <message>
        <source>No contact with central yet</source>
        <translation>No contact with central yet</translation>
    </message>
</context>
<context>
    <name>EnrolAgainCard</name>
    <message>
        <source>This machine needs a new enrolment file</source>
        <translation>This machine needs a new enrolment file</translation>
    </message>
    <message>
        <source>Central does not know this machine any more. Everything you entered is still here. Ask central&apos;s administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</source>
        <translation>Central does not know this machine any more. Everything you entered is still here. Ask central&apos;s administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</translation>
    </message>
    <message>
        <source>Choose the new enrolment file…</source>
        <translation>Choose the new enrolment file…</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>Enrolment files</source>
        <translation>Enrolment files</translation>
    </message>
    <message>
        <source>Enrolment file</source>
        <translation>Enrolment file</translation>
    </message>
    <message>
        <source>The key by which central knows this machine is not in the vault of this Windows account any more. Everything you entered is still here. Ask central's administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</source>
        <translation>The key by which central knows this machine is not in the vault of this Windows account any more. Everything you entered is still here. Ask central's administrator for a new enrolment file for your office, then choose it here: the machine sends what waits.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Central has received {n} photos and files</source>
        <translation>Central has received {n} photos and files</translation>
    </message>
    <message>
        <source>In touch with central; nothing new on either side</source>
        <translation>In touch with central; nothing new on either side</translation>
    </message>
    <message>
        <source>Sent {sent} changes, received {received} items</source>
        <translation>Sent {sent} changes, received {received} items</translation>
    </message>
    <message>
        <source>Stopped as asked; {sent} changes were answered, {left} wait</source>
        <translation>Stopped as asked; {sent} changes were answered, {left} wait</translation>
    </message>
    <message>
        <source>{sentence} ({n} times in a row)</source>
        <translation>{sentence} ({n} times in a row)</translation>
    </message>
    <message>
        <source>{sentence} Before that central had answered {n} changes.</source>
        <translation>{sentence} Before that central had answered {n} changes.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Deleted here, but another machine went on editing; they are back: {entries}</source>
        <translation>Deleted here, but another machine went on editing; they are back: {entries}</translation>
    </message>
    <message>
        <source>Merged by itself, nothing to do: {entries}</source>
        <translation>Merged by itself, nothing to do: {entries}</translation>
    </message>
    <message>
        <source>another machine</source>
        <translation>another machine</translation>
    </message>
    <message>
        <source>{who} had deleted it, and it is back</source>
        <translation>{who} had deleted it, and it is back</translation>
    </message>
    <message>
        <source>{who} entered {fields}</source>
        <translation>{who} entered {fields}</translation>
    </message>
    <message>
        <source>State of the entry in the round</source>
        <translation>State of the entry in the round</translation>
    </message>
    <message>
        <source>Reason for that state</source>
        <translation>Reason for that state</translation>
    </message>
    <message>
        <source>Reason given for a warning</source>
        <translation>Reason given for a warning</translation>
    </message>
    <message>
        <source>checked, the same</source>
        <translation>checked, the same</translation>
    </message>
    <message>
        <source>checked, a difference was mended</source>
        <translation>checked, a difference was mended</translation>
    </message>
    <message>
        <source>checked, still different; it is looked at again at the next contact</source>
        <translation>checked, still different; it is looked at again at the next contact</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Every change is kept in this machine first. Green only when central has given a receipt.</source>
        <translation>Every change is kept in this machine first. Green only when central has given a receipt.</translation>
    </message>
    <message>
        <source>Send data</source>
        <translation>Send data</translation>
    </message>
    <message>
        <source>Send now ({n})</source>
        <translation>Send now ({n})</translation>
    </message>
    <message>
        <source>Check for news</source>
        <translation>Check for news</translation>
    </message>
    <message>
        <source>Nothing has been entered yet</source>
        <translation>Nothing has been entered yet</translation>
    </message>
    <message>
        <source>What you enter appears here with its way to central.</source>
        <translation>What you enter appears here with its way to central.</translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation>and {n} older ones</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Needs your decision</source>
        <translation>Needs your decision</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Concerns: {names}</source>
        <translation>Concerns: {names}</translation>
    </message>
    <message>
        <source>A person of the office</source>
        <translation>A person of the office</translation>
    </message>
    <message>
        <source>Not taken by central</source>
        <translation>Not taken by central</translation>
    </message>
    <message>
        <source>Nothing is lost; it waits for you.</source>
        <translation>Nothing is lost; it waits for you.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Entries changed on both sides: {n}</source>
        <translation>Entries changed on both sides: {n}</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <translation>{n} to choose</translation>
    </message>
    <message>
        <source>Returned meanwhile</source>
        <translation>Returned meanwhile</translation>
    </message>
    <message>
        <source>Open and correct</source>
        <translation>Open and correct</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message>
        <source>Nothing is sent from this machine yet</source>
        <translation>Nothing is sent from this machine yet</translation>
    </message>
    <message>
        <source>Go on working: everything is kept here. Before the first sending one thing has to be certain: the old machine is lost, broken or put away, and nobody enters anything there any more.</source>
        <translation>Go on working: everything is kept here. Before the first sending one thing has to be certain: the old machine is lost, broken or put away, and nobody enters anything there any more.</translation>
    </message>
    <message>
        <source>The old machine is not used any more…</source>
        <translation>The old machine is not used any more…</translation>
    </message>
    <message>
        <source>This machine works with the backup of {when}. What was entered on the old machine after that is not here, unless central has it: then it comes with the first contact.</source>
        <translation>This machine works with the backup of {when}. What was entered on the old machine after that is not here, unless central has it: then it comes with the first contact.</translation>
    </message>
    <message>
        <source>Send from this machine from now on?</source>
        <translation>Send from this machine from now on?</translation>
    </message>
    <message>
        <source>The old machine must not be used any more. If it is found again, do not enter anything there; ask central for a new enrolment file for it. If both were used after all, central notices it, nothing is lost, and it asks you where the two differ.</source>
        <translation>The old machine must not be used any more. If it is found again, do not enter anything there; ask central for a new enrolment file for it. If both were used after all, central notices it, nothing is lost, and it asks you where the two differ.</translation>
    </message>
    <message>
        <source>Not used any more, send from here</source>
        <translation>Not used any more, send from here</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Sending photos and files, {n} of {total}</source>
        <translation>Sending photos and files, {n} of {total}</translation>
    </message>
    <message>
        <source>They go by themselves in pieces, but not over a line paid by volume.</source>
        <translation>They go by themselves in pieces, but not over a line paid by volume.</translation>
    </message>
    <message>
        <source>Central has received all entries.</source>
        <translation>Central has received all entries.</translation>
    </message>
    <message>
        <source>Photos and files waiting to be sent: {n}.</source>
        <translation>Photos and files waiting to be sent: {n}.</translation>
    </message>
    <message>
        <source>Central did not accept this machine</source>
        <translation>Central did not accept this machine</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>The proxy asks for a sign-in</translation>
    </message>
    <message>
        <source>The proxy in the settings is not valid</source>
        <translation>The proxy in the settings is not valid</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>If the line drops, nothing is lost; sending goes on from where it stopped.</source>
        <translation>If the line drops, nothing is lost; sending goes on from where it stopped.</translation>
    </message>
    <message>
        <source>Contacting central</source>
        <translation>Contacting central</translation>
    </message>
    <message>
        <source>{n} items received so far</source>
        <translation>{n} items received so far</translation>
    </message>
    <message>
        <source>Receiving from central</source>
        <translation>Receiving from central</translation>
    </message>
    <message>
        <source>Waiting in this machine: {n}.</source>
        <translation>Waiting in this machine: {n}.</translation>
    </message>
    <message>
        <source>Changes waiting to be sent: {n}</source>
        <translation>Changes waiting to be sent: {n}</translation>
    </message>
    <message>
        <source>Everything is in this machine and goes by itself when there is a line.</source>
        <translation>Everything is in this machine and goes by itself when there is a line.</translation>
    </message>
    <message>
        <source>Entries concerned: {n}.</source>
        <translation>Entries concerned: {n}.</translation>
    </message>
    <message>
        <source>Next attempt at {time}.</source>
        <translation>Next attempt at {time}.</translation>
    </message>
    <message>
        <source>Central has answered {sent} of {total} changes</source>
        <translation>Central has answered {sent} of {total} changes</translation>
    </message>
    <message>
        <source>the first answer will tell how long the rest takes</source>
        <translation>the first answer will tell how long the rest takes</translation>
    </message>
    <message>
        <source>if the line drops, sending goes on from the batch under way; nothing is lost</source>
        <translation>if the line drops, sending goes on from the batch under way; nothing is lost</translation>
    </message>
    <message>
        <source>Sending, batch {batch} of about {batches}</source>
        <translation>Sending, batch {batch} of about {batches}</translation>
    </message>
    <message>
        <source>less than a minute left on this line</source>
        <translation>less than a minute left on this line</translation>
    </message>
    <message>
        <source>about {n} minutes left on this line</source>
        <translation>about {n} minutes left on this line</translation>
    </message>
    <message>
        <source>about {n} hours left on this line</source>
        <translation>about {n} hours left on this line</translation>
    </message>
    <message>
        <source>Did not go through</source>
        <translation>Did not go through</translation>
    </message>
    <message>
        <source>Central was not reached</source>
        <translation>Central was not reached</translation>
    </message>
    <message>
        <source>This network wants a sign-in first</source>
        <translation>This network wants a sign-in first</translation>
    </message>
    <message>
        <source>Less than a minute, as the line was last.</source>
        <translation>Less than a minute, as the line was last.</translation>
    </message>
    <message>
        <source>About {n} minutes, as the line was last.</source>
        <translation>About {n} minutes, as the line was last.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Everything you enter is kept in this machine first and then sent.</source>
        <translation>Everything you enter is kept in this machine first and then sent.</translation>
    </message>
    <message>
        <source>No contact with central yet</source>
        <translation>No contact with central yet</translation>
    </message>
    <message>
        <source>Last contact {at}</source>
        <translation>Last contact {at}</translation>
    </message>
    <message>
        <source>Sent, except what needs your decision</source>
        <translation>Sent, except what needs your decision</translation>
    </message>
    <message>
        <source>Central has received everything</source>
        <translation>Central has received everything</translation>
    </message>
    <message>
        <source>Receipt kept</source>
        <translation>Receipt kept</translation>
    </message>
    <message>
        <source>Central is not ready to receive</source>
        <translation>Central is not ready to receive</translation>
    </message>
    <message>
        <source>The line dropped on the way</source>
        <translation>The line dropped on the way</translation>
    </message>
    <message>
        <source>Central was reached, but this machine&apos;s data were copied</source>
        <translation>Central was reached, but this machine&apos;s data were copied</translation>
    </message>
    <message>
        <source>Sending was broken off by a mistake of the program</source>
        <translation>Sending was broken off by a mistake of the program</translation>
    </message>
    <message>
        <source>Central was reached, but the contact did not come to its end</source>
        <translation>Central was reached, but the contact did not come to its end</translation>
    </message>
    <message>
        <source>Waiting until you confirm that the old machine is not used any more</source>
        <translation>Waiting until you confirm that the old machine is not used any more</translation>
    </message>
    <message>
        <source>Changes on USB, awaiting the receipt: {n}</source>
        <translation>Changes on USB, awaiting the receipt: {n}</translation>
    </message>
    <message>
        <source>Open the receipt here when the stick is back. With a line they go by themselves as well.</source>
        <translation>Open the receipt here when the stick is back. With a line they go by themselves as well.</translation>
    </message>
    <message>
        <source>On USB</source>
        <translation>On USB</translation>
    </message>
    <message>
        <source>On USB already: {n}.</source>
        <translation>On USB already: {n}.</translation>
    </message>
    <message>
        <source>line about {n} kbit/s</source>
        <translation>line about {n} kbit/s</translation>
    </message>
    <message>
        <source>line about {n} Mbit/s</source>
        <translation>line about {n} Mbit/s</translation>
    </message>
    <message>
        <source>The entries have arrived</source>
        <translation>The entries have arrived</translation>
    </message>
    <message>
        <source>if the line drops, photos go on from where they stopped</source>
        <translation>if the line drops, photos go on from where they stopped</translation>
    </message>
    <message>
        <source>About {n} hours, as the line was last.</source>
        <translation>About {n} hours, as the line was last.</translation>
    </message>
    <message>
        <source>This line is paid by volume, so entries wait for another one. Press Send now to use it all the same; the settings allow it for good.</source>
        <translation>This line is paid by volume, so entries wait for another one. Press Send now to use it all the same; the settings allow it for good.</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>This machine's clock is {span} ahead of central's.</source>
        <translation>This machine's clock is {span} ahead of central's.</translation>
    </message>
    <message>
        <source>This machine's clock is {span} behind central's.</source>
        <translation>This machine's clock is {span} behind central's.</translation>
    </message>
    <message>
        <source>Please set its date and time. Nothing is lost or refused for it, but it may not prove then that work was finished in time.</source>
        <translation>Please set its date and time. Nothing is lost or refused for it, but it may not prove then that work was finished in time.</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>on USB</source>
        <translation>on USB</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>waiting: {n}</source>
        <translation>waiting: {n}</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>not taken yet</translation>
    </message>
    <message>
        <source>draft kept at central</source>
        <translation>draft kept at central</translation>
    </message>
    <message>
        <source>Central received</source>
        <translation>Central received</translation>
    </message>
    <message>
        <source>{n} to decide</source>
        <translation>{n} to decide</translation>
    </message>
    <message>
        <source>Receipt {no}</source>
        <translation>Receipt {no}</translation>
    </message>
    <message>
        <source>awaiting receipt</source>
        <translation>awaiting receipt</translation>
    </message>
    <message>
        <source>being sent, {n} %</source>
        <translation>being sent, {n} %</translation>
    </message>
    <message>
        <source>to be sent again</source>
        <translation>to be sent again</translation>
    </message>
    <message>
        <source>earlier: {no}</source>
        <translation>earlier: {no}</translation>
    </message>
</context>
</TS>
