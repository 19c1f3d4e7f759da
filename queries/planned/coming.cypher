// لقاءات منتظرة · Coming contacts
//
// Question:
//   أي اللقاءات أُعلنت لهذه الأيام ولم يُذكر بعد ما آلت إليه، ومن يشارك فيها وأين؟
//   Which contacts are announced for these days and still open, who takes part in them, and where?
//
// Parameters:
//   from: date = 0001-01-01 — plans for this day or later: today gives those to come
//   to: date = 9999-12-31 — plans for this day or earlier
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   limit: integer = 200 — so many rows, the soonest
//
// Columns:
//   date: date — first day announced
//   precision: string — what of the date is known: day, month or year
//   expected_by: date — last day on which it may happen
//   type: string — visit, call, honor or talks
//   title: string — what is announced
//   who: set — everybody who is to take part
//   parties: set — between whom
//   place: set — where
//   reports: integer — how many reports announce it
//   quote: string — a sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   from=2021-04-01

MATCH (event:Event)
WHERE event.status = 'planned'
  AND event.expected_by >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND NOT EXISTS { MATCH (event)-[:FULFILLED_BY]->(:Event) }
  AND NOT EXISTS { MATCH (event)-[:CANCELLED_BY]->(:Event) }
WITH event ORDER BY event.status, event.expected_by, event.date, event.id LIMIT $limit
OPTIONAL MATCH (event)<-[:TOOK_PART]-(actor:Actor)
WITH event, collect(DISTINCT actor.name) AS present
OPTIONAL MATCH (event)-[:BETWEEN]->(party:Party)
WITH event, present, collect(DISTINCT party.name_ar) AS sides
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, present, sides, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.expected_by AS expected_by,
       event.type AS type, event.title AS title, present AS who, sides AS parties, spots AS place,
       event.report_count AS reports, report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.expected_by, event.date, event.id
