// لقاءات شخصين · Contacts between two actors, in order of time
//
// Question:
//   متى التقى هذان الشخصان، أين وفي أي موضوع، ومن حضر معهما، وما الكلمات التي تقول ذلك؟
//   When did these two meet, where, about what, who else was there, and which words say so?
//
// Parameters:
//   first: actor — any words of a name or alias in either script, or the actor's id
//   second: actor — the other actor
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   statuses: list of occurred, planned, cancelled = — only these; empty means all
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   who: string — name of the first
//   with_whom: string — name of the second
//   others: set — who else took part
//   place: set — where
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   first=مارك ميلي
//   second=أفيف كوخافي

MATCH (one:Actor)
WHERE one.search CONTAINS (' ' + $first + ' ')
WITH DISTINCT one
MATCH (one)-[:TOOK_PART]->(event:Event)
WITH one, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
MATCH (event)<-[:TOOK_PART]-(two:Actor)
WITH one, event, two
WHERE two.id <> one.id AND two.search CONTAINS (' ' + $second + ' ')
OPTIONAL MATCH (event)<-[:TOOK_PART]-(other:Actor)
WHERE other.id <> one.id AND other.id <> two.id
WITH one, two, event, collect(DISTINCT other.name) AS present
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH one, two, event, present, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH one, two, event, present, spots, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       one.name AS who, two.name AS with_whom, present AS others, spots AS place, subjects AS topics,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, one.id, two.id
