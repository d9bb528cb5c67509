<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>AboutScreen</name>
    <message>
        <source>Send data to the administrator…</source>
        <translation>Send data to the administrator…</translation>
    </message>
    <message>
        <source>Files for the administrator</source>
        <translation>Files for the administrator</translation>
    </message>
    <message>
        <source>File for the administrator</source>
        <translation>File for the administrator</translation>
    </message>
    <message>
        <source>The data on this machine are being checked. This may take a minute.</source>
        <translation>The data on this machine are being checked. This may take a minute.</translation>
    </message>
    <message>
        <source>{file} is ready. It holds no personal data; look into it if you like, then send it to central.</source>
        <translation>{file} is ready. It holds no personal data; look into it if you like, then send it to central.</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>New versions</translation>
    </message>
    <message>
        <source>This copy is updated with central's installer.</source>
        <translation>This copy is updated with central's installer.</translation>
    </message>
    <message>
        <source>Version {version} begins when you next open the program.</source>
        <translation>Version {version} begins when you next open the program.</translation>
    </message>
    <message>
        <source>Version {version} is being made ready, {percent}%</source>
        <translation>Version {version} is being made ready, {percent}%</translation>
    </message>
    <message>
        <source>They come by themselves, by network or from a USB stick.</source>
        <translation>They come by themselves, by network or from a USB stick.</translation>
    </message>
        <message>
            <source>Open the log folder</source>
            <translation>Open the log folder</translation>
        </message>
        <message>
            <source>Central Data Centre, Community Development Department (CDD Desktop)</source>
            <translation>Central Data Centre, Community Development Department (CDD Desktop)</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Program</translation>
        </message>
        <message>
            <source>Protocol with central</source>
            <translation>Protocol with central</translation>
        </message>
        <message>
            <source>Folder of the data</source>
            <translation>Folder of the data</translation>
        </message>
        <message>
            <source>Licences and credits</source>
            <translation>Licences and credits</translation>
        </message>
    </context>
    <context>
        <name>AddOfficerDialog</name>
        <message>
            <source>Add an officer</source>
            <translation>Add an officer</translation>
        </message>
        <message>
            <source>The new colleague signs in on this machine with the PIN and then chooses a password.</source>
            <translation>The new colleague signs in on this machine with the PIN and then chooses a password.</translation>
        </message>
        <message>
            <source>First name and surname</source>
            <translation>First name and surname</translation>
        </message>
        <message>
            <source>PIN for the first use, at least 6 digits; tell it to the colleague</source>
            <translation>PIN for the first use, at least 6 digits; tell it to the colleague</translation>
        </message>
        <message>
            <source>Password of {name}</source>
            <translation>Password of {name}</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Please fill in all three boxes.</source>
            <translation>Please fill in all three boxes.</translation>
        </message>
    </context>
    <context>
        <name>BuddhistDateEdit</name>
        <message>
            <source>Pick a date</source>
            <translation>Pick a date</translation>
        </message>
        <message>
            <source>Which one?</source>
            <translation>Which one?</translation>
        </message>
    </context>
    <context>
        <name>CalendarScreen</name>
        <message>
            <source>Fiscal year</source>
            <translation>Fiscal year</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Export .ics</source>
            <translation>Export .ics</translation>
        </message>
        <message>
            <source>Numbers: due days · * day off, submit before it</source>
            <translation>Numbers: due days · * day off, submit before it</translation>
        </message>
        <message>
            <source>Received by central</source>
            <translation>Received by central</translation>
        </message>
        <message>
            <source>Due soon, or returned</source>
            <translation>Due soon, or returned</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>{n} periods of this office</source>
            <translation>{n} periods of this office</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>Calendar of fiscal year {year}</source>
            <translation>Calendar of fiscal year {year}</translation>
        </message>
        <message>
            <source>Projected: the circular of {year} has not come yet. The dates may still change.</source>
            <translation>Projected: the circular of {year} has not come yet. The dates may still change.</translation>
        </message>
        <message>
            <source>Export calendar</source>
            <translation>Export calendar</translation>
        </message>
        <message>
            <source>Calendar saved</source>
            <translation>Calendar saved</translation>
        </message>
        <message>
            <source>Open it with the calendar on your phone or in your mail program.</source>
            <translation>Open it with the calendar on your phone or in your mail program.</translation>
        </message>
        <message>
            <source>{n} due dates are in {file}.</source>
            <translation>{n} due dates are in {file}.</translation>
        </message>
        <message>
            <source>Waiting for certification</source>
            <translation>Awaiting certification</translation>
        </message>
        <message>
            <source>Finished, on its way or late</source>
            <translation>Finished, waiting or late</translation>
        </message>
        <message>
            <source>Line: a report due that day · grey: a day off</source>
            <translation>Line: a report due that day · grey: a day off</translation>
        </message>
    </context>
    <context>
        <name>ChoosePassword</name>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>New password again</translation>
        </message>
        <message>
            <source>PIN for the first use (from central or from a colleague)</source>
            <translation>PIN for the first use (from central or from a colleague)</translation>
        </message>
        <message>
            <source>New password, at least {n} characters</source>
            <translation>New password, at least {n} characters</translation>
        </message>
        <message>
            <source>The same password again</source>
            <translation>The same password again</translation>
        </message>
        <message>
            <source>Choose something you will remember. Nobody can read it, not even central.</source>
            <translation>Choose something you will remember. Nobody can read it, not even central.</translation>
        </message>
        <message>
            <source>The two passwords differ. Type the same one in both boxes.</source>
            <translation>The two passwords differ. Type the same one in both boxes.</translation>
        </message>
        <message>
            <source>Note: the keyboard is set to Thai.</source>
            <translation>Note: the keyboard is set to Thai.</translation>
        </message>
    </context>
    <context>
        <name>DatasetRow</name>
        <message>
            <source>Not for this office</source>
            <translation>Not for this office</translation>
        </message>
    </context>
    <context>
        <name>Datasets</name>
        <message>
            <source>Volunteer leader anniversary</source>
            <translation>Volunteer leader anniversary</translation>
        </message>
        <message>
            <source>Community development standards</source>
            <translation>Community development standards</translation>
        </message>
        <message>
            <source>Leaders</source>
            <translation>Leaders</translation>
        </message>
        <message>
            <source>Volunteer leader evaluation</source>
            <translation>Volunteer leader evaluation</translation>
        </message>
        <message>
            <source>Groups, organisations, networks</source>
            <translation>Groups, organisations, networks</translation>
        </message>
        <message>
            <source>Savings groups for production</source>
            <translation>Savings groups for production</translation>
        </message>
        <message>
            <source>Poverty fund (KKJ)</source>
            <translation>Poverty fund (KKJ)</translation>
        </message>
        <message>
            <source>Community finance institutes</source>
            <translation>Community finance institutes</translation>
        </message>
        <message>
            <source>Community fund networks</source>
            <translation>Community fund networks</translation>
        </message>
        <message>
            <source>OTOP sales</source>
            <translation>OTOP sales</translation>
        </message>
        <message>
            <source>Mother of the Land fund</source>
            <translation>Mother of the Land fund</translation>
        </message>
    </context>
    <context>
        <name>DatasetsScreen</name>
        <message>
            <source>All datasets</source>
            <translation>All datasets</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>Periods</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Find a name or village</source>
            <translation>Find a name or village</translation>
        </message>
        <message>
            <source>The register is still empty</source>
            <translation>The register is still empty</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>Datasets</source>
            <translation>Datasets</translation>
        </message>
        <message>
            <source>Your office does not report this dataset</source>
            <translation>Your office does not report this dataset</translation>
        </message>
        <message>
            <source>Under the circular, another level reports it.</source>
            <translation>Under the circular, another level reports it.</translation>
        </message>
        <message>
            <source>Register ({n})</source>
            <translation>Register ({n})</translation>
        </message>
    </context>
    <context>
        <name>DatePopup</name>
        <message>
            <source>Previous month</source>
            <translation>Previous month</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Next month</translation>
        </message>
    </context>
    <context>
        <name>DelegateDialog</name>
        <message>
            <source>Let {name} act for me</source>
            <translation>Let {name} act for me</translation>
        </message>
        <message>
            <source>On these days {name} may do what the head does with reports. Each step is marked as such.</source>
            <translation>On these days {name} may do what the head does with reports. Each step is marked as such.</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Order or reason</source>
            <translation>Order or reason</translation>
        </message>
        <message>
            <source>Let act</source>
            <translation>Let act</translation>
        </message>
        <message>
            <source>Please give both days and the order or reason.</source>
            <translation>Please give both days and the order or reason.</translation>
        </message>
    </context>
    <context>
        <name>DemoStartDialog</name>
        <message>
            <source>Sample data</source>
            <translation>Sample data</translation>
        </message>
        <message>
            <source>Preparing the sample data…</source>
            <translation>Preparing the sample data…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>The sample data could not be prepared</source>
            <translation>The sample data could not be prepared</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Sample data</source>
            <translation>Sample data</translation>
        </message>
        <message>
            <source>Work as:</source>
            <translation>Work as:</translation>
        </message>
    </context>
    <context>
        <name>CodeBoxes</name>
        <message>
            <source>Address of central, from the letter</source>
            <translation>Address of central, from the letter</translation>
        </message>
        <message>
            <source>Enrolment code, from the letter</source>
            <translation>Enrolment code, from the letter</translation>
        </message>
        <message>
            <source>Use this code</source>
            <translation>Use this code</translation>
        </message>
    </context>
    <context>
        <name>FirstStartScreen</name>
    <message>
        <source>What your office has at central lies beside the file and comes with it.</source>
        <translation>What your office has at central lies beside the file and comes with it.</translation>
    </message>
        <message>
            <source>Set up this machine for your office</source>
            <translation>Set up this machine for your office</translation>
        </message>
        <message>
            <source>Choose the enrolment file…</source>
            <translation>Choose the enrolment file…</translation>
        </message>
        <message>
            <source>You need the enrolment file (.cddenrol) or the letter with a code that central has sent to your office. The file needs no connection.</source>
            <translation>You need the enrolment file (.cddenrol) or the letter with a code that central has sent to your office. The file needs no connection.</translation>
        </message>
        <message>
            <source>Try it first with sample data</source>
            <translation>Try it first with sample data</translation>
        </message>
        <message>
            <source>Set up and begin</source>
            <translation>Set up and begin</translation>
        </message>
        <message>
            <source>Use an enrolment code</source>
            <translation>Use an enrolment code</translation>
        </message>
        <message>
            <source>Other file</source>
            <translation>Other file</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Who are you?</translation>
        </message>
        <message>
            <source>Enrolment file</source>
            <translation>Enrolment file</translation>
        </message>
        <message>
            <source>Enrolment files</source>
            <translation>Enrolment files</translation>
        </message>
        <message>
            <source>Central: {address}</source>
            <translation>Central: {address}</translation>
        </message>
        <message>
            <source>Setting up…</source>
            <translation>Setting up…</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>Restore from a backup…</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>voluntary</source>
            <translation>voluntary</translation>
        </message>
        <message>
            <source>{n} entries</source>
            <translation>{n} entries</translation>
        </message>
        <message>
            <source>opens {date}</source>
            <translation>opens {date}</translation>
        </message>
        <message>
            <source>a day off, submit by {date}</source>
            <translation>a day off, submit by {date}</translation>
        </message>
        <message>
            <source>Not open yet</source>
            <translation>Not open yet</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Not started</translation>
        </message>
        <message>
            <source>{done} of {all} entered</source>
            <translation>{done} of {all} entered</translation>
        </message>
        <message>
            <source>{done} entered</source>
            <translation>{done} entered</translation>
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
            <source>can be certified from {date}</source>
            <translation>can be certified from {date}</translation>
        </message>
        <message>
            <source>Returned to be corrected</source>
            <translation>Returned to be corrected</translation>
        </message>
        <message>
            <source>{who} asks for {n} corrections</source>
            <translation>{who} asks for {n} corrections</translation>
        </message>
        <message>
            <source>nil report</source>
            <translation>nil report</translation>
        </message>
        <message>
            <source>Proposed {date}</source>
            <translation>Proposed {date}</translation>
        </message>
        <message>
            <source>Certified {date}</source>
            <translation>Certified {date}</translation>
        </message>
        <message>
            <source>Received by central {date}</source>
            <translation>Received by central {date}</translation>
        </message>
        <message>
            <source>Can be entered ahead</source>
            <translation>Can be entered ahead</translation>
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>To submit</source>
            <translation>To submit</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>See which</source>
            <translation>See which</translation>
        </message>
        <message>
            <source>Send ({n})</source>
            <translation>Send ({n})</translation>
        </message>
        <message>
            <source>Send and receive</source>
            <translation>Send and receive</translation>
        </message>
        <message>
            <source>{n} entries need your decision. Nothing is lost; both versions are kept.</source>
            <translation>{n} entries need your decision. Nothing is lost; both versions are kept.</translation>
        </message>
        <message>
            <source>Everything you enter is kept safe on this machine, with or without a connection.</source>
            <translation>Everything you enter is kept safe on this machine, with or without a connection.</translation>
        </message>
        <message>
            <source>Central has received everything. Last contact {ago}.</source>
            <translation>Central has received everything. Last contact {ago}.</translation>
        </message>
        <message>
            <source>Everything is safe on this machine. {n} changes wait and are sent by themselves once connected.</source>
            <translation>Everything is safe on this machine. {n} changes wait and are sent by themselves once connected.</translation>
        </message>
        <message>
            <source>Nothing to submit in the next 45 days</source>
            <translation>Nothing to submit in the next 45 days</translation>
        </message>
        <message>
            <source>The calendar shows the whole fiscal year.</source>
            <translation>The calendar shows the whole fiscal year.</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>{all} periods · received by central {received} · on time {on_time}</source>
            <translation>{all} periods · received by central {received} · on time {on_time}</translation>
        </message>
        <message>
            <source>This machine works with the backup of {when}. Nothing is sent before you confirm.</source>
            <translation>This machine works with the backup of {when}. Nothing is sent before you confirm.</translation>
        </message>
    </context>
    <context>
        <name>LockScreen</name>
        <message>
            <source>The screen is locked</source>
            <translation>The screen is locked</translation>
        </message>
        <message>
            <source>Everything is saved on this machine. Sending continues in the background.</source>
            <translation>Everything is saved on this machine. Sending continues in the background.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>Other person</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Central Data Centre (CDD Desktop)</source>
            <translation>Central Data Centre (CDD Desktop)</translation>
        </message>
    </context>
    <context>
        <name>MaskedText</name>
        <message>
            <source>Show for 20 seconds (noted in the audit trail)</source>
            <translation>Show for 20 seconds (noted in the audit trail)</translation>
        </message>
    </context>
    <context>
        <name>MessageDialog</name>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>This could not be done</source>
            <translation>This could not be done</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Something went wrong</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>Code: {code}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>MonthTable</name>
        <message>
            <source>The month by weeks</source>
            <translation>The month by weeks</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Navigation</source>
            <translation>Navigation</translation>
        </message>
        <message>
            <source>Central Data Centre</source>
            <translation>Central Data Centre</translation>
        </message>
        <message>
            <source>Lock the screen (Ctrl+L)</source>
            <translation>Lock the screen (Ctrl+L)</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Search (Ctrl+K)</source>
            <translation>Search (Ctrl+K)</translation>
        </message>
        <message>
            <source>To submit</source>
            <translation>To submit</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>Datasets</source>
            <translation>Datasets</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>Dashboard</translation>
        </message>
        <message>
            <source>Set up office</source>
            <translation>Set up office</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>home agenda due to do start</source>
            <translation>home agenda due to do start หน้าแรก</translation>
        </message>
        <message>
            <source>calendar month year due dates holidays</source>
            <translation>calendar month year due dates holidays ปฏิทิน</translation>
        </message>
        <message>
            <source>datasets registers forms</source>
            <translation>datasets registers forms ชุดข้อมูล ทะเบียน</translation>
        </message>
        <message>
            <source>send outbox receipts questions sync</source>
            <translation>send outbox receipts questions sync กล่องรอส่ง ใบรับ</translation>
        </message>
        <message>
            <source>Quality of the data</source>
            <translation>Quality of the data</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>What is new</translation>
        </message>
        <message>
            <source>quality errors warnings copied unusual current</source>
            <translation>quality errors warnings copied unusual current</translation>
        </message>
        <message>
            <source>figures indicators charts sales savings grades ages</source>
            <translation>figures indicators charts sales savings grades ages</translation>
        </message>
        <message>
            <source>news since yesterday silent contact</source>
            <translation>news since yesterday silent contact</translation>
        </message>
        <message>
            <source>Changed on both sides</source>
            <translation>Changed on both sides</translation>
        </message>
        <message>
            <source>conflict two machines decide mine theirs</source>
            <translation>conflict two machines decide mine theirs</translation>
        </message>
        <message>
            <source>dashboard summary completeness figures</source>
            <translation>dashboard summary completeness figures สรุป</translation>
        </message>
        <message>
            <source>settings text size colours people password backup</source>
            <translation>settings text size colours people password backup ตั้งค่า</translation>
        </message>
        <message>
            <source>Holidays and villages</source>
            <translation>Holidays and villages</translation>
        </message>
        <message>
            <source>lists of the office</source>
            <translation>lists of the office</translation>
        </message>
        <message>
            <source>about version licences program</source>
            <translation>about version licences program เกี่ยวกับ</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>help manual how to guide</source>
            <translation>help manual how to guide คู่มือ</translation>
        </message>
        <message>
            <source>People of the office</source>
            <translation>People of the office</translation>
        </message>
        <message>
            <source>people officers acting for the head delegation</source>
            <translation>people officers acting for the head delegation</translation>
        </message>
        <message>
            <source>Hand over work</source>
            <translation>Hand over work</translation>
        </message>
        <message>
            <source>hand over leave move successor</source>
            <translation>hand over leave move successor</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Holidays</translation>
        </message>
        <message>
            <source>holidays days off</source>
            <translation>holidays days off</translation>
        </message>
        <message>
            <source>Villages</source>
            <translation>Villages</translation>
        </message>
        <message>
            <source>villages moo list of villages</source>
            <translation>villages moo list of villages</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>review accept approve send back waiting</source>
            <translation>review accept approve send back waiting</translation>
        </message>
    </context>
    <context>
        <name>OfficePart</name>
        <message>
            <source>End acting for the head</source>
            <translation>End acting for the head</translation>
        </message>
        <message>
            <source>{name} can no longer act for the head from now on. What was done stays valid.</source>
            <translation>{name} can no longer act for the head from now on. What was done stays valid.</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>End now</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{name} has handed over. Thank you; the program signs you out now.</source>
            <translation>{name} has handed over. Thank you; the program signs you out now.</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>{name} can no longer sign in. Print the handover list, to be signed and filed?</source>
            <translation>{name} can no longer sign in. Print the handover list, to be signed and filed?</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>Show the list</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>PasswordBox</name>
        <message>
            <source>Show what is typed</source>
            <translation>Show what is typed</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>People of the office</source>
            <translation>People of the office</translation>
        </message>
        <message>
            <source>Add an officer…</source>
            <translation>Add an officer…</translation>
        </message>
        <message>
            <source>acting for the head</source>
            <translation>acting for the head</translation>
        </message>
        <message>
            <source>Let act for me…</source>
            <translation>Let act for me…</translation>
        </message>
        <message>
            <source>{name} acts for the head from {first} to {last}</source>
            <translation>{name} acts for the head from {first} to {last}</translation>
        </message>
        <message>
            <source>End now…</source>
            <translation>End now…</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Hand over…</translation>
        </message>
    </context>
    <context>
        <name>PeriodDetail</name>
        <message>
            <source>projected</source>
            <translation>projected</translation>
        </message>
        <message>
            <source>Choose a period in the calendar</source>
            <translation>Choose a period in the calendar</translation>
        </message>
        <message>
            <source>opens {date}</source>
            <translation>opens {date}</translation>
        </message>
        <message>
            <source>due {weekday} {date}</source>
            <translation>due {weekday} {date}</translation>
        </message>
        <message>
            <source>data as at {date}</source>
            <translation>data as at {date}</translation>
        </message>
        <message>
            <source>a day off, submit by {date}</source>
            <translation>a day off, submit by {date}</translation>
        </message>
        <message>
            <source>public holidays of this year are not known yet</source>
            <translation>public holidays of this year are not known yet</translation>
        </message>
        <message>
            <source>projected from circular {number} of {date}</source>
            <translation>projected from circular {number} of {date}</translation>
        </message>
        <message>
            <source>circular {number} of {date}</source>
            <translation>circular {number} of {date}</translation>
        </message>
        <message>
        <source>cancelled by the circular in force; what was entered is kept and nothing more is expected</source>
        <translation>cancelled by the circular in force; what was entered is kept and nothing more is expected</translation>
    </message>
    </context>
    <context>
        <name>RegisterModel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Moo {n}</source>
            <translation>Moo {n}</translation>
        </message>
        <message>
            <source>T. {name}</source>
            <translation>T. {name}</translation>
        </message>
    </context>
    <context>
        <name>RegisterTable</name>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>Entered twice, and both kept</source>
            <translation>Entered twice, and both kept</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>Merged into</translation>
        </message>
        <message>
            <source>Reason given for a warning</source>
            <translation>Reason given for a warning</translation>
        </message>
    </context>
    <context>
        <name>Roles</name>
        <message>
            <source>Community development officer</source>
            <translation>Community development officer</translation>
        </message>
        <message>
            <source>District head</source>
            <translation>District head</translation>
        </message>
        <message>
            <source>Provincial officer</source>
            <translation>Provincial officer</translation>
        </message>
        <message>
            <source>Provincial head</source>
            <translation>Provincial head</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Department</translation>
        </message>
        <message>
            <source>Central administrator</source>
            <translation>Central administrator</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Viewer</translation>
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>About the program</source>
            <translation>About the program</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Changes are saved at once, for this machine.</source>
            <translation>Changes are saved at once, for this machine.</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>Display</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>Digits</translation>
        </message>
        <message>
            <source>You may type either kind everywhere.</source>
            <translation>You may type either kind everywhere.</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>Lock the screen after</source>
            <translation>Lock the screen after</translation>
        </message>
        <message>
            <source>without keyboard or mouse, 2 to 60 minutes</source>
            <translation>without keyboard or mouse, 2 to 60 minutes</translation>
        </message>
        <message>
            <source>Sending and receiving</source>
            <translation>Sending and receiving</translation>
        </message>
        <message>
            <source>Send automatically when connected</source>
            <translation>Send automatically when connected</translation>
        </message>
        <message>
            <source>Otherwise only when you press Send.</source>
            <translation>Otherwise only when you press Send.</translation>
        </message>
        <message>
            <source>Also on metered connections</source>
            <translation>Also on metered connections</translation>
        </message>
        <message>
            <source>Starts in the tray, so that reminders appear.</source>
            <translation>Starts in the tray, so that reminders appear.</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Empty: as the system. Ask your network's administrator.</source>
            <translation>Empty: as the system. Ask your network's administrator.</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>This machine</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Folder for backups</source>
            <translation>Folder for backups</translation>
        </message>
        <message>
            <source>Better on another disk or a USB stick; backups are encrypted.</source>
            <translation>Better on another disk or a USB stick; backups are encrypted.</translation>
        </message>
        <message>
            <source>Remind of due dates</source>
            <translation>Remind of due dates</translation>
        </message>
        <message>
            <source>7, 3 and 1 days before and on the day, once a day.</source>
            <translation>7, 3 and 1 days before and on the day, once a day.</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>Start with the computer</translation>
        </message>
        <message>
            <source>in the program's own folder</source>
            <translation>in the program's own folder</translation>
        </message>
        <message>
        <source>For example a mobile hotspot; otherwise changes wait for another connection or for Send now.</source>
        <translation>For example a mobile hotspot; otherwise changes wait for another connection or for Send now.</translation>
    </message>
    <message>
        <source>This computer does not say which connections are metered, so sending goes over all of them.</source>
        <translation>This computer does not say which connections are metered, so sending goes over all of them.</translation>
    </message>
        <message>
            <source>days</source>
            <translation>days</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
        <message>
            <source>Remind to back up after</source>
            <translation>Remind to back up after</translation>
        </message>
        <message>
            <source>A line on the home screen, when something has changed since the last backup.</source>
            <translation>A line on the home screen, when something has changed since the last backup.</translation>
        </message>
        <message>
            <source>Holidays and villages</source>
            <translation>Holidays and villages</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>This office's data are stored encrypted on this machine. Choose your name.</source>
            <translation>This office's data are stored encrypted on this machine. Choose your name.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>Other person</translation>
        </message>
        <message>
            <source>First use</source>
            <translation>First use</translation>
        </message>
        <message>
            <source>Save password and sign in</source>
            <translation>Save password and sign in</translation>
        </message>
        <message>
            <source>Note: the keyboard is set to Thai.</source>
            <translation>Note: the keyboard is set to Thai.</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Opening…</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
        <source>Preparing the data for the new version</source>
        <translation>Preparing the data for the new version</translation>
    </message>
    <message>
        <source>This happens once, at the first start of a new version. On an old machine it can take some minutes. Do not switch the machine off and do not close the program.</source>
        <translation>This happens once, at the first start of a new version. On an old machine it can take some minutes. Do not switch the machine off and do not close the program.</translation>
    </message>
    <message>
        <source>A copy of the data as they were is kept on this machine.</source>
        <translation>A copy of the data as they were is kept on this machine.</translation>
    </message>
    <message>
        <source>{n} % done</source>
        <translation>{n} % done</translation>
    </message>
        <message>
            <source>Forgotten password</source>
            <translation>Forgotten password</translation>
        </message>
</context>
    <context>
        <name>StandingReader</name>
        <message>
            <source>contacting central</source>
            <translation>contacting central</translation>
        </message>
        <message>
            <source>online</source>
            <translation>online</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>No contact with central yet</source>
            <translation>No contact with central yet</translation>
        </message>
        <message>
            <source>Last contact with central {ago}</source>
            <translation>Last contact with central {ago}</translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message>
            <source>Due today</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>{n} days left</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Not started</translation>
        </message>
        <message>
            <source>Being entered</source>
            <translation>Being entered</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>Proposed</translation>
        </message>
        <message>
            <source>Certified</source>
            <translation>Certified</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>On USB</source>
            <translation>On USB</translation>
        </message>
        <message>
            <source>Received by central</source>
            <translation>Received by central</translation>
        </message>
        <message>
            <source>Needs a decision</source>
            <translation>Needs a decision</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>on time</translation>
        </message>
        <message>
            <source>finished on time, arrived late</source>
            <translation>finished on time, arrived late</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>Proposed, awaiting certification</source>
            <translation>Awaiting certification</translation>
        </message>
        <message>
            <source>On time, arrived late</source>
            <translation>On time, arrived late</translation>
        </message>
        <message>
            <source>Received, late</source>
            <translation>Received, late</translation>
        </message>
        <message>
            <source>{n} days overdue</source>
            <translation>{n} days overdue</translation>
        </message>
        <message>
            <source>On this machine</source>
            <translation>On this machine</translation>
        </message>
        <message>
            <source>Certified, waiting to send</source>
            <translation>Certified, waiting to send</translation>
        </message>
        <message>
            <source>Not entered</source>
            <translation>Not entered</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>{n} to correct</source>
            <translation>{n} to correct</translation>
        </message>
        <message>
            <source>Needs a reason</source>
            <translation>Needs a reason</translation>
        </message>
        <message>
            <source>Not yet received</source>
            <translation>Not yet received</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>Start entering</source>
            <translation>Start entering</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>See comments</source>
            <translation>See comments</translation>
        </message>
        <message>
            <source>Check and certify</source>
            <translation>Check and certify</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>View</source>
            <translation>View</translation>
        </message>
        <message>
            <source>Due {date}</source>
            <translation>Due {date}</translation>
        </message>
        <message>
        <source>Cancelled period</source>
        <translation>Cancelled period</translation>
    </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Central Data Centre (CDD Desktop)</source>
            <translation>Central Data Centre (CDD Desktop)</translation>
        </message>
        <message>
            <source>Due dates</source>
            <translation>Due dates</translation>
        </message>
        <message>
            <source>{n} submissions are due soon. Sign in to see them.</source>
            <translation>{n} submissions are due soon. Sign in to see them.</translation>
        </message>
        <message>
            <source>{n} days overdue</source>
            <translation>{n} days overdue</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>{n} days left</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>{weekday}, {date}</source>
            <translation>{weekday}, {date}</translation>
        </message>
        <message>
            <source>{time}</source>
            <translation>{time}</translation>
        </message>
        <message>
            <source>a moment ago</source>
            <translation>a moment ago</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>{n} min ago</translation>
        </message>
        <message>
            <source>{n} h ago</source>
            <translation>{n} h ago</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>{n} days ago</source>
            <translation>{n} days ago</translation>
        </message>
        <message>
            <source>{name} District Office, {province}</source>
            <translation>{name} District Office, {province}</translation>
        </message>
        <message>
            <source>{name} Provincial Office</source>
            <translation>{name} Provincial Office</translation>
        </message>
        <message>
            <source>Community Development Department</source>
            <translation>Community Development Department</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>year {year}</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>Mo</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>Tu</translation>
        </message>
        <message>
            <source>We</source>
            <translation>We</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>Th</translation>
        </message>
        <message>
            <source>Fr</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>Su</translation>
        </message>
    </context>
    <context>
        <name>YearStrip</name>
        <message>
            <source>The fiscal year by months</source>
            <translation>The fiscal year by months</translation>
        </message>
    </context>
    <context>
        <name>YearTable</name>
        <message>
            <source>Due days by dataset and month</source>
            <translation>Due days by dataset and month</translation>
        </message>
    </context>
    <context>
        <name>PeopleForm</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Round</name>
        <message>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Excel…</source>
            <translation>Excel…</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>fiscal year {year}</translation>
        </message>
        <message>
            <source>Propose to: {head}</source>
            <translation>Propose to: {head}</translation>
        </message>
        <message>
            <source>State and history</source>
            <translation>State and history</translation>
        </message>
        <message>
            <source>Returned by {name} on {at}</source>
            <translation>Returned by {name} on {at}</translation>
        </message>
        <message>
            <source>This period has not begun. Entry is possible from {date}.</source>
            <translation>This period has not begun. Entry is possible from {date}.</translation>
        </message>
        <message>
            <source>This period has not begun yet.</source>
            <translation>This period has not begun yet.</translation>
        </message>
        <message>
            <source>The report has been proposed and waits for the head. To change something, take it back first.</source>
            <translation>The report has been proposed and waits for the head. To change something, take it back first.</translation>
        </message>
        <message>
            <source>The report has been certified. Only the head can re-open it, as long as central has not received it.</source>
            <translation>The report has been certified. Only the head can re-open it, as long as central has not received it.</translation>
        </message>
        <message>
            <source>The province has accepted the report. It can be changed after the province has returned it.</source>
            <translation>The province has accepted the report. It can be changed after the province has returned it.</translation>
        </message>
        <message>
            <source>The report has been approved. It can be changed after the province has returned it.</source>
            <translation>The report has been approved. It can be changed after the province has returned it.</translation>
        </message>
        <message>
            <source>This entry belongs to another office. You can only look at it.</source>
            <translation>This entry belongs to another office. You can only look at it.</translation>
        </message>
        <message>
            <source>Your role only looks at entries. An officer of this office enters them.</source>
            <translation>Your role only looks at entries. An officer of this office enters them.</translation>
        </message>
        <message>
            <source>This entry was made with a newer form. Update the program to edit it; nothing is lost.</source>
            <translation>This entry was made with a newer form. Update the program to edit it; nothing is lost.</translation>
        </message>
        <message>
            <source>An office of this level has no entries of this kind. There is nothing to fill in here.</source>
            <translation>An office of this level has no entries of this kind. There is nothing to fill in here.</translation>
        </message>
        <message>
            <source>Take back to change…</source>
            <translation>Take back to change…</translation>
        </message>
        <message>
            <source>Corrections asked for: {n}</source>
            <translation>Corrections asked for: {n}</translation>
        </message>
    </context>
    <context>
        <name>PersonalText</name>
    <message>
        <source>13 digits like a citizen id. This text is sent to central: please take the number out.</source>
        <translation>13 digits like a citizen id. This text is sent to central: please take the number out.</translation>
    </message>
    </context>
    <context>
        <name>LeftOffer</name>
    <message>
        <source>Go on there</source>
        <translation>Go on there</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>You stopped {when} at “{name}”</source>
        <translation>You stopped {when} at “{name}”</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    </context>
    <context>
        <name>BackupOffer</name>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>This machine has not been backed up yet. Changes so far: {n}.</source>
        <translation>This machine has not been backed up yet. Changes so far: {n}.</translation>
    </message>
    <message>
        <source>Last backup {when}. Changes since then: {n}.</source>
        <translation>Last backup {when}. Changes since then: {n}.</translation>
    </message>
    </context>
    <context>
        <name>Backup</name>
    <message>
        <source>Back up…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>Copying the data of this moment.</source>
        <translation>Copying the data of this moment.</translation>
    </message>
    <message>
        <source>Writing the backup. Leave the stick where it is.</source>
        <translation>Writing the backup. Leave the stick where it is.</translation>
    </message>
    <message>
        <source>Reading the backup to check it.</source>
        <translation>Reading the backup to check it.</translation>
    </message>
    <message>
        <source>Checking every page.</source>
        <translation>Checking every page.</translation>
    </message>
    </context>
    <context>
        <name>FirstReportGuide</name>
        <message>
            <source>Skip the guide</source>
            <translation>Skip the guide</translation>
        </message>
        <message>
            <source>Close the guide</source>
            <translation>Close the guide</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>Enter one</source>
            <translation>Enter one</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Propose</translation>
        </message>
        <message>
            <source>Head certifies</source>
            <translation>Head certifies</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Nothing can be entered now. The calendar shows what comes.</source>
            <translation>Nothing can be entered now. The calendar shows what comes.</translation>
        </message>
        <message>
            <source>Open the calendar</source>
            <translation>Open the calendar</translation>
        </message>
        <message>
            <source>Begin with {name}, due on {date}: open it and fill the first box.</source>
            <translation>Begin with {name}, due on {date}: open it and fill the first box.</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Open it</translation>
        </message>
        <message>
            <source>{name} came back with comments: correct what they say, then propose again.</source>
            <translation>{name} came back with comments: correct what they say, then propose again.</translation>
        </message>
        <message>
            <source>See the comments</source>
            <translation>See the comments</translation>
        </message>
        <message>
            <source>{name}: {n} entries are left. Fill or confirm each, or say that there are no data yet.</source>
            <translation>{name}: {n} entries are left. Fill or confirm each, or say that there are no data yet.</translation>
        </message>
        <message>
            <source>Go on entering</source>
            <translation>Go on entering</translation>
        </message>
        <message>
            <source>{name}: {n} entries have a mistake or want a written reason. Press each in the list.</source>
            <translation>{name}: {n} entries have a mistake or want a written reason. Press each in the list.</translation>
        </message>
        <message>
            <source>See which</source>
            <translation>See which</translation>
        </message>
        <message>
            <source>{name}: fill one entry to its end. It is saved by itself.</source>
            <translation>{name}: fill one entry to its end. It is saved by itself.</translation>
        </message>
        <message>
            <source>{name} is complete. Propose it to the head.</source>
            <translation>{name} is complete. Propose it to the head.</translation>
        </message>
        <message>
            <source>Go and propose</source>
            <translation>Go and propose</translation>
        </message>
        <message>
            <source>{name} is proposed. Now the {head} signs in here and certifies it.</source>
            <translation>{name} is proposed. Now the {head} signs in here and certifies it.</translation>
        </message>
        <message>
            <source>See what is proposed</source>
            <translation>See what is proposed</translation>
        </message>
        <message>
            <source>{name} is certified. It is sent by itself once there is a line, or now.</source>
            <translation>{name} is certified. It is sent by itself once there is a line, or now.</translation>
        </message>
        <message>
            <source>Go and send</source>
            <translation>Go and send</translation>
        </message>
        <message>
            <source>{name} is under way. It has arrived when its receipt is here.</source>
            <translation>{name} is under way. It has arrived when its receipt is here.</translation>
        </message>
        <message>
            <source>See what was sent</source>
            <translation>See what was sent</translation>
        </message>
        <message>
            <source>Central has received {name}. Receipt {no}.</source>
            <translation>Central has received {name}. Receipt {no}.</translation>
        </message>
        <message>
            <source>See the proof</source>
            <translation>See the proof</translation>
        </message>
    </context>
    <context>
        <name>GuideStrip</name>
        <message>
            <source>Skip the guide</source>
            <translation>Skip the guide</translation>
        </message>
        <message>
            <source>It can be called again from the help (F1).</source>
            <translation>It can be called again from the help (F1).</translation>
        </message>
        <message>
            <source>Step {n} of {all}</source>
            <translation>Step {n} of {all}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
    </context>
    <context>
        <name>RestoreScreen</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Put in the stick with the backup. Everything comes back as it was then; nothing is typed twice.</source>
        <translation>Put in the stick with the backup. Everything comes back as it was then; nothing is typed twice.</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>Choose the backup…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Your password of that day</source>
        <translation>Your password of that day</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Other backup</source>
        <translation>Other backup</translation>
    </message>
    <message>
        <source>Restore and begin</source>
        <translation>Restore and begin</translation>
    </message>
    <message>
        <source>Backup of {when}</source>
        <translation>Backup of {when}</translation>
    </message>
    <message>
        <source>{records} records, {unsent} changes not sent</source>
        <translation>{records} records, {unsent} changes not sent</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Put the backup in the place of what is on this machine?</source>
        <translation>Put the backup in the place of what is on this machine?</translation>
    </message>
    <message>
        <source>What is here now is kept in the folder backups of the program, but it is no longer worked with. What was entered after the backup and has not been sent is then only there.</source>
        <translation>What is here now is kept in the folder backups of the program, but it is no longer worked with. What was entered after the backup and has not been sent is then only there.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Stopped. Nothing was changed.</translation>
    </message>
    <message>
        <source>Note: the keyboard is set to Thai.</source>
        <translation>Note: the keyboard is set to Thai.</translation>
    </message>
    </context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Another folder…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Put in a USB stick: it appears here by itself.</source>
        <translation>Put in a USB stick: it appears here by itself.</translation>
    </message>
    <message>
        <source>{n} GB free</source>
        <translation>{n} GB free</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over the work of {name}</source>
        <translation>Hand over the work of {name}</translation>
    </message>
    <message>
        <source>Everything entered stays on this machine, drafts too. {name} can no longer sign in; what was done under this name keeps it. Print the list first and sign it together.</source>
        <translation>Everything entered stays on this machine, drafts too. {name} can no longer sign in; what was done under this name keeps it. Print the list first and sign it together.</translation>
    </message>
    <message>
        <source>Unfinished reports: {reports} · to decide: {questions} · changes not sent: {unsent}</source>
        <translation>Unfinished reports: {reports} · to decide: {questions} · changes not sent: {unsent}</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Who takes over</translation>
    </message>
    <message>
        <source>Handover list on paper…</source>
        <translation>Handover list on paper…</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>Please type your password.</translation>
    </message>
</context>
<context>
    <name>UpdateOffer</name>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Version {version} is ready. It begins when you next open the program; all data stay.</source>
        <translation>Version {version} is ready. It begins when you next open the program; all data stay.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Memo, as PDF or printed…</source>
        <translation>Memo, as PDF or printed…</translation>
    </message>
    <message>
        <source>Workbook (Excel)…</source>
        <translation>Workbook (Excel)…</translation>
    </message>
    <message>
        <source>Report of this month…</source>
        <translation>Report of this month…</translation>
    </message>
    <message>
        <source>Report of this month as a workbook…</source>
        <translation>Report of this month as a workbook…</translation>
    </message>
    <message>
        <source>Copy the table (Ctrl+C)</source>
        <translation>Copy the table (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy the chart (Ctrl+C)</source>
        <translation>Copy the chart (Ctrl+C)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Save workbook</source>
        <translation>Save workbook</translation>
    </message>
    <message>
        <source>Workbook saved</source>
        <translation>Workbook saved</translation>
    </message>
    <message>
        <source>{n} tables are in {file}.</source>
        <translation>{n} tables are in {file}.</translation>
    </message>
    <message>
        <source>The file is not encrypted; keep it where only those who may read it can.</source>
        <translation>The file is not encrypted; keep it where only those who may read it can.</translation>
    </message>
</context>
<context>
    <name>RecoverScreen</name>
    <message>
        <source>Forgotten password</source>
        <translation>Forgotten password</translation>
    </message>
    <message>
        <source>Central's administrator helps you to a new password. Nothing you entered is lost, and your colleagues go on signing in meanwhile.</source>
        <translation>Central's administrator helps you to a new password. Nothing you entered is lost, and your colleagues go on signing in meanwhile.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Set the password and sign in</source>
        <translation>Set the password and sign in</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Save the request…</translation>
    </message>
    <message>
        <source>The answer is here</source>
        <translation>The answer is here</translation>
    </message>
    <message>
        <source>1. Save the request. It is a small file that opens nothing by itself.</source>
        <translation>1. Save the request. It is a small file that opens nothing by itself.</translation>
    </message>
    <message>
        <source>2. Send it to central's administrator, by e-mail or on a stick.</source>
        <translation>2. Send it to central's administrator, by e-mail or on a stick.</translation>
    </message>
    <message>
        <source>3. The administrator makes sure by telephone that it is you, sends a file back, and reads you a code. Write the code down.</source>
        <translation>3. The administrator makes sure by telephone that it is you, sends a file back, and reads you a code. Write the code down.</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>Choose the answer…</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>No file chosen yet</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>The code that was read to you</source>
        <translation>The code that was read to you</translation>
    </message>
    <message>
        <source>New password, at least {n} characters</source>
        <translation>New password, at least {n} characters</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>The same password again</translation>
    </message>
    <message>
        <source>Requests about a password</source>
        <translation>Requests about a password</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Saved: {file}. Send it, and come back here when you have the answer and the code.</source>
        <translation>Saved: {file}. Send it, and come back here when you have the answer and the code.</translation>
    </message>
    <message>
        <source>Answers about a password</source>
        <translation>Answers about a password</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>The answer</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one in both boxes.</source>
        <translation>The two passwords differ. Type the same one in both boxes.</translation>
    </message>
    <message>
        <source>Note: the keyboard is set to Thai.</source>
        <translation>Note: the keyboard is set to Thai.</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>{name} answered, {date}: {text}</source>
        <translation>{name} answered, {date}: {text}</translation>
    </message>
</context>
</TS>
