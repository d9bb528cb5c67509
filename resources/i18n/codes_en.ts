<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Codes</name>
    <message>
        <source>address-insecure</source>
        <translation>The address {address} of central is not encrypted (http), so nothing is sent to it. Use one that begins with https.</translation>
    </message>
    <message>
        <source>address-invalid</source>
        <translation>The address of central is not valid: {address}. Write it as https://central.example, or ask central for a new enrolment file.</translation>
    </message>
    <message>
        <source>address-needed</source>
        <translation>Say where the office reaches central: --address https://central.example, or {variable}.</translation>
    </message>
    <message>
        <source>anchor-signature</source>
        <translation>The answer is not signed by the central this machine is enrolled with, so nothing of it was taken. All data are here; tell central's administrator.</translation>
    </message>
    <message>
        <source>answer-unclear</source>
        <translation>Central's answer could not be understood, so nothing counts as sent. All data are here; the program tries again by itself.</translation>
    </message>
    <message>
        <source>area-outside</source>
        <translation>Unit {area} lies outside the area of this office; only its own area can be opened.</translation>
    </message>
    <message>
        <source>area-unknown</source>
        <translation>There is no such area. Please take one of the list.</translation>
    </message>
    <message>
        <source>attachment-unknown</source>
        <translation>The attachment cannot be read.</translation>
    </message>
    <message>
        <source>backup-damaged</source>
        <translation>The backup is damaged; nothing was changed. Use another backup.</translation>
    </message>
    <message>
        <source>backup-folder-gone</source>
        <translation>The USB stick or folder is gone; it was perhaps pulled out. The data on this machine are whole. Put the stick in and back up again.</translation>
    </message>
    <message>
        <source>backup-missing</source>
        <translation>There is no backup {path}. Check its name and folder.</translation>
    </message>
    <message>
        <source>backup-no-room</source>
        <translation>There is not enough room: {needed} MB are needed and {free} MB are free. Delete what is not needed there or choose another place, and back up again.</translation>
    </message>
    <message>
        <source>backup-not-proved</source>
        <translation>What was read back is not what was written, so this does not count as a backup. The stick may be faulty; use another one and back up again.</translation>
    </message>
    <message>
        <source>backup-unreadable</source>
        <translation>This file is not a backup of this program. Choose a .cddbackup file.</translation>
    </message>
    <message>
        <source>backup-unwritable</source>
        <translation>The backup cannot be written. Check the folder and the free space.</translation>
    </message>
    <message>
        <source>batch-reused</source>
        <translation>This batch id was used for other contents before; the device has to make a new batch.</translation>
    </message>
    <message>
        <source>blob-damaged</source>
        <translation>What came from central is not the photo or file that was attached, so it is not shown. Try again; if it stays so, tell central's administrator.</translation>
    </message>
    <message>
        <source>blob-hash</source>
        <translation>The photo or file that came is not the one that was sent, so it was not taken. The program sends it anew; it is still on the machine.</translation>
    </message>
    <message>
        <source>blob-offset</source>
        <translation>The piece does not join on to what central holds; go on from byte {offset}.</translation>
    </message>
    <message>
        <source>blob-quota</source>
        <translation>The office's photos and files fill the room central has for them. They are still on the machine; tell central's administrator.</translation>
    </message>
    <message>
        <source>blob-range</source>
        <translation>The photo or file does not reach that far.</translation>
    </message>
    <message>
        <source>blob-too-large</source>
        <translation>The photo or file is larger than the {largest} MB central takes.</translation>
    </message>
    <message>
        <source>blob-unknown</source>
        <translation>This photo or file has not reached central yet.</translation>
    </message>
    <message>
        <source>blob-unnamed</source>
        <translation>Central does not have the entry this photo or file belongs to yet. It follows by itself once the entry is there.</translation>
    </message>
    <message>
        <source>body-offset</source>
        <translation>The request does not go on where the last one ended; go on from byte {offset}.</translation>
    </message>
    <message>
        <source>body-stalled</source>
        <translation>The request stopped half way; nothing was stored. The program sends it again.</translation>
    </message>
    <message>
        <source>body-too-large</source>
        <translation>The request is too large.</translation>
    </message>
    <message>
        <source>body-unreadable</source>
        <translation>The request cannot be read.</translation>
    </message>
    <message>
        <source>boolean-unreadable</source>
        <translation>Answer yes or no.</translation>
    </message>
    <message>
        <source>cell-is-date</source>
        <translation>The cell holds a date, and its column none. Type the value anew as text.</translation>
    </message>
    <message>
        <source>cell-is-time</source>
        <translation>The cell holds a time. Type the value anew as text.</translation>
    </message>
    <message>
        <source>central-backup-damaged</source>
        <translation>The backup of central is damaged or not whole; nothing was restored. Use another one.</translation>
    </message>
    <message>
        <source>central-backup-newer</source>
        <translation>The backup was made by a newer program. Use the newer program.</translation>
    </message>
    <message>
        <source>central-begun</source>
        <translation>This central has an administrator already, so nothing was changed. Add people with cdd-central people add, give a new password with people password.</translation>
    </message>
    <message>
        <source>central-busy</source>
        <translation>Central is not ready to receive yet. The program tries again by itself; there is nothing to do.</translation>
    </message>
    <message>
        <source>central-error</source>
        <translation>Central failed; nothing was stored.</translation>
    </message>
    <message>
        <source>certification-missing</source>
        <translation>This certification came without its list. Certify again.</translation>
    </message>
    <message>
        <source>certification-unreadable</source>
        <translation>The certification's list cannot be read. Certify again.</translation>
    </message>
    <message>
        <source>change-too-large</source>
        <translation>This entry holds more than central can take. Shorten its texts or tables.</translation>
    </message>
    <message>
        <source>change-unreadable</source>
        <translation>Central cannot read this change. It is still here; update the program and send again.</translation>
    </message>
    <message>
        <source>choice-incomplete</source>
        <translation>Not every field has been chosen yet: {fields}.</translation>
    </message>
    <message>
        <source>choice-unknown</source>
        <translation>There is no such choice. Please take one of the list.</translation>
    </message>
    <message>
        <source>citizen-id-check</source>
        <translation>The citizen ID is not valid. Please check all 13 digits.</translation>
    </message>
    <message>
        <source>citizen-id-in-text</source>
        <translation>Citizen IDs do not belong in text. Please remove it.</translation>
    </message>
    <message>
        <source>citizen-id-length</source>
        <translation>A citizen ID has 13 digits.</translation>
    </message>
    <message>
        <source>citizen-id-masked</source>
        <translation>The citizen ID is masked. Type all 13 digits.</translation>
    </message>
    <message>
        <source>citizen-id-unreadable</source>
        <translation>A citizen id has 13 digits.</translation>
    </message>
    <message>
        <source>clock-off</source>
        <translation>The clock of this machine differs from central's. Set its date and time; sending and receiving go on as before.</translation>
    </message>
    <message>
        <source>code-expired</source>
        <translation>The enrolment code has expired; ask for a new file.</translation>
    </message>
    <message>
        <source>code-unknown</source>
        <translation>This enrolment code is not known.</translation>
    </message>
    <message>
        <source>code-used</source>
        <translation>This enrolment code was used by another device.</translation>
    </message>
    <message>
        <source>code-withdrawn</source>
        <translation>This enrolment code was withdrawn. Use the one of the latest letter, or ask central's administrator for a new one.</translation>
    </message>
    <message>
        <source>connection-lost</source>
        <translation>The connection was lost on the way. Nothing is lost; sending goes on by itself from where it stopped.</translation>
    </message>
    <message>
        <source>data-out-needed</source>
        <translation>Name the file to write with --out FILE.json.</translation>
    </message>
    <message>
        <source>database-address</source>
        <translation>The database address is not valid; give an SQLite file or postgresql://…</translation>
    </message>
    <message>
        <source>database-busy</source>
        <translation>Something else is using the database, a backup perhaps; nothing was changed. Run this again afterwards.</translation>
    </message>
    <message>
        <source>database-missing</source>
        <translation>There is no database {path}. Make it with cdd-central init, or name it with --database.</translation>
    </message>
    <message>
        <source>database-newer</source>
        <translation>The database belongs to a newer program; use the newer program.</translation>
    </message>
    <message>
        <source>database-not-ready</source>
        <translation>The database is not ready; run cdd-central init or migrate first.</translation>
    </message>
    <message>
        <source>database-unreachable</source>
        <translation>The database cannot be opened. Check its address or file, the folder's rights and the server.</translation>
    </message>
    <message>
        <source>dataset-not-reported</source>
        <translation>Units of this level do not report dataset {dataset}.</translation>
    </message>
    <message>
        <source>dataset-unknown</source>
        <translation>There is no dataset called {dataset}.</translation>
    </message>
    <message>
        <source>date-in-future</source>
        <translation>The date must not be after today.</translation>
    </message>
    <message>
        <source>date-invalid</source>
        <translation>There is no such day. Check the day and the month.</translation>
    </message>
    <message>
        <source>date-unreadable</source>
        <translation>This is no date. Type 20/9/2561 or 20 Sep 2561.</translation>
    </message>
    <message>
        <source>date-year</source>
        <translation>The year makes no sense. Type 4 digits of the Buddhist era, such as 2561.</translation>
    </message>
    <message>
        <source>day-is-central</source>
        <translation>Central has published this day, so it cannot be taken out. If it is wrong, tell central.</translation>
    </message>
    <message>
        <source>day-nameless</source>
        <translation>The line has no name for the day. Add one and read the file again.</translation>
    </message>
    <message>
        <source>day-repeats</source>
        <translation>This event repeats. Enter it as a day of each year.</translation>
    </message>
    <message>
        <source>day-unclear</source>
        <translation>The year could mean several days ({days}). Write it in full with พ.ศ. or ค.ศ.</translation>
    </message>
    <message>
        <source>day-unreadable</source>
        <translation>The date cannot be read. Write it as 13/4/2562.</translation>
    </message>
    <message>
        <source>definition-unknown</source>
        <translation>This machine has no version {version} of form {dataset}. Connect to central to get it.</translation>
    </message>
    <message>
        <source>definition-unreadable</source>
        <translation>The form definition cannot be read ({reason}). Ask central for the file again.</translation>
    </message>
    <message>
        <source>delegation-days</source>
        <translation>The last day of acting for the head must not lie before the first, nor in the past.</translation>
    </message>
    <message>
        <source>delegation-not-head</source>
        <translation>Only the head of the office can let somebody act for the head, or end that.</translation>
    </message>
    <message>
        <source>delegation-not-officer</source>
        <translation>Only an officer who works in this office can act for its head.</translation>
    </message>
    <message>
        <source>delegation-unknown</source>
        <translation>This delegation is not there, or has ended already.</translation>
    </message>
    <message>
        <source>demo-central-failed</source>
        <translation>The sample province's central did not start. See central.log in the demo's folder.</translation>
    </message>
    <message>
        <source>demo-data-failed</source>
        <translation>The sample province could not be made ({reason}). Try again with --reset.</translation>
    </message>
    <message>
        <source>demo-data-not-empty</source>
        <translation>This database holds data already; sample data go into an empty one only.</translation>
    </message>
    <message>
        <source>demo-enrolments-missing</source>
        <translation>There are no enrolment files in {folder}. Make them with cdd-central demo-data and name their folder with --enrolments.</translation>
    </message>
    <message>
        <source>demo-folder-foreign</source>
        <translation>The folder {folder} holds something else and was left alone. Choose an empty one with --folder.</translation>
    </message>
    <message>
        <source>demo-folder-newer</source>
        <translation>The sample province in {folder} is a newer program's and was left alone. Make it anew with --reset, or choose another folder with --folder.</translation>
    </message>
    <message>
        <source>demo-sync-failed</source>
        <translation>The sample data could not be fetched from central ({reason}). Try again with --reset.</translation>
    </message>
    <message>
        <source>device-cloned</source>
        <translation>Change {n} was seen with other contents: the device was copied or restored and needs a new identity.</translation>
    </message>
    <message>
        <source>device-key-missing</source>
        <translation>The key of this machine is not in the vault of this account any more: the system was set up anew, or the folder was copied from another account or machine. All data are here. Ask central's administrator for a new enrolment file and choose it on the sync screen.</translation>
    </message>
    <message>
        <source>device-not-here</source>
        <translation>There is no such machine. See the ids with cdd-central devices.</translation>
    </message>
    <message>
        <source>device-unknown</source>
        <translation>This device or its token is not known.</translation>
    </message>
    <message>
        <source>disk-full</source>
        <translation>The disk is full. Free some space and try again; what was saved is not lost.</translation>
    </message>
    <message>
        <source>duplicate-in-file</source>
        <translation>The same thing stands in row {row} of the sheet “{sheet}”. Keep one of them.</translation>
    </message>
    <message>
        <source>duplicate-in-store</source>
        <translation>It would become the same as the entry “{title}” that is here already.</translation>
    </message>
    <message>
        <source>duplicate-key</source>
        <translation>The office has this entry already, perhaps from another machine. Delete the double, or make its name or number differ.</translation>
    </message>
    <message>
        <source>duplicate-unclear</source>
        <translation>{count} entries here are this same thing. Merge them first.</translation>
    </message>
    <message>
        <source>edited-elsewhere</source>
        <translation>Another machine edited the entry that was deleted here, so it was not deleted. Choose to keep or delete it.</translation>
    </message>
    <message>
        <source>edits-merged</source>
        <translation>Two machines changed different fields of the same entries. {n} were merged; there is nothing to do.</translation>
    </message>
    <message>
        <source>encoding-unknown</source>
        <translation>Central does not have the dictionary the request was compressed with; the program sends it again without.</translation>
    </message>
    <message>
        <source>enrolment-addresses</source>
        <translation>The enrolment file names no address of central. Ask central for a new file.</translation>
    </message>
    <message>
        <source>enrolment-expired</source>
        <translation>This enrolment could be used until {expires_on}, and by this machine's clock today is {today}. If that is not today's date, set the machine's date and try again; if it is, ask central for a new file.</translation>
    </message>
    <message>
        <source>enrolment-newer</source>
        <translation>This enrolment file was made by a newer system. Update the program first.</translation>
    </message>
    <message>
        <source>enrolment-other-central</source>
        <translation>This enrolment file is of another central than the one this machine sends to. Nothing has changed; ask your own central's administrator for a file.</translation>
    </message>
    <message>
        <source>enrolment-other-office</source>
        <translation>This enrolment file is for another office ({unit}). Nothing has changed; ask central for a file for this office.</translation>
    </message>
    <message>
        <source>enrolment-people</source>
        <translation>The enrolment file names no people who can sign in. Ask central for a new file.</translation>
    </message>
    <message>
        <source>enrolment-signature</source>
        <translation>The enrolment file was altered or damaged. Ask central for a new one.</translation>
    </message>
    <message>
        <source>enrolment-unit</source>
        <translation>The enrolment file names an office that does not exist ({unit}). Tell central.</translation>
    </message>
    <message>
        <source>enrolment-unreadable</source>
        <translation>This file is not an enrolment file of this program (.cddenrol).</translation>
    </message>
    <message>
        <source>entity-unknown</source>
        <translation>Dataset {dataset} has no records called {entity}.</translation>
    </message>
    <message>
        <source>entry-back</source>
        <translation>Entries deleted here came back: {n}. Another machine went on editing them.</translation>
    </message>
    <message>
        <source>export-format</source>
        <translation>The name {name} has to end in .csv, .xlsx or .parquet.</translation>
    </message>
    <message>
        <source>export-needs-reason</source>
        <translation>Please give the reason for exporting personal data.</translation>
    </message>
    <message>
        <source>export-not-allowed</source>
        <translation>Your role may not export personal data. Use the file for publishing.</translation>
    </message>
    <message>
        <source>file-again</source>
        <translation>Central was restored after the stick had been written and has not taken what was on it ({name}). Nothing is lost: write onto the stick once more and carry it, or send when there is a line.</translation>
    </message>
    <message>
        <source>file-answered</source>
        <translation>Central has taken the file {name}. Its receipt lies on the stick; take it back to the district.</translation>
    </message>
    <message>
        <source>file-applied</source>
        <translation>Taken from central's file {name}: {received} receipts and news.</translation>
    </message>
    <message>
        <source>file-custody</source>
        <translation>The province holds the file and vouches for it ({name}). It has not reached central yet; the receipt follows.</translation>
    </message>
    <message>
        <source>file-damaged</source>
        <translation>The file is damaged or none of this program's; nothing was stored. Copy it again.</translation>
    </message>
    <message>
        <source>file-empty</source>
        <translation>This file is empty and was not attached.</translation>
    </message>
    <message>
        <source>file-gap</source>
        <translation>The news in the file {name} do not join on to what is here. Write a new file onto the stick, send it to central and open the receipt that comes back.</translation>
    </message>
    <message>
        <source>file-kept</source>
        <translation>The file {name} is kept here and not at central yet; the program passes it on when there is a line. A note of custody lies on the stick.</translation>
    </message>
    <message>
        <source>file-kind</source>
        <translation>This file does not hold an office's batches (.cddbatch), so it was not taken.</translation>
    </message>
    <message>
        <source>file-missing</source>
        <translation>The file {path} is not there or cannot be read. Check that the stick is well plugged in, then open it again.</translation>
    </message>
    <message>
        <source>file-new-identity</source>
        <translation>This machine was copied or restored and has taken a new identity. Nothing is lost; write onto the stick once more.</translation>
    </message>
    <message>
        <source>file-newer</source>
        <translation>The file was written by a newer program. Update the program here, then open it again.</translation>
    </message>
    <message>
        <source>file-not-for-us</source>
        <translation>The file is sealed to another office and cannot be opened here; nothing was stored. Give the stick back, to be opened at that office.</translation>
    </message>
    <message>
        <source>file-not-writable</source>
        <translation>The file {file} cannot be written. Choose another folder, or close the program that has it open.</translation>
    </message>
    <message>
        <source>file-older</source>
        <translation>The file {name} brings nothing new; all of it is here already.</translation>
    </message>
    <message>
        <source>file-other-device</source>
        <translation>This receipt belongs to another machine of the office. Open it on the one that wrote the file.</translation>
    </message>
    <message>
        <source>file-signature</source>
        <translation>The file is not signed by the sender that is enrolled, so it was not taken; nothing was stored. Ask the sender for a new file; if that is not taken either, tell central's administrator.</translation>
    </message>
    <message>
        <source>file-too-large</source>
        <translation>The file is larger than {largest} MB and was not attached. Make it smaller or divide it.</translation>
    </message>
    <message>
        <source>file-unreadable</source>
        <translation>This file cannot be read. Check that it is still there and opens.</translation>
    </message>
    <message>
        <source>file-unwritable</source>
        <translation>The file {name} could not be written onto the stick. Check its free space or use another one. All work is still in this machine.</translation>
    </message>
    <message>
        <source>file-written</source>
        <translation>Written onto the stick: {name} with {reports} reports and {sent} changes. Central does not have them yet.</translation>
    </message>
    <message>
        <source>file-wrong-office</source>
        <translation>The file belongs to an office this one has no part in, so it was not taken; nothing was stored. Give the stick back, to be taken to that office's own province.</translation>
    </message>
    <message>
        <source>fiscal-year-range</source>
        <translation>Use a fiscal year of the Buddhist era from {first} to {last}; this one is {fiscal_year}.</translation>
    </message>
    <message>
        <source>fonts-missing</source>
        <translation>The program's fonts are missing. Install the program again; your data stay.</translation>
    </message>
    <message>
        <source>form-unknown</source>
        <translation>Central does not know this version of the form yet. The data are still here; tell central's administrator.</translation>
    </message>
    <message>
        <source>gps-outside</source>
        <translation>The position is outside Thailand.</translation>
    </message>
    <message>
        <source>gps-unreadable</source>
        <translation>Type latitude, longitude, such as 18.912345, 98.965432.</translation>
    </message>
    <message>
        <source>handover-no-successor</source>
        <translation>Choose who takes over; it has to be somebody of this office.</translation>
    </message>
    <message>
        <source>handover-nobody-left</source>
        <translation>The work cannot be handed over yet: nobody else can open the data on this machine. Let the successor sign in with the PIN and choose a password first.</translation>
    </message>
    <message>
        <source>handover-not-officer</source>
        <translation>Only officers hand over here. When a head leaves, tell central.</translation>
    </message>
    <message>
        <source>handover-not-yours</source>
        <translation>You can hand over your own work only; for others the head does it.</translation>
    </message>
    <message>
        <source>holidays-unreadable</source>
        <translation>The holidays cannot be read ({reason}). The former ones stay in force.</translation>
    </message>
    <message>
        <source>id-reused</source>
        <translation>The id of this entry is in use already. Enter it as a new one.</translation>
    </message>
    <message>
        <source>id-unreadable</source>
        <translation>The id of this entry is not valid. Enter it as a new one.</translation>
    </message>
    <message>
        <source>identity-missing</source>
        <translation>The row does not say what it is about (name, subdistrict, moo). Complete it, or remove the row.</translation>
    </message>
    <message>
        <source>import-stopped</source>
        <translation>Stopped as asked. Nothing was written.</translation>
    </message>
    <message>
        <source>instant-unreadable</source>
        <translation>{text} is no instant; write it as 2018-03-18T08:40:00+07:00.</translation>
    </message>
    <message>
        <source>key-unreadable</source>
        <translation>A key kept in this machine is damaged. Restore a backup on the sign-in page, or with the command restore.</translation>
    </message>
    <message>
        <source>keys-damaged</source>
        <translation>The key file store.keys.json is damaged. Restore a backup on the sign-in page, or with the command restore.</translation>
    </message>
    <message>
        <source>keys-exist</source>
        <translation>The key file {path} exists already.</translation>
    </message>
    <message>
        <source>keys-missing</source>
        <translation>The key file {path} is missing. Check its name, or bring it back from a backup.</translation>
    </message>
    <message>
        <source>keys-needed</source>
        <translation>With a database server, name the key file with --keys or CDD_CENTRAL_KEYS.</translation>
    </message>
    <message>
        <source>keys-not-followed</source>
        <translation>Central names a new key, but the key this machine knows does not vouch for it, so nothing was taken. All data are here; tell central's administrator.</translation>
    </message>
    <message>
        <source>keys-older</source>
        <translation>The key file {path} is a copy from before the last change of keys: it does not open everything, and machines do not believe it. Use the newest key file.</translation>
    </message>
    <message>
        <source>keys-other-database</source>
        <translation>The key file {path} belongs to another database.</translation>
    </message>
    <message>
        <source>keys-unreadable</source>
        <translation>The file {path} is no key file or cannot be read. Name the right one with --keys.</translation>
    </message>
    <message>
        <source>keys-unwritable</source>
        <translation>The key file {path} cannot be written; the keys are as they were. Check the folder's rights and free space, then run the command again.</translation>
    </message>
    <message>
        <source>kind-unknown</source>
        <translation>This version of the form has no such entries. Update the program.</translation>
    </message>
    <message>
        <source>layout-column-unknown</source>
        <translation>The table {table} has no column {column}. Its columns: {columns}.</translation>
    </message>
    <message>
        <source>layout-unreadable</source>
        <translation>The layout {path} cannot be read: {reason}</translation>
    </message>
    <message>
        <source>letters-unreadable</source>
        <translation>The list of codes cannot be read. Use the CSV that cdd-central codes make has written, unchanged.</translation>
    </message>
    <message>
        <source>line-metered</source>
        <translation>The present line is paid by volume, so nothing is sent by itself. Entries wait in this machine for another line, or for Send now.</translation>
    </message>
    <message>
        <source>list-columns</source>
        <translation>The columns {columns} were not found. Put their headings into the first row.</translation>
    </message>
    <message>
        <source>list-empty</source>
        <translation>The file {name} holds no entry that can be read. Check that it is the right one.</translation>
    </message>
    <message>
        <source>list-extension</source>
        <translation>The file {name} is of no kind that can be used. Take .xlsx or .csv; for holidays also .ics.</translation>
    </message>
    <message>
        <source>list-file-needed</source>
        <translation>Name the file to read or write.</translation>
    </message>
    <message>
        <source>list-too-long</source>
        <translation>The file is too large; {most} is the most.</translation>
    </message>
    <message>
        <source>list-twice</source>
        <translation>It stands in row {row} of the file already. Keep one of them.</translation>
    </message>
    <message>
        <source>list-unreadable</source>
        <translation>The file {name} cannot be read. Check that it is there and whole.</translation>
    </message>
    <message>
        <source>list-unwritable</source>
        <translation>The file {name} cannot be written. Check the folder and the free space, and close the file.</translation>
    </message>
    <message>
        <source>login-refused</source>
        <translation>Central does not accept this machine. All data are still here; ask central's administrator to enrol the machine again.</translation>
    </message>
    <message>
        <source>login-taken</source>
        <translation>The sign-in name {login} belongs to somebody else. Choose another one.</translation>
    </message>
    <message>
        <source>login-unreadable</source>
        <translation>The sign-in name {login} cannot be used. Use 1 to 60 characters without blanks.</translation>
    </message>
    <message>
        <source>made-before-restore</source>
        <translation>This was made before central was restored, so it was not taken. It is still on the machine; the program compares with central and sends it again by itself.</translation>
    </message>
    <message>
        <source>manual-pictures</source>
        <translation>There are no pictures of the tour in {folder}. Take them first with cdd-desktop tour.</translation>
    </message>
    <message>
        <source>mark-ended-active</source>
        <translation>Change the status first: an active entry cannot be marked as ended.</translation>
    </message>
    <message>
        <source>mark-needs-reason</source>
        <translation>Please give the reason why nothing was received.</translation>
    </message>
    <message>
        <source>mark-not-possible</source>
        <translation>This entry cannot be marked in this way.</translation>
    </message>
    <message>
        <source>merge-both-reported</source>
        <translation>They cannot be merged: both have figures of the same period ({title}). Delete those of one first.</translation>
    </message>
    <message>
        <source>merge-not-alike</source>
        <translation>Only two entries of one kind and office can be merged.</translation>
    </message>
    <message>
        <source>merged-elsewhere</source>
        <translation>On another machine this entry was made one with another entry. Choose whether to keep what was entered here; if it is right, enter it into the one that stays as well.</translation>
    </message>
    <message>
        <source>moo-range</source>
        <translation>A village number is 0 to 99 (0 = none).</translation>
    </message>
    <message>
        <source>move-not-allowed</source>
        <translation>This step is not possible in the present state or with your role.</translation>
    </message>
    <message>
        <source>move-refused</source>
        <translation>The report is in a state in which this step cannot be taken, or this person may not take it. Open the report to see where it stands.</translation>
    </message>
    <message>
        <source>move-unknown</source>
        <translation>Central does not know this step. Update the program.</translation>
    </message>
    <message>
        <source>name-missing</source>
        <translation>Please give the name.</translation>
    </message>
    <message>
        <source>name-needed</source>
        <translation>A name is needed.</translation>
    </message>
    <message>
        <source>name-unclear</source>
        <translation>Several entries have this name. Choose it from the list, with its place.</translation>
    </message>
    <message>
        <source>network-sign-in</source>
        <translation>This network wants a sign-in before it lets anybody through. Open a web browser, sign in on the page that comes up, then send again. Nothing is lost.</translation>
    </message>
    <message>
        <source>nil-needed</source>
        <translation>There are no entries. If there is nothing to report, choose to report that there is no data.</translation>
    </message>
    <message>
        <source>nil-not-possible</source>
        <translation>A report of no data is not possible: there are entries, or a register that must be reported.</translation>
    </message>
    <message>
        <source>no-claim</source>
        <translation>The request has no claim.</translation>
    </message>
    <message>
        <source>no-connection</source>
        <translation>Central cannot be reached. All work is safe in this machine, and the program tries again by itself when there is a connection.</translation>
    </message>
    <message>
        <source>no-display</source>
        <translation>There is no display. Start the program where there is one, or use the other commands of cdd-desktop.</translation>
    </message>
    <message>
        <source>not-a-value</source>
        <translation>What was typed cannot be read. Please type it again.</translation>
    </message>
    <message>
        <source>not-central</source>
        <translation>The answer did not come from central. It may be the sign-in page of a Wi-Fi network: sign in there with a web browser, then send again.</translation>
    </message>
    <message>
        <source>not-checked</source>
        <translation>This rule could not be checked. You can go on; central checks again.</translation>
    </message>
    <message>
        <source>not-editable</source>
        <translation>This entry cannot be edited now.</translation>
    </message>
    <message>
        <source>not-enrolled</source>
        <translation>The profile {profile} is not enrolled. Start the program and give it central's .cddenrol file.</translation>
    </message>
    <message>
        <source>not-found</source>
        <translation>There is nothing at this address.</translation>
    </message>
    <message>
        <source>not-trusted</source>
        <translation>Central's security certificate could not be verified, so nothing was sent. On a public Wi-Fi sign in to the network with a web browser first; otherwise check the date of this machine, or tell the administrator.</translation>
    </message>
    <message>
        <source>not-your-form</source>
        <translation>An office of this level does not report this dataset.</translation>
    </message>
    <message>
        <source>not-your-unit</source>
        <translation>This entry belongs to another office; this machine cannot send it.</translation>
    </message>
    <message>
        <source>not-yours</source>
        <translation>Personal data can be shown only for records of your own office.</translation>
    </message>
    <message>
        <source>number-decimals</source>
        <translation>At most {decimals} decimal places.</translation>
    </message>
    <message>
        <source>number-digits</source>
        <translation>Excel keeps 15 digits of a number. Type a longer one as text.</translation>
    </message>
    <message>
        <source>number-too-large</source>
        <translation>The number is larger than can be kept. Please check the unit.</translation>
    </message>
    <message>
        <source>number-unreadable</source>
        <translation>Type a number, such as 1,234.50.</translation>
    </message>
    <message>
        <source>number-whole</source>
        <translation>It must be a whole number.</translation>
    </message>
    <message>
        <source>offices-columns</source>
        <translation>The list of offices has to be UTF-8 CSV with the columns {columns}. Make one to begin with by cdd-central codes offices.</translation>
    </message>
    <message>
        <source>offices-line</source>
        <translation>Line {line} of the list of offices is wrong ({reason}). No code was made. Mend it and run the command again.</translation>
    </message>
    <message>
        <source>out-of-range</source>
        <translation>It must be between {min} and {max}.</translation>
    </message>
    <message>
        <source>out-unwritable</source>
        <translation>{path} cannot be written. Check the name, the folder and its rights.</translation>
    </message>
    <message>
        <source>outside-area</source>
        <translation>It must lie in the area of your office.</translation>
    </message>
    <message>
        <source>pack-no-device</source>
        <translation>Unit {unit} has no enrolled device yet, so nobody could open the file.</translation>
    </message>
    <message>
        <source>password-file-unreadable</source>
        <translation>The file named by CDD_PASSWORD_FILE cannot be read.</translation>
    </message>
    <message>
        <source>password-is-pin</source>
        <translation>The password must differ from the PIN or the old password.</translation>
    </message>
    <message>
        <source>password-needed</source>
        <translation>A password is needed: set CDD_PASSWORD or CDD_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>password-not-chosen</source>
        <translation>No password was chosen yet. Start the program and sign in with the PIN first.</translation>
    </message>
    <message>
        <source>password-short</source>
        <translation>The password needs at least {least} characters.</translation>
    </message>
    <message>
        <source>password-twice</source>
        <translation>The two passwords differ; nothing was changed. Run the command again.</translation>
    </message>
    <message>
        <source>password-wait</source>
        <translation>Too many wrong passwords. Wait {seconds} seconds and try again.</translation>
    </message>
    <message>
        <source>password-wrong</source>
        <translation>The password is wrong.</translation>
    </message>
    <message>
        <source>path-unknown</source>
        <translation>Central does not know some of the fields. The data are still here; update the program.</translation>
    </message>
    <message>
        <source>period-unknown</source>
        <translation>Dataset {dataset} has no period {period}. The command calendar lists the periods.</translation>
    </message>
    <message>
        <source>person-ended</source>
        <translation>This person has left the office. Add them anew.</translation>
    </message>
    <message>
        <source>person-exists</source>
        <translation>There is already a person of this name in the office.</translation>
    </message>
    <message>
        <source>person-inactive</source>
        <translation>This person may no longer use the program.</translation>
    </message>
    <message>
        <source>person-needed</source>
        <translation>Several people use this machine; say --person: {names}</translation>
    </message>
    <message>
        <source>person-not-at-central</source>
        <translation>Central does not know this person in the office. Send the person first, or tell central's administrator.</translation>
    </message>
    <message>
        <source>person-not-here</source>
        <translation>There is no such person. See the ids with cdd-central people.</translation>
    </message>
    <message>
        <source>person-unknown</source>
        <translation>This person is not known on this machine.</translation>
    </message>
    <message>
        <source>person-unreadable</source>
        <translation>{text} is no person; write "NAME:role" with one of {roles}.</translation>
    </message>
    <message>
        <source>phone-unreadable</source>
        <translation>A phone number has 9 or 10 digits and begins with 0.</translation>
    </message>
    <message>
        <source>photo-too-large</source>
        <translation>The photo is too large.</translation>
    </message>
    <message>
        <source>photo-unknown</source>
        <translation>This photo is not on this machine.</translation>
    </message>
    <message>
        <source>pin-not-yours-to-give</source>
        <translation>You may not give this person a PIN. Ask the head or central.</translation>
    </message>
    <message>
        <source>pin-short</source>
        <translation>The PIN needs at least {least} characters.</translation>
    </message>
    <message>
        <source>pin-wrong</source>
        <translation>The PIN is wrong. It stands on the paper from central.</translation>
    </message>
    <message>
        <source>place-not-yours</source>
        <translation>This office lies outside your area, or does not exist.</translation>
    </message>
    <message>
        <source>port-unavailable</source>
        <translation>Port {port} on {host} cannot be used. Choose another with --port (0 takes a free one).</translation>
    </message>
    <message>
        <source>print-arguments</source>
        <translation>print {kind} wants other words: print KIND [DATASET PERIOD] FILE.pdf, where submission, blank-form and proof-of-sending name a dataset and a period.</translation>
    </message>
    <message>
        <source>profile-enrolled</source>
        <translation>This machine is enrolled already ({profile}).</translation>
    </message>
    <message>
        <source>profile-name</source>
        <translation>The profile name {name} cannot be used. Use a-z, digits, hyphens or underscores.</translation>
    </message>
    <message>
        <source>proof-not-received</source>
        <translation>There is no proof of sending yet: central has not received this report. Send first, and print again when there is a receipt number.</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>The program speaks another protocol; central speaks {lowest} to {highest}.</translation>
    </message>
    <message>
        <source>province-needed</source>
        <translation>{unit} is no province. Use the 2 digits of one.</translation>
    </message>
    <message>
        <source>proxy-invalid</source>
        <translation>The address of the proxy is not valid: {proxy}. Write it as proxy.example:3128, or leave it empty to use the system's.</translation>
    </message>
    <message>
        <source>proxy-login</source>
        <translation>The network's proxy asks for a sign-in. Check the proxy in settings, then send again.</translation>
    </message>
    <message>
        <source>publish-done</source>
        <translation>{key} number {number} is published; devices take it at their next contact. Submissions with a better verdict: {better}.</translation>
    </message>
    <message>
        <source>publish-faulty</source>
        <translation>It cannot be published. Mend this first: {faults}</translation>
    </message>
    <message>
        <source>publish-nothing-to-withdraw</source>
        <translation>Central has published nothing of {key} that could be taken back.</translation>
    </message>
    <message>
        <source>publish-number</source>
        <translation>Number {number} does not follow the one in force; use {wanted}.</translation>
    </message>
    <message>
        <source>publish-shown</source>
        <translation>Nothing is published yet. Look it over and run the command again with --yes.</translation>
    </message>
    <message>
        <source>publish-unreadable</source>
        <translation>The file {path} cannot be read. Check its name; it has to be UTF-8 text.</translation>
    </message>
    <message>
        <source>published-signature</source>
        <translation>The form or calendar that came is not signed by central, so it was not taken and the one before stays in use. All data are here; tell central's administrator.</translation>
    </message>
    <message>
        <source>published-unreadable</source>
        <translation>Central has published a file this version of the program cannot read ({name}). The one before stays in use; the program should be updated.</translation>
    </message>
    <message>
        <source>qt-library-missing</source>
        <translation>A library of the system that the window needs is missing ({library}). Run packaging/dev.py, or ask your administrator to install it.</translation>
    </message>
    <message>
        <source>query-unknown</source>
        <translation>The address holds a word that means nothing to central: {word}</translation>
    </message>
    <message>
        <source>question-settled</source>
        <translation>This has been decided already, or central has taken it meanwhile. There is nothing more to do.</translation>
    </message>
    <message>
        <source>reason-needed</source>
        <translation>Please give a reason.</translation>
    </message>
    <message>
        <source>receipt-other-batch</source>
        <translation>The receipt is not for what was sent, so nothing counts as sent. The program tries again by itself.</translation>
    </message>
    <message>
        <source>receipt-signature</source>
        <translation>The signature on the receipt is not central's, so nothing counts as sent. All data are here; tell central's administrator.</translation>
    </message>
    <message>
        <source>record-deleted</source>
        <translation>This entry has been deleted at central.</translation>
    </message>
    <message>
        <source>record-differs</source>
        <translation>This entry is not at central as it was certified; another machine may have edited it.</translation>
    </message>
    <message>
        <source>record-elsewhere</source>
        <translation>This entry stands in another dataset, period or office already.</translation>
    </message>
    <message>
        <source>record-gone</source>
        <translation>This entry has been deleted here. To add it again, type it into an empty row.</translation>
    </message>
    <message>
        <source>record-missing</source>
        <translation>This entry has not reached central yet.</translation>
    </message>
    <message>
        <source>record-not-here</source>
        <translation>Central does not have this entry any more. The program sends it again as a whole.</translation>
    </message>
    <message>
        <source>record-unknown</source>
        <translation>This record is not here; it may have been deleted.</translation>
    </message>
    <message>
        <source>record-unlisted</source>
        <translation>Central holds this entry of the period, but it is not on the certified list; another machine may have entered it.</translation>
    </message>
    <message>
        <source>records-differ</source>
        <translation>The certified entries are not those central holds. Get the newest data, check the entries named, and certify again.</translation>
    </message>
    <message>
        <source>recovery-code-wrong</source>
        <translation>The recovery code is wrong. Ask central's administrator again.</translation>
    </message>
    <message>
        <source>recovery-not-for-us</source>
        <translation>The file is sealed for another central, so the password cannot be recovered here.</translation>
    </message>
    <message>
        <source>recovery-not-possible</source>
        <translation>This machine has no key sealed for central, so a password cannot be recovered.</translation>
    </message>
    <message>
        <source>recovery-other-machine</source>
        <translation>The answer belongs to another machine. Open it on the one that made the request, or save a new request here.</translation>
    </message>
    <message>
        <source>recovery-unreadable</source>
        <translation>The file about a forgotten password cannot be read. Send it again.</translation>
    </message>
    <message>
        <source>reference-altered</source>
        <translation>The hidden reference does not belong to this entry. Type the data into an empty row instead.</translation>
    </message>
    <message>
        <source>reference-unknown</source>
        <translation>The register has no such entry. Please take one of the list.</translation>
    </message>
    <message>
        <source>register-entry-kept</source>
        <translation>A register entry that has been certified cannot be deleted. Mark it as ended instead.</translation>
    </message>
    <message>
        <source>register-in-use</source>
        <translation>It cannot be deleted because records refer to it. End the entry instead.</translation>
    </message>
    <message>
        <source>register-kept</source>
        <translation>Central has this entry; it cannot be deleted. End the entry instead.</translation>
    </message>
    <message>
        <source>register-needed</source>
        <translation>Choose the register entry first.</translation>
    </message>
    <message>
        <source>report-dataset</source>
        <translation>Indicators need a dataset, for example --dataset otop_sales.</translation>
    </message>
    <message>
        <source>report-folder</source>
        <translation>There is no folder {folder}. Make it first, or name another one.</translation>
    </message>
    <message>
        <source>report-period</source>
        <translation>The period {period} is not understood. Use a fiscal year such as 2561, a quarter such as 2561-q2 or a month such as 2561-m3.</translation>
    </message>
    <message>
        <source>required</source>
        <translation>This box must be filled in.</translation>
    </message>
    <message>
        <source>resources-missing</source>
        <translation>Files of the program are missing. Install it again; your data stay.</translation>
    </message>
    <message>
        <source>restore-no-room</source>
        <translation>This machine has not enough room: {needed} MB are needed and {free} MB are free. Nothing was changed. Free some space and try again.</translation>
    </message>
    <message>
        <source>restore-not-empty</source>
        <translation>A backup is restored into an empty database only; what is there was not changed. Make a new database and name it with --database.</translation>
    </message>
    <message>
        <source>restore-unconfirmed</source>
        <translation>This machine works with a restored backup, so nothing is sent yet; all data are here. Open Send data and confirm that the old machine is not used any more (command line: sync --old-machine-retired).</translation>
    </message>
    <message>
        <source>restore-unwritable</source>
        <translation>The data folder of this machine cannot be written; what was there is as before. Close other programs that use it and try again.</translation>
    </message>
    <message>
        <source>returned-meanwhile</source>
        <translation>The report was returned while this machine, not knowing it, was still editing it. What was entered holds and is sent; read the comments against it before proposing again.</translation>
    </message>
    <message>
        <source>role-not-allowed</source>
        <translation>Your role may not do this. Ask central's administrator.</translation>
    </message>
    <message>
        <source>role-not-of-unit</source>
        <translation>The role {role} does not exist in such an office.</translation>
    </message>
    <message>
        <source>role-not-yours</source>
        <translation>An office can add officers only; higher roles come from central.</translation>
    </message>
    <message>
        <source>round-unknown</source>
        <translation>Central's schedule has no such period.</translation>
    </message>
    <message>
        <source>row-twice</source>
        <translation>Another row is this same entry (the whole row was copied). Type a new entry into an empty row.</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>A rule of the form is not met.</translation>
    </message>
    <message>
        <source>rules-violated</source>
        <translation>Central found data that break a rule, so the certification was not taken. Correct the entries named and certify again.</translation>
    </message>
    <message>
        <source>same-fields</source>
        <translation>Another machine changed the same fields. Choose the right values.</translation>
    </message>
    <message>
        <source>schedule-missing</source>
        <translation>There is no schedule file. Install the program again; your data stay.</translation>
    </message>
    <message>
        <source>schedule-newer</source>
        <translation>This schedule needs a newer program (format {format}). Update the program first.</translation>
    </message>
    <message>
        <source>schedule-unreadable</source>
        <translation>The schedule cannot be read ({reason}). The former one stays in force.</translation>
    </message>
    <message>
        <source>setting-unknown</source>
        <translation>There is no setting {name}. Check the spelling; the nearest name is {near}.</translation>
    </message>
    <message>
        <source>setting-value</source>
        <translation>The setting {name} cannot be {text}. Use {wanted}.</translation>
    </message>
    <message>
        <source>settings-unreadable</source>
        <translation>The settings file {file} cannot be read; it is kept as it is. Mend or delete it and start again.</translation>
    </message>
    <message>
        <source>settings-value</source>
        <translation>This setting is not possible ({reason}). The former settings stay.</translation>
    </message>
    <message>
        <source>sign-in-needed</source>
        <translation>Sign in at central first.</translation>
    </message>
    <message>
        <source>sign-in-over</source>
        <translation>The sign-in is over. Sign in again.</translation>
    </message>
    <message>
        <source>sign-in-wrong</source>
        <translation>The sign-in name or the password is wrong.</translation>
    </message>
    <message>
        <source>statement-needed</source>
        <translation>The register is empty; the head has to state so in writing.</translation>
    </message>
    <message>
        <source>store-busy</source>
        <translation>The store is in use by another program. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>store-damaged</source>
        <translation>The store of this machine is damaged, or is another machine's; it was left as it is. Restore a backup on the sign-in page, or with the command restore.</translation>
    </message>
    <message>
        <source>store-disk</source>
        <translation>The disk cannot be read or written.</translation>
    </message>
    <message>
        <source>store-exists</source>
        <translation>There is a store already; it is not written over.</translation>
    </message>
    <message>
        <source>store-missing</source>
        <translation>The store store.db is missing. Restore a backup on the sign-in page, or with the command restore.</translation>
    </message>
    <message>
        <source>store-newer</source>
        <translation>This store was written by a newer program. Update the program.</translation>
    </message>
    <message>
        <source>store-read-only</source>
        <translation>The store cannot be written; check the folder's rights.</translation>
    </message>
    <message>
        <source>store-unreachable</source>
        <translation>The store's file cannot be opened.</translation>
    </message>
    <message>
        <source>store-upgrade-lost-rows</source>
        <translation>The upgrade was taken back; the data are as before. Tell the administrator.</translation>
    </message>
    <message>
        <source>store-wrong-key</source>
        <translation>This key does not open the store. Restore a backup on the sign-in page, or with the command restore.</translation>
    </message>
    <message>
        <source>submission-blocked</source>
        <translation>{count} things are still to be corrected or explained.</translation>
    </message>
    <message>
        <source>submission-moved</source>
        <translation>Somebody moved this report from another machine before. See where it stands and try again.</translation>
    </message>
    <message>
        <source>support-unreadable</source>
        <translation>{path} is not a file the program made for the administrator, or is damaged. Ask for a new one (.cddsupport.zip).</translation>
    </message>
    <message>
        <source>sync-done</source>
        <translation>Contact with central went through: {sent} changes sent, {received} items received.</translation>
    </message>
    <message>
        <source>sync-running</source>
        <translation>A contact with central is under way already.</translation>
    </message>
    <message>
        <source>sync-stopped</source>
        <translation>Stopped as asked: {sent} changes sent, {left} left. Sending can go on at any time.</translation>
    </message>
    <message>
        <source>table-row-lost</source>
        <translation>There is no entry with this number on the main sheet.</translation>
    </message>
    <message>
        <source>table-row-twice</source>
        <translation>This row stands twice, or is none of the form.</translation>
    </message>
    <message>
        <source>table-unknown</source>
        <translation>There is no table called {table}. There are: {tables}.</translation>
    </message>
    <message>
        <source>tambon-unknown</source>
        <translation>There is no subdistrict {tambon}. Use its 6 digits.</translation>
    </message>
    <message>
        <source>tidy-days</source>
        <translation>Keep at least {least} days.</translation>
    </message>
    <message>
        <source>token-revoked</source>
        <translation>This device has been revoked.</translation>
    </message>
    <message>
        <source>too-large</source>
        <translation>It must not be more than {max}.</translation>
    </message>
    <message>
        <source>too-long</source>
        <translation>The text is longer than {max} characters.</translation>
    </message>
    <message>
        <source>too-many</source>
        <translation>At most {max} can be attached.</translation>
    </message>
    <message>
        <source>too-many-requests</source>
        <translation>Too many requests. The program tries again by itself in {seconds} seconds; there is nothing to do.</translation>
    </message>
    <message>
        <source>too-small</source>
        <translation>It must not be less than {min}.</translation>
    </message>
    <message>
        <source>tour-folder</source>
        <translation>Pictures cannot be saved in {folder}. Choose another folder.</translation>
    </message>
    <message>
        <source>tour-trouble</source>
        <translation>While the pictures were taken the program reported mistakes: {scenes}</translation>
    </message>
    <message>
        <source>trust-unreadable</source>
        <translation>The file {path} is no PEM certificate or cannot be read. Name the right one with --trust.</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>This can be read in several ways. Please choose one.</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>What was typed is not confirmed yet. Press Enter in this box.</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>Something unexpected happened. What was saved is safe. A file without personal data describes it; please send it from the log folder to central.</translation>
    </message>
    <message>
        <source>unit-bangkok</source>
        <translation>Bangkok has no community development office, so {unit} is no reporting unit.</translation>
    </message>
    <message>
        <source>unit-mismatch</source>
        <translation>This device is enrolled for another office.</translation>
    </message>
    <message>
        <source>unit-twice</source>
        <translation>This office stands in more than one line.</translation>
    </message>
    <message>
        <source>unit-unknown</source>
        <translation>There is no reporting unit {unit}. Use the 2 digits of a province or the 4 digits of a district.</translation>
    </message>
    <message>
        <source>unknown-code</source>
        <translation>This could not be done. Nothing has been lost. Please tell central the code shown below.</translation>
    </message>
    <message>
        <source>update-base-differs</source>
        <translation>The program's files here are not those of its version, so the small update does not fit. Install the new version with its installer; all data stay.</translation>
    </message>
    <message>
        <source>update-damaged</source>
        <translation>The update is damaged or not complete, so it was not used. The present version goes on; next time all of it is fetched anew.</translation>
    </message>
    <message>
        <source>update-expired</source>
        <translation>The list of versions has run out. Check the date of this machine; if it is right, tell central's administrator. The present version goes on.</translation>
    </message>
    <message>
        <source>update-key-missing</source>
        <translation>The key is missing or cannot be read: {path}. Plug in the stick that holds it, or check the name.</translation>
    </message>
    <message>
        <source>update-key-other</source>
        <translation>{path} is not the key the programs trust for central. Put the right online.pem there, or replace it with updates replace-key online.</translation>
    </message>
    <message>
        <source>update-keys-exist</source>
        <translation>There is something at {path} already, and keys are never written over. Choose an empty place.</translation>
    </message>
    <message>
        <source>update-keys-few</source>
        <translation>At least {wanted} root keys that are still in force are needed; name them with --root-key.</translation>
    </message>
    <message>
        <source>update-none-here</source>
        <translation>This copy of the program does not update itself. Install a new version with central's installer.</translation>
    </message>
    <message>
        <source>update-older</source>
        <translation>This release is older than what central has, so it was not taken. Use the newest release folder.</translation>
    </message>
    <message>
        <source>update-range</source>
        <translation>The file does not reach that far.</translation>
    </message>
    <message>
        <source>update-release</source>
        <translation>{path} is no release folder: 1.root.json and targets.json are wanted.</translation>
    </message>
    <message>
        <source>update-self-check</source>
        <translation>Version {version} does not work on this machine yet, so the present one goes on. All data are here; central's administrator can help.</translation>
    </message>
    <message>
        <source>update-signature</source>
        <translation>The update is not signed by the keys this program trusts, so it was not used. The present version goes on; tell central's administrator.</translation>
    </message>
    <message>
        <source>update-tree</source>
        <translation>There is no program folder {path}. Build it first with packaging/build-windows.</translation>
    </message>
    <message>
        <source>update-unknown</source>
        <translation>Central has no version {version} of {platform}. The command updates list shows all.</translation>
    </message>
    <message>
        <source>update-unreadable</source>
        <translation>The update cannot be read. Check the stick or the network and try again. The present version goes on.</translation>
    </message>
    <message>
        <source>update-unwritable</source>
        <translation>The new version's files cannot be written. Check the folder's rights and the free space. The present version goes on.</translation>
    </message>
    <message>
        <source>value-unclear</source>
        <translation>It can be read in several ways ({options}). Write it clearly, such as a year with four digits of the Buddhist era.</translation>
    </message>
    <message>
        <source>value-unreadable</source>
        <translation>Some values cannot be kept, for instance for an invalid character. Type them again.</translation>
    </message>
    <message>
        <source>village-moo</source>
        <translation>“{text}” is no moo. Give 1 to 99, or 0 for a community in a municipality.</translation>
    </message>
    <message>
        <source>village-nameless</source>
        <translation>The line has no village name. Add one.</translation>
    </message>
    <message>
        <source>village-tambon</source>
        <translation>There is no subdistrict “{name}” in the office's area. Where names repeat, give the district or the 6-digit code.</translation>
    </message>
    <message>
        <source>workbook-altered</source>
        <translation>The hidden sheets of this file were altered. Make a new template and paste the data into it.</translation>
    </message>
    <message>
        <source>workbook-arguments</source>
        <translation>Give export DATASET [PERIOD] FILE.xlsx.</translation>
    </message>
    <message>
        <source>workbook-extension</source>
        <translation>{name} is no .xlsx file. Open it in Excel or LibreOffice and save it as .xlsx.</translation>
    </message>
    <message>
        <source>workbook-macros</source>
        <translation>The file holds macros, which are never opened. Save it as .xlsx without macros.</translation>
    </message>
    <message>
        <source>workbook-missing</source>
        <translation>There is no file {name}.</translation>
    </message>
    <message>
        <source>workbook-newer</source>
        <translation>The file was made by a newer program or form. Update the program first.</translation>
    </message>
    <message>
        <source>workbook-no-columns</source>
        <translation>No heading fits the form. Use the program's template, or choose the columns yourself.</translation>
    </message>
    <message>
        <source>workbook-old</source>
        <translation>This is an old Excel file (.xls). Open it and save it as .xlsx.</translation>
    </message>
    <message>
        <source>workbook-other-dataset</source>
        <translation>The file belongs to the dataset {dataset}.</translation>
    </message>
    <message>
        <source>workbook-other-period</source>
        <translation>The file belongs to the period {period}. Open that period and import it there.</translation>
    </message>
    <message>
        <source>workbook-other-unit</source>
        <translation>The file belongs to the office {unit} and cannot be imported elsewhere.</translation>
    </message>
    <message>
        <source>workbook-password</source>
        <translation>The file is locked with a password. Open it in Excel and save it without one.</translation>
    </message>
    <message>
        <source>workbook-published</source>
        <translation>The file was exported for publishing, with personal data masked, and cannot be brought back. Use the file made for return.</translation>
    </message>
    <message>
        <source>workbook-too-large</source>
        <translation>The file is larger than can be taken ({limit}). Remove rows and sheets that are not needed.</translation>
    </message>
    <message>
        <source>workbook-unreadable</source>
        <translation>The file cannot be read. It is damaged, or no Excel file.</translation>
    </message>
    <message>
        <source>workbook-unsafe</source>
        <translation>The file holds something dangerous that is not Excel's, and was not opened.</translation>
    </message>
    <message>
        <source>workbook-unwritable</source>
        <translation>{name} cannot be written. It may be open in Excel, or its folder does not allow it.</translation>
    </message>
    <message>
        <source>wrong-type</source>
        <translation>The stored value does not suit this box. Please fill it in again.</translation>
    </message>
    <message>
        <source>year-in-future</source>
        <translation>The year must not be after B.E. {latest}.</translation>
    </message>
    <message>
        <source>year-unreadable</source>
        <translation>Type a year of the Buddhist era, such as 2561.</translation>
    </message>
</context>
</TS>
