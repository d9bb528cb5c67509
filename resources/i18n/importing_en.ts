<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns of “{sheet}”</source>
        <translation>Columns of “{sheet}”</translation>
    </message>
    <message>
        <source>Each column goes where it says. What is chosen here is remembered for the next sheet.</source>
        <translation>Each column goes where it says. What is chosen here is remembered for the next sheet.</translation>
    </message>
    <message>
        <source>Years of two meanings</source>
        <translation>Years of two meanings</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>ask</translation>
    </message>
    <message>
        <source>Buddhist era</source>
        <translation>Buddhist era</translation>
    </message>
    <message>
        <source>common era</source>
        <translation>common era</translation>
    </message>
    <message>
        <source>Dates whose year could be of either era</source>
        <translation>Dates whose year could be of either era</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(left out)</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>spaces removed</source>
        <translation>spaces removed</translation>
    </message>
    <message>
        <source>invisible characters removed</source>
        <translation>invisible characters removed</translation>
    </message>
    <message>
        <source>เเ made แ</source>
        <translation>เเ made แ</translation>
    </message>
    <message>
        <source>ํา made ำ</source>
        <translation>ํา made ำ</translation>
    </message>
    <message>
        <source>vowels and tone marks put in order</source>
        <translation>vowels and tone marks put in order</translation>
    </message>
    <message>
        <source>Thai digits read</source>
        <translation>Thai digits read</translation>
    </message>
    <message>
        <source>text read as a number</source>
        <translation>text read as a number</translation>
    </message>
    <message>
        <source>year read in its era</source>
        <translation>year read in its era</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>the entry is here already and is updated</source>
        <translation>the entry is here already and is updated</translation>
    </message>
    <message>
        <source>saved, not complete yet</source>
        <translation>saved, not complete yet</translation>
    </message>
</context>
<context>
    <name>ImportingScreen</name>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Make a template</source>
        <translation>Make a template</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>Choose a workbook</translation>
    </message>
    <message>
        <source>For return</source>
        <translation>For return</translation>
    </message>
    <message>
        <source>For publishing</source>
        <translation>For publishing</translation>
    </message>
    <message>
        <source>1. Fill in with Excel</source>
        <translation>1. Fill in with Excel</translation>
    </message>
    <message>
        <source>A workbook with lists to choose from, notes, and last period&apos;s register filled in.</source>
        <translation>A workbook with lists to choose from, notes, and last period's register filled in.</translation>
    </message>
    <message>
        <source>2. Read a workbook in</source>
        <translation>2. Read a workbook in</translation>
    </message>
    <message>
        <source>The template, or any sheet with headings. You see what will happen before anything is written.</source>
        <translation>The template, or any sheet with headings. You see what will happen before anything is written.</translation>
    </message>
    <message>
        <source>3. Write out to Excel</source>
        <translation>3. Write out to Excel</translation>
    </message>
    <message>
        <source>For return: complete, with citizen IDs, audited. For publishing: masked, cannot be read back.</source>
        <translation>For return: complete, with citizen IDs, audited. For publishing: masked, cannot be read back.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Rows of the workbook</source>
        <translation>Rows of the workbook</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Another workbook</source>
        <translation>Another workbook</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>Save refused rows</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>published</source>
        <translation>published</translation>
    </message>
    <message>
        <source>Export for return</source>
        <translation>Export for return</translation>
    </message>
    <message>
        <source>The workbook will hold citizen IDs in full. Say why; it is written into the audit trail.</source>
        <translation>The workbook will hold citizen IDs in full. Say why; it is written into the audit trail.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>return</source>
        <translation>return</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>Writing the workbook…</translation>
    </message>
    <message>
        <source>Written: {file} ({n} entries)</source>
        <translation>Written: {file} ({n} entries)</translation>
    </message>
    <message>
        <source>Reading the workbook…</source>
        <translation>Reading the workbook…</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Checking every row…</translation>
    </message>
    <message>
        <source>Nothing is written yet. {n} rows will be written, {r} are refused.</source>
        <translation>Nothing is written yet. {n} rows will be written, {r} are refused.</translation>
    </message>
    <message>
        <source>Write {n} rows</source>
        <translation>Write {n} rows</translation>
    </message>
    <message>
        <source>Writing in one piece…</source>
        <translation>Writing in one piece…</translation>
    </message>
    <message>
        <source>{n} rows are written.</source>
        <translation>{n} rows are written.</translation>
    </message>
    <message>
        <source>{r} were refused: save them, mend them, and read them in again.</source>
        <translation>{r} were refused: save them, mend them, and read them in again.</translation>
    </message>
    <message>
        <source>Refused rows are in {file}, each with the reason in a comment.</source>
        <translation>Refused rows are in {file}, each with the reason in a comment.</translation>
    </message>
</context>
</TS>
