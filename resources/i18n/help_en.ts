<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>F1 opens the page of the screen you are on.</source>
        <translation>F1 opens the page of the screen you are on.</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Pages of the help</translation>
    </message>
    <message>
        <source>No page says this. Try a shorter word.</source>
        <translation>No page says this. Try a shorter word.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Guide me through a report</source>
        <translation>Guide me through a report</translation>
    </message>
</context>
</TS>
