<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Arranger</name>
        <message>
            <source>So many rows cannot be sorted by a calculated column</source>
            <translation>So many rows cannot be sorted by a calculated column</translation>
        </message>
    </context>
    <context>
        <name>Grid</name>
        <message>
            <source>(an entry of another office)</source>
            <translation>(an entry of another office)</translation>
        </message>
        <message>
            <source>Village</source>
            <translation>Village</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>{fit} cells fit, {misfit} do not. These stay as they are:</source>
            <translation>{fit} cells fit, {misfit} do not. These stay as they are:</translation>
        </message>
        <message>
            <source>Not everything fits</source>
            <translation>Not everything fits</translation>
        </message>
        <message>
            <source>Paste what fits</source>
            <translation>Paste what fits</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Row {n}</source>
            <translation>Row {n}</translation>
        </message>
        <message>
            <source>beyond the table</source>
            <translation>beyond the table</translation>
        </message>
        <message>
            <source>cannot be changed now</source>
            <translation>cannot be changed now</translation>
        </message>
        <message>
            <source>could mean more than one thing: type it in the cell</source>
            <translation>could mean more than one thing: type it in the cell</translation>
        </message>
        <message>
            <source>Type here to add an entry</source>
            <translation>Type here to add an entry</translation>
        </message>
        <message>
            <source>to be filled in</source>
            <translation>to be filled in</translation>
        </message>
        <message>
            <source>calculated by the program</source>
            <translation>calculated by the program</translation>
        </message>
        <message>
            <source>not asked for this entry</source>
            <translation>not asked for this entry</translation>
        </message>
        <message>
            <source>a table of its own: edit it in the form</source>
            <translation>a table of its own: edit it in the form</translation>
        </message>
        <message>
            <source>given by the system when central has received it</source>
            <translation>given by the system when central has received it</translation>
        </message>
        <message>
            <source>attached in the form</source>
            <translation>attached in the form</translation>
        </message>
        <message>
            <source>comes from the register</source>
            <translation>comes from the register</translation>
        </message>
        <message>
            <source>last period {value}</source>
            <translation>last period {value}</translation>
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
            <source>Saved {when}</source>
            <translation>Saved {when}</translation>
        </message>
        <message>
            <source>no data received yet: {reason} (Ctrl+F7 takes it back)</source>
            <translation>no data received yet: {reason} (Ctrl+F7 takes it back)</translation>
        </message>
        <message>
            <source>No data received yet</source>
            <translation>No data received yet</translation>
        </message>
        <message>
            <source>Why are there no data of the chosen rows ({n}) for this period? The reason is part of the report.</source>
            <translation>Why are there no data of the chosen rows ({n}) for this period? The reason is part of the report.</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Mark</translation>
        </message>
    </context>
    <context>
        <name>GridFoot</name>
        <message>
            <source>Entered twice? Compare (Ctrl+M)</source>
            <translation>Entered twice? Compare (Ctrl+M)</translation>
        </message>
        <message>
            <source>Write the reason here (Ctrl+E)</source>
            <translation>Write the reason here (Ctrl+E)</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Go to the next cell to correct or explain (F8)</source>
            <translation>Go to the next cell to correct or explain (F8)</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>GridScreen</name>
        <message>
            <source>Enter to the next blank (F7)</source>
            <translation>Enter to the next blank (F7)</translation>
        </message>
        <message>
            <source>Just type over it · Enter down · Tab right · Ctrl+D fills down · Ctrl+V pastes from Excel · F2 last period · Ctrl+Z back</source>
            <translation>Just type · Enter down · Tab right · Ctrl+D fills down · Ctrl+V pastes from Excel · F2 last period · Ctrl+Z back</translation>
        </message>
        <message>
            <source>Filter rows (Ctrl+F)</source>
            <translation>Filter rows (Ctrl+F)</translation>
        </message>
        <message>
            <source>{done} of {all} complete</source>
            <translation>{done} of {all} complete</translation>
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
            <source>{text} means</source>
            <translation>{text} means</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Table of entries</source>
            <translation>Table of entries</translation>
        </message>
    </context>
</TS>
