// مواضيع طرفين شهرا بعد شهر · Topics of two parties by month
//
// Question:
//   في أي المواضيع تباحث هذان الطرفان في كل شهر، وكم مرة؟
//   About what did these two parties talk in each month, and how often?
//
// Parameters:
//   first: party — code, name or alias of a party, in full
//   second: party — the other party
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = talks, call — only these types; empty means all
//
// Columns:
//   month: string — such as 2021-03; events of which only the year is known are left out
//   topic: string — what it was about
//   contacts: integer — events about it that took place in the month
//   topic_id: string — id of the topic
//   event_ids: set — ids of the events
//
// Example:
//   first=US
//   second=إسرائيل

MATCH (one:Party)
WHERE one.search CONTAINS ('| ' + $first + ' |')
MATCH (two:Party)
WHERE two.search CONTAINS ('| ' + $second + ' |') AND two.id <> one.id
MATCH (one)<-[:LINKS]-(tie:Tie)-[:LINKS]->(two)
WITH DISTINCT tie
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH event
WHERE event.status = 'occurred' AND event.month IS NOT NULL
  AND event.date >= date($from) AND event.date <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
MATCH (event)-[:ABOUT]->(subject:Topic)
RETURN event.month AS month, coalesce(subject.name_ar, subject.name_en) AS topic,
       count(DISTINCT event.id) AS contacts, subject.id AS topic_id, collect(DISTINCT event.id) AS event_ids
ORDER BY month, contacts DESC, topic_id
