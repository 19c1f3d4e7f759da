// أحداث قد تكون واحدا · Events that may be one
//
// Question:
//   أي أحداث هذا الطرف تتفق في النوع واليوم والطرفين، وقد تكون حدثا واحدا؟
//   Which events of this party are of one type, day and pair of parties, and may be one?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   limit: integer = 200 — so many rows, the newest
//
// Columns:
//   date: date — the day; events of which no day is known are left out
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   partner: string — the other party
//   events: integer — how many there are; liqaa judge says which are one
//   titles: set — what they were
//   event_ids: set — their ids
//
// Example:
//   party=US

MATCH (own:Party)
WHERE own.search CONTAINS ('| ' + $party + ' |')
MATCH (own)<-[:LINKS]-(tie:Tie)-[:LINKS]->(other:Party)
WHERE other.id <> own.id
WITH DISTINCT other, tie
UNWIND tie.alike AS moment
WITH other, tie, moment, left(moment, 10) AS day
WHERE day >= $from AND day <= $to
WITH other, tie, moment, day ORDER BY day DESC, other.id, moment LIMIT $limit
// DISTINCT keeps the planner to the index of days: from a busy tie it would read all of its events for each.
MATCH (event:Event)
WHERE event.date = date(day)
WITH DISTINCT other, tie, moment, event
WHERE event.date_precision = 'day'
  AND moment = left(moment, 11) + event.type + ' ' + event.status
MATCH (event)-[:CONTACT_OF]->(tie)
WITH other, moment, event.date AS day, event.type AS kind, event.status AS state,
     count(DISTINCT event.id) AS many, collect(DISTINCT event.title) AS what, collect(DISTINCT event.id) AS ids
RETURN day AS date, kind AS type, state AS status, other.name_ar AS partner, many AS events, what AS titles,
       ids AS event_ids
ORDER BY day, other.id, kind, state
