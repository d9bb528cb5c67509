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
        <translation>The address of central is not valid: {address}. Ask central for a new enrolment file.</translation>
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
        <source>central-busy</source>
        <translation>Central is not ready to receive yet. The program tries again by itself; there is nothing to do.</translation>
    </message>
    <message>
        <source>choice-incomplete</source>
        <translation>Not every field has been chosen yet: {fields}.</translation>
    </message>
    <message>
        <source>connection-lost</source>
        <translation>The connection was lost on the way. Nothing is lost; sending goes on by itself from where it stopped.</translation>
    </message>
    <message>
        <source>dataset-unknown</source>
        <translation>There is no dataset called {dataset}.</translation>
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
        <source>file-not-writable</source>
        <translation>The file {file} cannot be written. Choose another folder, or close the program that has it open.</translation>
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
        <source>holidays-unreadable</source>
        <translation>The holidays cannot be read ({reason}). The former ones stay in force.</translation>
    </message>
    <message>
        <source>login-refused</source>
        <translation>Central does not accept this machine. All data are still here; ask central's administrator to enrol the machine again.</translation>
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
        <source>not-central</source>
        <translation>The answer did not come from central. It may be the sign-in page of a Wi-Fi network: sign in there with a web browser, then send again.</translation>
    </message>
    <message>
        <source>not-trusted</source>
        <translation>Central's security certificate could not be verified, so nothing was sent. Check the date of this machine, or tell the administrator.</translation>
    </message>
    <message>
        <source>period-unknown</source>
        <translation>Dataset {dataset} has no period {period}. The command calendar lists the periods.</translation>
    </message>
    <message>
        <source>proxy-login</source>
        <translation>The network's proxy asks for a sign-in. Check the proxy in settings, then send again.</translation>
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
        <source>question-settled</source>
        <translation>This has been decided already, or central has taken it meanwhile. There is nothing more to do.</translation>
    </message>
    <message>
        <source>receipt-other-batch</source>
        <translation>The receipt is not for what was sent, so nothing counts as sent. The program tries again by itself.</translation>
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
        <source>settings-unreadable</source>
        <translation>The settings file {file} cannot be read; it is kept as it is. Mend or delete it and start again.</translation>
    </message>
    <message>
        <source>settings-value</source>
        <translation>This setting is not possible ({reason}). The former settings stay.</translation>
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
        <source>tambon-unknown</source>
        <translation>There is no subdistrict {tambon}. Use its 6 digits.</translation>
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
        <source>unit-unknown</source>
        <translation>There is no reporting unit {unit}. Use the 2 digits of a province or the 4 digits of a district.</translation>
    </message>
    <message>
        <source>unknown-code</source>
        <translation>This could not be done. Nothing has been lost. Please tell central the code shown below.</translation>
    </message>
</context>
</TS>
