<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DashboardCells</name>
    <message>
        <source>not due</source>
        <translation>not due</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>arrived late</source>
        <translation>arrived late</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>to check</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>Not reported by this office</source>
        <translation>Not reported by this office</translation>
    </message>
    <message>
        <source>Before the office began to report</source>
        <translation>Before the office began to report</translation>
    </message>
    <message>
        <source>Not yet open</source>
        <translation>Not yet open</translation>
    </message>
    <message>
        <source>Open, not yet received</source>
        <translation>Open, not yet received</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Returned for correction</source>
        <translation>Returned for correction</translation>
    </message>
    <message>
        <source>Received late, to check</source>
        <translation>Received late, to check</translation>
    </message>
    <message>
        <source>Finished on time, arrived late</source>
        <translation>Finished on time, arrived late</translation>
    </message>
    <message>
        <source>Received, to check</source>
        <translation>Received, to check</translation>
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
        <source>no data</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>nothing to report</translation>
    </message>
    <message>
        <source>{done} of {all} entries done</source>
        <translation>{done} of {all} entries done</translation>
    </message>
    <message>
        <source>{n} of {m} submissions received</source>
        <translation>{n} of {m} submissions received</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>due {date}</translation>
    </message>
</context>
<context>
    <name>DashboardHeads</name>
    <message>
        <source>Anniversary</source>
        <translation>Anniversary</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>Leaders</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Savings</translation>
    </message>
    <message>
        <source>KKJ fund</source>
        <translation>KKJ fund</translation>
    </message>
    <message>
        <source>Institutes</source>
        <translation>Institutes</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Networks</translation>
    </message>
    <message>
        <source>OTOP</source>
        <translation>OTOP</translation>
    </message>
    <message>
        <source>Mother fund</source>
        <translation>Mother fund</translation>
    </message>
</context>
<context>
    <name>DashboardSteps</name>
    <message>
        <source>proposed</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>certified</translation>
    </message>
    <message>
        <source>re-opened</source>
        <translation>re-opened</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approved</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>nothing to report</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>not reported</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>not due</translation>
    </message>
    <message>
        <source>Year so far</source>
        <translation>Year so far</translation>
    </message>
    <message>
        <source>Latest period</source>
        <translation>Latest period</translation>
    </message>
    <message>
        <source>in millions</source>
        <translation>in millions</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>this year</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>last year</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>step {n} · {share}</source>
        <translation>step {n} · {share}</translation>
    </message>
    <message>
        <source>{n} of {m} reports</source>
        <translation>{n} of {m} reports</translation>
    </message>
    <message>
        <source>{n} of {m} offices</source>
        <translation>{n} of {m} offices</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>against last year {share} (same offices only)</source>
        <translation>against last year {share} (same offices only)</translation>
    </message>
    <message>
        <source>Reports received</source>
        <translation>Reports received</translation>
    </message>
    <message>
        <source>Reports due</source>
        <translation>Reports due</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>n of m</source>
        <translation>n of m</translation>
    </message>
    <message>
        <source>against last year</source>
        <translation>against last year</translation>
    </message>
    <message>
        <source>step</source>
        <translation>step</translation>
    </message>
    <message>
        <source>step {n} of 5</source>
        <translation>step {n} of 5</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Active leaders by age and sex</source>
        <translation>Active leaders by age and sex</translation>
    </message>
    <message>
        <source>women</source>
        <translation>women</translation>
    </message>
    <message>
        <source>men</source>
        <translation>men</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>70 and over</source>
        <translation>70 and over</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>counted of all</source>
        <translation>counted of all</translation>
    </message>
    <message>
        <source>up {rose} · down {fell}</source>
        <translation>up {rose} · down {fell}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>stayed</source>
        <translation>stayed</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>fell</translation>
    </message>
    <message>
        <source>{rounds}; no figures yet of: {names}</source>
        <translation>{rounds}; no figures yet of: {names}</translation>
    </message>
    <message>
        <source>Rounds not due yet: {n} ({rounds})</source>
        <translation>Rounds not due yet: {n} ({rounds})</translation>
    </message>
    <message>
        <source>left out: {n} areas of which no report is due</source>
        <translation>left out: {n} areas of which no report is due</translation>
    </message>
    <message>
        <source>before it began</source>
        <translation>before it began</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Office</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Waiting (days)</source>
        <translation>Waiting (days)</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Look at</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} reports</translation>
    </message>
    <message>
        <source>reasons {n}</source>
        <translation>reasons {n}</translation>
    </message>
    <message>
        <source>sent back {n} times</source>
        <translation>sent back {n} times</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>nothing to report</translation>
    </message>
    <message>
        <source>statement of the head</source>
        <translation>statement of the head</translation>
    </message>
    <message>
        <source>nothing unusual</source>
        <translation>nothing unusual</translation>
    </message>
    <message>
        <source>errors {n}</source>
        <translation>errors {n}</translation>
    </message>
    <message>
        <source>warnings {n}</source>
        <translation>warnings {n}</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Completeness and timeliness</source>
        <translation>Completeness and timeliness</translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation>Quality of the data</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>What is new</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>Reports to review</translation>
    </message>
    <message>
        <source>{n} of {m} reports hold something to look at</source>
        <translation>{n} of {m} reports hold something to look at</translation>
    </message>
    <message>
        <source>As of {when}</source>
        <translation>As of {when}</translation>
    </message>
    <message>
        <source>Due in {month}</source>
        <translation>Due in {month}</translation>
    </message>
    <message>
        <source>The fiscal year until today</source>
        <translation>The fiscal year until today</translation>
    </message>
    <message>
        <source>Due in {month}: {sentence}</source>
        <translation>Due in {month}: {sentence}</translation>
    </message>
    <message>
        <source>Report of {month}</source>
        <translation>Report of {month}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Since yesterday: {n} steps</source>
        <translation>Since yesterday: {n} steps</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Days since the last contact</source>
        <translation>Days since the last contact</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Reports received</source>
        <translation>Reports received</translation>
    </message>
    <message>
        <source>Reports expected</source>
        <translation>Reports expected</translation>
    </message>
    <message>
        <source>No contact for more than 7 days: {n} of {m} offices</source>
        <translation>No contact for more than 7 days: {n} of {m} offices</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} days ago</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>What is measured</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Of those expected</source>
        <translation>Of those expected</translation>
    </message>
    <message>
        <source>Reports of it</source>
        <translation>Reports of it</translation>
    </message>
    <message>
        <source>Expected by today</source>
        <translation>Expected by today</translation>
    </message>
    <message>
        <source>Received (declared completeness)</source>
        <translation>Received (declared completeness)</translation>
    </message>
    <message>
        <source>Received on time</source>
        <translation>Received on time</translation>
    </message>
    <message>
        <source>Done in time, arrived late</source>
        <translation>Done in time, arrived late</translation>
    </message>
    <message>
        <source>Received late</source>
        <translation>Received late</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>Received, to check</source>
        <translation>Received, to check</translation>
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
        <source>Nothing to report</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>Entries done, of those expected (computed completeness)</source>
        <translation>Entries done, of those expected (computed completeness)</translation>
    </message>
    <message>
        <source>Open, not yet due</source>
        <translation>Open, not yet due</translation>
    </message>
    <message>
        <source>Figures of the area</source>
        <translation>Figures of the area</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Provinces × datasets</source>
        <translation>Provinces × datasets</translation>
    </message>
    <message>
        <source>Offices × datasets</source>
        <translation>Offices × datasets</translation>
    </message>
    <message>
        <source>Submissions of this office</source>
        <translation>Submissions of this office</translation>
    </message>
    <message>
        <source>Missing or sent back</source>
        <translation>Missing or sent back</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Every report</source>
        <translation>Every report</translation>
    </message>
    <message>
        <source>Received of expected</source>
        <translation>Received of expected</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>Entries done</source>
        <translation>Entries done</translation>
    </message>
    <message>
        <source>Entries expected</source>
        <translation>Entries expected</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>Quality by office</source>
        <translation>Quality by office</translation>
    </message>
    <message>
        <source>Declared: reports received of those expected. Computed: entries done of those expected. Current: register entries dealt with within a year.</source>
        <translation>Declared: reports received of those expected. Computed: entries done of those expected. Current: register entries dealt with within a year.</translation>
    </message>
    <message>
        <source>Warnings open</source>
        <translation>Warnings open</translation>
    </message>
    <message>
        <source>Warnings explained</source>
        <translation>Warnings explained</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>Reports on time</source>
        <translation>Reports on time</translation>
    </message>
    <message>
        <source>Days before due</source>
        <translation>Days before due</translation>
    </message>
    <message>
        <source>Current registers</source>
        <translation>Current registers</translation>
    </message>
    <message>
        <source>Current entries</source>
        <translation>Current entries</translation>
    </message>
    <message>
        <source>Register entries</source>
        <translation>Register entries</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>Warnings open / explained</source>
        <translation>Warnings open / explained</translation>
    </message>
    <message>
        <source>Sent back / answered</source>
        <translation>Sent back / answered</translation>
    </message>
    <message>
        <source>Answered within</source>
        <translation>Answered within</translation>
    </message>
    <message>
        <source>Answered within (hours)</source>
        <translation>Answered within (hours)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Records copied</source>
        <translation>Records copied</translation>
    </message>
    <message>
        <source>Records compared</source>
        <translation>Records compared</translation>
    </message>
    <message>
        <source>Lists known</source>
        <translation>Lists known</translation>
    </message>
    <message>
        <source>{n} entries with errors</source>
        <translation>{n} entries with errors</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Unusual figures</source>
        <translation>Unusual figures</translation>
    </message>
    <message>
        <source>Figures far from what is usual for the same office: beyond three times the breadth of the middle half of its earlier periods. Five of them have to be there. It may be right: ask the office.</source>
        <translation>Figures far from what is usual for the same office: beyond three times the breadth of the middle half of its earlier periods. Five of them have to be there. It may be right: ask the office.</translation>
    </message>
    <message>
        <source>{low} to {high} (middle {middle}, {n} periods)</source>
        <translation>{low} to {high} (middle {middle}, {n} periods)</translation>
    </message>
    <message>
        <source>Records with the same figures</source>
        <translation>Records with the same figures</translation>
    </message>
    <message>
        <source>Copied figures</source>
        <translation>Copied figures</translation>
    </message>
    <message>
        <source>Records in which every amount and count is that of the period before. It may be right: ask the office.</source>
        <translation>Records in which every amount and count is that of the period before. It may be right: ask the office.</translation>
    </message>
    <message>
        <source>Of {expected} reports expected {received} were received, {share}; on time {timely}.</source>
        <translation>Of {expected} reports expected {received} were received, {share}; on time {timely}.</translation>
    </message>
    <message>
        <source>Missing: {missing} reports. Sent back: {returned}. Received late: {late}. To be checked: {waiting}.</source>
        <translation>Missing: {missing} reports. Sent back: {returned}. Received late: {late}. To be checked: {waiting}.</translation>
    </message>
    <message>
        <source>submissions from {n} of {m} offices</source>
        <translation>submissions from {n} of {m} offices</translation>
    </message>
    <message>
        <source>Entries with errors: {errors}. Warnings open: {open}, explained: {explained}.</source>
        <translation>Entries with errors: {errors}. Warnings open: {open}, explained: {explained}.</translation>
    </message>
    <message>
        <source>Figures to ask about: {unusual} unusual ones, and {copied} reports with figures of the period before.</source>
        <translation>Figures to ask about: {unusual} unusual ones, and {copied} reports with figures of the period before.</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>whole country</source>
        <translation>whole country</translation>
    </message>
    <message>
        <source>fiscal year {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
    <message>
        <source>Nothing has been received from central yet: only this machine's own data are shown</source>
        <translation>Nothing has been received from central yet: only this machine's own data are shown</translation>
    </message>
    <message>
        <source>As of {when} (last contact {ago})</source>
        <translation>As of {when} (last contact {ago})</translation>
    </message>
    <message>
        <source>figures of {n} lists are still being added up</source>
        <translation>figures of {n} lists are still being added up</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>None has been found.</source>
        <translation>None has been found.</translation>
    </message>
</context>
<context>
    <name>IndicatorHints</name>
    <message>
        <source>Step 1 to 5: sales against the same months of last year, offices with both years only; below {low}% is 1, from {low}, {two}, {three}, {four}% on it is 2, 3, 4, 5.</source>
        <translation>Step 1 to 5: sales against the same months of last year, offices with both years only; below {low}% is 1, from {low}, {two}, {three}, {four}% on it is 2, 3, 4, 5.</translation>
    </message>
    <message>
        <source>Villages are those named in the register of leaders.</source>
        <translation>Villages are those named in the register of leaders.</translation>
    </message>
    <message>
        <source>Districts in which somebody was certified, of all districts of the province.</source>
        <translation>Districts in which somebody was certified, of all districts of the province.</translation>
    </message>
    <message>
        <source>Tambons with exactly one man and one woman as active volunteer leaders, of all tambons of the district.</source>
        <translation>Tambons with exactly one man and one woman as active volunteer leaders, of all tambons of the district.</translation>
    </message>
    <message>
        <source>Villages with four active volunteers or more, of the villages named in the register of leaders.</source>
        <translation>Villages with four active volunteers or more, of the villages named in the register of leaders.</translation>
    </message>
    <message>
        <source>Villages with an active group.</source>
        <translation>Villages with an active group.</translation>
    </message>
    <message>
        <source>Against the period before, offices that have reported both only.</source>
        <translation>Against the period before, offices that have reported both only.</translation>
    </message>
    <message>
        <source>Villages checked in both years whose grade is better, the same or worse than last year.</source>
        <translation>Villages checked in both years whose grade is better, the same or worse than last year.</translation>
    </message>
    <message>
        <source>How many of the checked villages fail each of the 19 items, and by office how many items a village fails.</source>
        <translation>How many of the checked villages fail each of the 19 items, and by office how many items a village fails.</translation>
    </message>
    <message>
        <source>Producers with sales in the month, of the active ones in the register.</source>
        <translation>Producers with sales in the month, of the active ones in the register.</translation>
    </message>
    <message>
        <source>Sales of the year by the tambon of the producer; sales at events have no tambon.</source>
        <translation>Sales of the year by the tambon of the producer; sales at events have no tambon.</translation>
    </message>
    <message>
        <source>All months until then, of those that have reported.</source>
        <translation>All months until then, of those that have reported.</translation>
    </message>
    <message>
        <source>Offices whose report is missing although its day is over.</source>
        <translation>Offices whose report is missing although its day is over.</translation>
    </message>
    <message>
        <source>Of the provinces whose day is over, also those that report that there is nothing.</source>
        <translation>Of the provinces whose day is over, also those that report that there is nothing.</translation>
    </message>
    <message>
        <source>Each tile names what most of its area is, and how many of how many.</source>
        <translation>Each tile names what most of its area is, and how many of how many.</translation>
    </message>
    <message>
        <source>The percentage behind a bar is against last year, same offices only.</source>
        <translation>The percentage behind a bar is against last year, same offices only.</translation>
    </message>
</context>
</TS>
