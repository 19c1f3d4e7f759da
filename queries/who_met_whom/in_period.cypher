// كل ما جرى في مدة · Every contact of a period, in order of time
//
// Question:
//   أي لقاءات وزيارات واتصالات وتكريمات تقع في هذه الأيام، وبين من؟
//   Which meetings, visits, calls and honours fall into these days, and between whom?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period; events without any day are left out
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   statuses: list of occurred, planned, cancelled = — only these; empty means all
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   title: string — what it was
//   parties: set — those it was between
//   reports: integer — how many tell of it
//   event_id: string — id of the event
//
// Example:
//   from=2021-05-10
//   to=2021-05-21

MATCH (event:Event)
WHERE event.date <= date($to)
  AND coalesce(event.date_end, event.date) >= date($from)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
OPTIONAL MATCH (event)-[:BETWEEN]->(side:Party)
WITH event, collect(DISTINCT side.name_ar) AS sides
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       event.title AS title, sides AS parties, event.report_count AS reports, event.id AS event_id
ORDER BY event.date, event.id
