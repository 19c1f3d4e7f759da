// لقاءات متعددة الأطراف · Meetings of many parties
//
// Question:
//   أي اللقاءات جمعت أطرافا كثيرة، ومن مثّلها، وفي أي موضوع، وما الكلمات التي تقول ذلك؟
//   Which meetings brought many parties together, who stood for them, about what, and which words say so?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 3 — only those of so many parties
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   status: string — occurred, planned or cancelled
//   parties: set — between whom
//   number: integer — how many they are
//   who: set — everybody who took part
//   place: set — where
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   least=3

MATCH (event:Event)
WHERE event.type = 'talks' AND event.party_count >= $least
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH event ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
MATCH (event)-[:BETWEEN]->(party:Party)
WITH event, collect(DISTINCT party.name_ar) AS sides
OPTIONAL MATCH (event)<-[:TOOK_PART]-(actor:Actor)
WITH event, sides, collect(DISTINCT actor.name) AS present
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, sides, present, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH event, sides, present, spots, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.status AS status, sides AS parties,
       event.party_count AS number, present AS who, spots AS place, subjects AS topics, report.quote AS quote,
       article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
