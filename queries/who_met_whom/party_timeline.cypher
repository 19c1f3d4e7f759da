// لقاءات طرف · Contacts of a party, in order of time
//
// Question:
//   مع من تواصل هذا الطرف، ومن مثّله، ومتى وأين وفي أي موضوع؟
//   With whom was this party in contact, who stood for it, when, where and about what?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
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
//   party: string — its name
//   who: set — those who stood for it
//   partners: set — the other parties
//   place: set — where
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   party=EG
//   from=2021-01-01
//   to=2021-12-31

MATCH (own:Party)
WHERE own.search CONTAINS ('| ' + $party + ' |')
WITH DISTINCT own
MATCH (event:Event)-[:BETWEEN]->(own)
WITH own, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH own, event ORDER BY event.first_day DESC, event.id DESC, own.id LIMIT $limit
OPTIONAL MATCH (event)<-[:TOOK_PART]-(ours:Actor)-[:REPRESENTS]->(own)
WITH own, event, collect(DISTINCT ours.name) AS sent
OPTIONAL MATCH (event)-[:BETWEEN]->(side:Party)
WHERE side.id <> own.id
WITH own, event, sent, collect(DISTINCT side.name_ar) AS sides
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH own, event, sent, sides, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH own, event, sent, sides, spots, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       own.name_ar AS party, sent AS who, sides AS partners, spots AS place, subjects AS topics,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, own.id
