<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>QueueModel</name>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>Received reports that wait for you. What is out of the ordinary stands first.</source>
        <translation>Received reports that wait for you. What is out of the ordinary stands first.</translation>
    </message>
    <message>
        <source>Accept chosen</source>
        <translation>Accept chosen</translation>
    </message>
    <message>
        <source>Accept chosen ({n})</source>
        <translation>Accept chosen ({n})</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>Back to the dashboard</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>Reports to review</translation>
    </message>
    <message>
        <source>Choose all with nothing to look at</source>
        <translation>Choose all with nothing to look at</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>Reports appear here when they have been received.</source>
        <translation>Reports appear here when they have been received.</translation>
    </message>
    <message>
        <source>Office or dataset</source>
        <translation>Office or dataset</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>Find in the queue</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} reports</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Accept {n} reports</source>
        <translation>Accept {n} reports</translation>
    </message>
    <message>
        <source>{n} of them hold something to look at.</source>
        <translation>{n} of them hold something to look at.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Accept all</translation>
    </message>
    <message>
        <source>{n} reports were accepted. They travel with the next contact.</source>
        <translation>{n} reports were accepted. They travel with the next contact.</translation>
    </message>
    <message>
        <source>{n} had been moved by somebody else and were left alone.</source>
        <translation>{n} had been moved by somebody else and were left alone.</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Reports that wait</source>
        <translation>Reports that wait</translation>
    </message>
</context>
</TS>
