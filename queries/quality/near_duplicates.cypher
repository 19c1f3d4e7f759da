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
MATCH (own)<-[:BETWEEN]-(event:Event)-[:BETWEEN]->(other:Party)
WHERE other.id <> own.id AND event.date_precision = 'day'
  AND event.date >= date($from) AND event.date <= date($to)
WITH other, event.date AS day, event.type AS kind, event.status AS state,
     count(DISTINCT event.id) AS many, collect(DISTINCT event.title) AS what,
     collect(DISTINCT event.id) AS ids
WHERE many > 1
RETURN day AS date, kind AS type, state AS status, other.name_ar AS partner, many AS events, what AS titles,
       ids AS event_ids
ORDER BY day, other.id, kind, state
