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
//   limit: integer = 200 — so many rows, the newest
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

OPTIONAL MATCH (begun:Event)
WHERE begun.date >= date($from) AND begun.date <= date($to)
  AND (size($types) = 0 OR begun.type IN $types)
  AND (size($statuses) = 0 OR begun.status IN $statuses)
WITH begun ORDER BY begun.date DESC, begun.id DESC LIMIT $limit
WITH DISTINCT begun // Ladybug 0.22 keeps others of the same day where a limit is collected at once
WITH collect(begun.id) AS within
// What began before and ends later is known by month or year only, and comes after all others.
OPTIONAL MATCH (under_way:Event)
WHERE under_way.date_end >= date($from) AND under_way.date < date($from)
  AND (size($types) = 0 OR under_way.type IN $types)
  AND (size($statuses) = 0 OR under_way.status IN $statuses)
WITH within, under_way ORDER BY under_way.date DESC, under_way.id DESC LIMIT $limit
WITH DISTINCT within, under_way
WITH within, collect(under_way.id) AS before
WITH within + before AS found
UNWIND found AS found_id
MATCH (event:Event)
WHERE event.id = found_id
WITH event ORDER BY event.date DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)-[:BETWEEN]->(side:Party)
WITH event, collect(DISTINCT side.name_ar) AS sides
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       event.title AS title, sides AS parties, event.report_count AS reports, event.id AS event_id
ORDER BY event.date, event.id
