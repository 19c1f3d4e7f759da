// من يتباحث في موضوع أو نزاع · Who talks about a topic or a conflict
//
// Question:
//   من تباحث في هذا الموضوع وما يندرج تحته، متى وأين، وما الكلمات التي تقول ذلك؟
//   Who talked about this topic and those under it, when, where, and which words say so?
//
// Parameters:
//   topic: topic — id or name of the topic, in full, such as conflict:SY
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   topics: set — the topic itself, or those under it
//   parties: set — between whom
//   who: set — everybody who took part
//   place: set — where
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   topic=التعاون العسكري

MATCH (wanted:Topic)
WHERE wanted.search CONTAINS ('| ' + $topic + ' |')
MATCH (topic:Topic)-[:BROADER*0..4]->(wanted)
WITH DISTINCT topic
MATCH (event:Event)-[:ABOUT]->(topic)
WITH event, topic
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
WITH event, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)-[:BETWEEN]->(party:Party)
WITH event, subjects, collect(DISTINCT party.name_ar) AS sides
OPTIONAL MATCH (event)<-[:TOOK_PART]-(actor:Actor)
WITH event, subjects, sides, collect(DISTINCT actor.name) AS present
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, subjects, sides, present, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       subjects AS topics, sides AS parties, present AS who, spots AS place, report.quote AS quote,
       article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
