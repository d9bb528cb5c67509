<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DaysPage</name>
    <message>
        <source>Calendar year</source>
        <translation>Calendar year</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>Name of the holiday</translation>
    </message>
    <message>
        <source>central</source>
        <translation>central</translation>
    </message>
    <message>
        <source>the program's list</source>
        <translation>the program's list</translation>
    </message>
    <message>
        <source>this office</source>
        <translation>this office</translation>
    </message>
    <message>
        <source>What this office adds counts at once, on this machine.</source>
        <translation>What this office adds counts at once, on this machine.</translation>
    </message>
    <message>
        <source>No holidays are published for this year yet: weekends count, and what is added here.</source>
        <translation>No holidays are published for this year yet: weekends count, and what is added here.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>Named by</translation>
    </message>
    <message>
        <source>Date of the holiday</source>
        <translation>Date of the holiday</translation>
    </message>
    <message>
        <source>No holidays of this year yet. Type one below, or read a file.</source>
        <translation>No holidays of this year yet. Type one below, or read a file.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Entries of the list</source>
        <translation>Entries of the list</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>What stands there</translation>
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
        <source>Lines of the file</source>
        <translation>Lines of the file</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
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
</context>
<context>
    <name>ListsScreen</name>
    <message>
        <source>Holidays and villages</source>
        <translation>Holidays and villages</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>Read a file…</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>Write a file…</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>Read a list</source>
        <translation>Read a list</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>holidays</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>villages</translation>
    </message>
    <message>
        <source>Write the list</source>
        <translation>Write the list</translation>
    </message>
</context>
<context>
    <name>VillagesPage</name>
    <message>
        <source>Moo</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Moo (0 for a community in a municipality)</source>
        <translation>Moo (0 for a community in a municipality)</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>Subdistrict</translation>
    </message>
    <message>
        <source>Village name</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>{n} villages here, {all} in the office's list. Forms offer them; nothing is forced.</source>
        <translation>{n} villages here, {all} in the office's list. Forms offer them; nothing is forced.</translation>
    </message>
    <message>
        <source>No village of this subdistrict is in the list yet. Type one below, or read a file.</source>
        <translation>No village of this subdistrict is in the list yet. Type one below, or read a file.</translation>
    </message>
</context>
</TS>
