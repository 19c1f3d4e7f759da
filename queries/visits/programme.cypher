// برنامج زيارة · What was done on a visit
//
// Question:
//   أي المباحثات والتكريمات جرت في هذه الزيارة، ومن شارك فيها؟
//   Which talks and honours belonged to this visit, and who took part in them?
//
// Parameters:
//   event: event — id of the visit, also one that it had before
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — talks or honor
//   subtype: string — such as reception, negotiation, medal
//   status: string — occurred, planned or cancelled
//   title: string — what it was
//   who: set — everybody who took part
//   reports: integer — how many reports tell of it
//   event_id: string — id of the event
//
// Example:
//   event=e-0123456789ab

OPTIONAL MATCH (former:Redirect {id: $event})
WITH coalesce(former.target, $event) AS wanted
MATCH (visit:Event)
WHERE visit.id = wanted
WITH visit
MATCH (event:Event)-[:PART_OF]->(visit)
WITH event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
OPTIONAL MATCH (event)<-[:TOOK_PART]-(actor:Actor)
WITH event, collect(DISTINCT actor.name) AS present
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.subtype AS subtype,
       event.status AS status, event.title AS title, present AS who, event.report_count AS reports,
       event.id AS event_id
ORDER BY event.date, event.id
