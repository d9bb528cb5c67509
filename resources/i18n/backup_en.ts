<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>A copy of everything on this machine, encrypted. It opens with the passwords of today.</source>
        <translation>A copy of everything on this machine, encrypted. It opens with the passwords of today.</translation>
    </message>
    <message>
        <source>This machine has never been backed up.</source>
        <translation>This machine has never been backed up.</translation>
    </message>
    <message>
        <source>Last checked backup {when}. Changes since then: {n}.</source>
        <translation>Last checked backup {when}. Changes since then: {n}.</translation>
    </message>
    <message>
        <source>Back up to {name}</source>
        <translation>Back up to {name}</translation>
    </message>
    <message>
        <source>On this machine only: no help when the machine is lost or broken.</source>
        <translation>On this machine only: no help when the machine is lost or broken.</translation>
    </message>
    <message>
        <source>Back up to the folder for backups</source>
        <translation>Back up to the folder for backups</translation>
    </message>
    <message>
        <source>Folder for this backup</source>
        <translation>Folder for this backup</translation>
    </message>
    <message>
        <source>The backup is made and checked</source>
        <translation>The backup is made and checked</translation>
    </message>
    <message>
        <source>Inside: {records} records, {unsent} changes not sent yet. You can take the stick out now.</source>
        <translation>Inside: {records} records, {unsent} changes not sent yet. You can take the stick out now.</translation>
    </message>
</context>
</TS>
