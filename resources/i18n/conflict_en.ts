<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BulkDialog</name>
    <message>
        <source>Keep this machine&apos;s values in {n} entries?</source>
        <translation>Keep this machine&apos;s values in {n} entries?</translation>
    </message>
    <message>
        <source>Take central&apos;s values in {n} entries?</source>
        <translation>Take central&apos;s values in {n} entries?</translation>
    </message>
    <message>
        <source>On the left what stays, on the right what gives way and goes into the history.</source>
        <translation>On the left what stays, on the right what gives way and goes into the history.</translation>
    </message>
    <message>
        <source>Deletions are decided one by one: {n} remain.</source>
        <translation>Deletions are decided one by one: {n} remain.</translation>
    </message>
    <message>
        <source>Yes, in {n} entries</source>
        <translation>Yes, in {n} entries</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConflictScreen</name>
    <message>
        <source>Back to sending</source>
        <translation>Back to sending</translation>
    </message>
    <message>
        <source>This machine&apos;s for all…</source>
        <translation>This machine&apos;s for all…</translation>
    </message>
    <message>
        <source>Central&apos;s for all…</source>
        <translation>Central&apos;s for all…</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Changed on both sides</translation>
    </message>
    <message>
        <source>Use the other values after all</source>
        <translation>Use the other values after all</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nothing to decide</translation>
    </message>
    <message>
        <source>What both sides changed is settled.</source>
        <translation>What both sides changed is settled.</translation>
    </message>
    <message>
        <source>Entries changed on both sides</source>
        <translation>Entries changed on both sides</translation>
    </message>
    <message>
        <source>deleted and edited</source>
        <translation>deleted and edited</translation>
    </message>
    <message>
        <source>ended and confirmed</source>
        <translation>ended and confirmed</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <translation>{n} to choose</translation>
    </message>
    <message>
        <source>Changed on both sides: {fields} to choose in {entries} entries</source>
        <translation>Changed on both sides: {fields} to choose in {entries} entries</translation>
    </message>
    <message>
        <source>Two machines of the office changed the same entry before they heard of each other.</source>
        <translation>Two machines of the office changed the same entry before they heard of each other.</translation>
    </message>
    <message>
        <source>The entry was deleted here while another machine of the office went on editing it. It stays until you decide.</source>
        <translation>The entry was deleted here while another machine of the office went on editing it. It stays until you decide.</translation>
    </message>
    <message>
        <source>One machine ended this entry, the other confirmed that it goes on. Reason, state and day go with what you choose.</source>
        <translation>One machine ended this entry, the other confirmed that it goes on. Reason, state and day go with what you choose.</translation>
    </message>
    <message>
        <source>Choose which value holds in each line, or write another one.</source>
        <translation>Choose which value holds in each line, or write another one.</translation>
    </message>
    <message>
        <source>Entry {n} of {all}</source>
        <translation>Entry {n} of {all}</translation>
    </message>
    <message>
        <source>{n} still to choose</source>
        <translation>{n} still to choose</translation>
    </message>
    <message>
        <source>all chosen</source>
        <translation>all chosen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Decided for {n} entries. It is sent with the next contact.</source>
        <translation>Decided for {n} entries. It is sent with the next contact.</translation>
    </message>
    <message>
        <source>Decided. It is sent with the next contact.</source>
        <translation>Decided. It is sent with the next contact.</translation>
    </message>
    <message>
        <source>The other values are in use again. They are sent with the next contact.</source>
        <translation>The other values are in use again. They are sent with the next contact.</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>The value that is not chosen is not lost: it stays in the history of the entry.</source>
        <translation>The value that is not chosen is not lost: it stays in the history of the entry.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>before either change</source>
        <translation>before either change</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Another value…</translation>
    </message>
    <message>
        <source>Another value for {field}</source>
        <translation>Another value for {field}</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Another value</translation>
    </message>
    <message>
        <source>from this machine</source>
        <translation>from this machine</translation>
    </message>
    <message>
        <source>from central</source>
        <translation>from central</translation>
    </message>
    <message>
        <source>Merged already: {n} fields</source>
        <translation>Merged already: {n} fields</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nothing to do</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>This is not a value for the field. Correct it, or choose one of the two.</source>
        <translation>This is not a value for the field. Correct it, or choose one of the two.</translation>
    </message>
</context>
<context>
    <name>DeletionSheet</name>
    <message>
        <source>Keep the entry, with what was entered on the other machine</source>
        <translation>Keep the entry, with what was entered on the other machine</translation>
    </message>
    <message>
        <source>Keep the entry</source>
        <translation>Keep the entry</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Delete it all the same</translation>
    </message>
    <message>
        <source>Entered on the other machine</source>
        <translation>Entered on the other machine</translation>
    </message>
</context>
</TS>
