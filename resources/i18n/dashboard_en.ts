<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AreaScreen</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
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
        <source>Year {year}</source>
        <translation>Year {year}</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>Completeness and timeliness</source>
        <translation>Completeness and timeliness</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>By code</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Most missing first</source>
        <translation>Most missing first</translation>
    </message>
    <message>
        <source>Order: {how}</source>
        <translation>Order: {how}</translation>
    </message>
    <message>
        <source>All bureaus</source>
        <translation>All bureaus</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>Quarter {n}</source>
        <translation>Quarter {n}</translation>
    </message>
    <message>
        <source>Until today</source>
        <translation>Until today</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>Submissions of this office</source>
        <translation>Submissions of this office</translation>
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
        <source>fiscal year {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
    <message>
        <source>{n} offices</source>
        <translation>{n} offices</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>projected</translation>
    </message>
    <message>
        <source>this office's last contact {n} days ago</source>
        <translation>this office's last contact {n} days ago</translation>
    </message>
    <message>
        <source>submissions from {n} of {m} offices</source>
        <translation>submissions from {n} of {m} offices</translation>
    </message>
    <message>
        <source>all offices in contact within 7 days</source>
        <translation>all offices in contact within 7 days</translation>
    </message>
    <message>
        <source>{n} submissions of withdrawn periods</source>
        <translation>{n} submissions of withdrawn periods</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>no contact for more than 7 days: {names}</source>
        <translation>no contact for more than 7 days: {names}</translation>
    </message>
</context>
<context>
    <name>DashboardViews</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>What is new</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Comments: {n}</source>
        <translation>Comments: {n}</translation>
    </message>
    <message>
        <source>commented before</source>
        <translation>commented before</translation>
    </message>
    <message>
        <source>Reasons: {n}</source>
        <translation>Reasons: {n}</translation>
    </message>
    <message>
        <source>Errors: {n}</source>
        <translation>Errors: {n}</translation>
    </message>
    <message>
        <source>Warnings: {n}</source>
        <translation>Warnings: {n}</translation>
    </message>
    <message>
        <source>same as last period</source>
        <translation>same as last period</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Differs from last period</source>
        <translation>Differs from last period</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>Reason: {rule}</source>
        <translation>Reason: {rule}</translation>
    </message>
</context>
<context>
    <name>FieldsView</name>
    <message>
        <source>Fields of the record</source>
        <translation>Fields of the record</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>{n} more are open</source>
        <translation>{n} more are open</translation>
    </message>
    <message>
        <source>expected by today</source>
        <translation>expected by today</translation>
    </message>
    <message>
        <source>complete · {share}</source>
        <translation>complete · {share}</translation>
    </message>
    <message>
        <source>entries {percent} · {share}</source>
        <translation>entries {percent} · {share}</translation>
    </message>
    <message>
        <source>on time · {share}</source>
        <translation>on time · {share}</translation>
    </message>
    <message>
        <source>done in time, arrived late</source>
        <translation>done in time, arrived late</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>{n} received, to check</source>
        <translation>{n} received, to check</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} of {m}</translation>
    </message>
</context>
<context>
    <name>IndicatorsScreen</name>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Numbers of the area</source>
        <translation>Numbers of the area</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Age and sex</source>
        <translation>Age and sex</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{n} of {m} received, {late} late, {missing} missing, {returned} returned</source>
        <translation>{n} of {m} received, {late} late, {missing} missing, {returned} returned</translation>
    </message>
    <message>
        <source>Received of expected</source>
        <translation>Received of expected</translation>
    </message>
    <message>
        <source>Complete
</source>
        <translation>Complete
</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>due {date}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Offices and datasets</source>
        <translation>Offices and datasets</translation>
    </message>
</context>
<context>
    <name>NewsScreen</name>
    <message>
        <source>Steps since yesterday</source>
        <translation>Steps since yesterday</translation>
    </message>
    <message>
        <source>Contact of the offices</source>
        <translation>Contact of the offices</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>What is new</translation>
    </message>
</context>
<context>
    <name>OfficeModel</name>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
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
</context>
<context>
    <name>OfficeView</name>
    <message>
        <source>Submissions of the office</source>
        <translation>Submissions of the office</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Photos and files of this record</source>
        <translation>Photos and files of this record</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Fetch the photos from central</source>
        <translation>Fetch the photos from central</translation>
    </message>
    <message>
        <source>Fetching from central…</source>
        <translation>Fetching from central…</translation>
    </message>
    <message>
        <source>{n} not on this machine yet</source>
        <translation>{n} not on this machine yet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Central was not reached. Ask again when there is a line; what has come already is kept.</source>
        <translation>Central was not reached. Ask again when there is a line; what has come already is kept.</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Not here yet</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>File, {n} KB</source>
        <translation>File, {n} KB</translation>
    </message>
</context>
<context>
    <name>QualityScreen</name>
    <message>
        <source>Quality of the data</source>
        <translation>Quality of the data</translation>
    </message>
    <message>
        <source>By office</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>Unusual figures</source>
        <translation>Unusual figures</translation>
    </message>
    <message>
        <source>Copied figures</source>
        <translation>Copied figures</translation>
    </message>
    <message>
        <source>None has been found.</source>
        <translation>None has been found.</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Enter on a line writes a comment on it; comments go with “Send back”.</source>
        <translation>Enter on a line writes a comment on it; comments go with “Send back”.</translation>
    </message>
    <message>
        <source>Comment on the whole record</source>
        <translation>Comment on the whole record</translation>
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
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>Reasons given</source>
        <translation>Reasons given</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} pictures</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Photos ({n})</source>
        <translation>Photos ({n})</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Send back</translation>
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
        <source>Steps so far</source>
        <translation>Steps so far</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Records of the submission</source>
        <translation>Records of the submission</translation>
    </message>
    <message>
        <source>Sent back by {name}: {reason}</source>
        <translation>Sent back by {name}: {reason}</translation>
    </message>
    <message>
        <source>The office reports that there is nothing to report in this period.</source>
        <translation>The office reports that there is nothing to report in this period.</translation>
    </message>
    <message>
        <source>The head states: {text}</source>
        <translation>The head states: {text}</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>A nil report has no records.</source>
        <translation>A nil report has no records.</translation>
    </message>
    <message>
        <source>The records are not on this machine</source>
        <translation>The records are not on this machine</translation>
    </message>
    <message>
        <source>They come with the next contact; the country sees facts and figures only.</source>
        <translation>They come with the next contact; the country sees facts and figures only.</translation>
    </message>
    <message>
        <source>The certified list is empty</source>
        <translation>The certified list is empty</translation>
    </message>
    <message>
        <source>The head states this in writing.</source>
        <translation>The head states this in writing.</translation>
    </message>
    <message>
        <source>Not yet certified</source>
        <translation>Not yet certified</translation>
    </message>
    <message>
        <source>{done} of {all} entries are done. Values can be seen once the head has certified them.</source>
        <translation>{done} of {all} entries are done. Values can be seen once the head has certified them.</translation>
    </message>
    <message>
        <source>{n} records</source>
        <translation>{n} records</translation>
    </message>
    <message>
        <source>{n} comments</source>
        <translation>comments: {n}</translation>
    </message>
    <message>
        <source>The office corrects it and certifies again. It stays received, with its timeliness.</source>
        <translation>The office corrects it and certifies again. It stays received, with its timeliness.</translation>
    </message>
    <message>
        <source>Send back for correction</source>
        <translation>Send back for correction</translation>
    </message>
    <message>
        <source>{n} comments go with it.</source>
        <translation>Comments that go with it: {n}.</translation>
    </message>
    <message>
        <source>Please correct as commented</source>
        <translation>Please correct as commented</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>No steps yet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reason given: {text}</source>
        <translation>Reason given: {text}</translation>
    </message>
    <message>
        <source>Next that waits</source>
        <translation>Next that waits</translation>
    </message>
    <message>
        <source>The office answers: {text}</source>
        <translation>The office answers: {text}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>StandingRow</name>
    <message>
        <source>certified by {name}, {when}</source>
        <translation>certified by {name}, {when}</translation>
    </message>
    <message>
        <source>certified by {name} (acting), {when}</source>
        <translation>certified by {name} (acting), {when}</translation>
    </message>
    <message>
        <source>received {when}, receipt {no}</source>
        <translation>received {when}, receipt {no}</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>due {date}</translation>
    </message>
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
        <source>returned</source>
        <translation>returned</translation>
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
        <source>{n} comments</source>
        <translation>comments: {n}</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>not yet received</source>
        <translation>not yet received</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unconfirmed</translation>
    </message>
    <message>
        <source>{name} (acting)</source>
        <translation>{name} (acting)</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>answers: {n}</translation>
    </message>
</context>
</TS>
