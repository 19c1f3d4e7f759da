// من التقى فلان ومتى · Whom an actor met, in order of time
//
// Question:
//   مع من التقى هذا الشخص، متى وأين، وفي أي موضوع، وما الكلمات التي تقول ذلك؟
//   Whom did this person meet, when, where, about what, and which words say so?
//
// Parameters:
//   name: actor — any words of a name or alias in either script, or the actor's id
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   statuses: list of occurred, planned, cancelled = — only these; empty means all
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   who: string — the actor's name
//   with_whom: set — the other participants and whom they represent
//   place: set — where
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   name=مارك ميلي
//   from=2021-01-01

MATCH (actor:Actor)
WHERE actor.search CONTAINS (' ' + $name + ' ')
WITH DISTINCT actor
MATCH (actor)-[:TOOK_PART]->(event:Event)
WITH actor, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH actor, event ORDER BY event.first_day DESC, event.id DESC, actor.id LIMIT $limit
OPTIONAL MATCH (event)<-[:TOOK_PART]-(other:Actor)
WHERE other.id <> actor.id
OPTIONAL MATCH (other)-[:REPRESENTS]->(party:Party)
WITH actor, event, collect(DISTINCT
  CASE
    WHEN party.name_ar IS NULL OR other.name CONTAINS party.name_ar THEN other.name
    ELSE other.name + ' (' + party.name_ar + ')'
  END) AS met
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH actor, event, met, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH actor, event, met, spots, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       actor.name AS who, met AS with_whom, spots AS place, subjects AS topics,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, actor.id
