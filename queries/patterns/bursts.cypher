// أشهر من التواصل الكثيف · Bursts: months of more contact than usual
//
// Question:
//   في أي الأشهر تواصل هذان الطرفان أكثر من المعتاد، وفي أي المواضيع؟
//   In which months were these two parties in contact more than usual, and about what?
//
// Parameters:
//   first: party — code, name or alias of a party, in full
//   second: party — the other party
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   times: integer = 2 — only months with so many times the usual number
//
// Columns:
//   month: string — such as 2021-03; events of which only the year is known are left out
//   contacts: integer — events that took place in the month
//   total: integer — all in the period
//   months: integer — months with any; the usual number of a month is the total by these
//   types: set — what they were
//   topics: set — what they were about
//   event_ids: set — ids of the events of the month
//
// Example:
//   first=US
//   second=إسرائيل
//   times=1

MATCH (one:Party)
WHERE one.search CONTAINS ('| ' + $first + ' |')
MATCH (two:Party)
WHERE two.search CONTAINS ('| ' + $second + ' |') AND two.id <> one.id
MATCH (one)<-[:LINKS]-(tie:Tie)-[:LINKS]->(two)
WITH DISTINCT tie
MATCH (counted:Event)-[:CONTACT_OF]->(tie)
WITH tie, counted
WHERE counted.status = 'occurred' AND counted.month IS NOT NULL
  AND counted.date >= date($from) AND counted.date <= date($to)
WITH tie, count(DISTINCT counted.id) AS whole, count(DISTINCT counted.month) AS active
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH tie, whole, active, event
WHERE event.status = 'occurred' AND event.month IS NOT NULL
  AND event.date >= date($from) AND event.date <= date($to)
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH tie, whole, active, event.month AS bursting, count(DISTINCT event.id) AS often,
     collect(DISTINCT event.type) AS kinds,
     collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects, collect(DISTINCT event.id) AS ids
WHERE often * active >= $times * whole
RETURN bursting AS month, often AS contacts, whole AS total, active AS months, kinds AS types,
       subjects AS topics, ids AS event_ids
ORDER BY often DESC, month
