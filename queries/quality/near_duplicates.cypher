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
WITH DISTINCT own
MATCH (own)<-[:LINKS]-(tie:Tie)-[:LINKS]->(other:Party)
WHERE other.id <> own.id
WITH other, tie
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH DISTINCT other, event
WHERE event.date_precision = 'day'
  AND event.date >= date($from) AND event.date <= date($to)
WITH other, event.date AS day, event.type AS kind, event.status AS state,
     count(*) AS many, collect(event.id) AS ids
WHERE many > 1
WITH other, day, kind, state, many, ids ORDER BY day DESC, other.id, kind, state LIMIT $limit
UNWIND ids AS found_id
MATCH (alike:Event)
WHERE alike.id = found_id
WITH other, day, kind, state, many, ids, collect(DISTINCT alike.title) AS what
RETURN day AS date, kind AS type, state AS status, other.name_ar AS partner, many AS events, what AS titles,
       ids AS event_ids
ORDER BY day, other.id, kind, state
