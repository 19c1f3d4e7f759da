// لقاءات طرفين · Contacts between two parties, in order of time
//
// Question:
//   متى تواصل هذان الطرفان، ومن مثّل كلا منهما، وأين وفي أي موضوع؟
//   When were these two parties in contact, who stood for each, where and about what?
//
// Parameters:
//   first: party — code, name or alias of a party, in full
//   second: party — the other party
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
//   who: set — those who stood for the first party
//   with_whom: set — those who stood for the second
//   place: set — where
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   first=US
//   second=إسرائيل

MATCH (one:Party)
WHERE one.search CONTAINS ('| ' + $first + ' |')
MATCH (two:Party)
WHERE two.search CONTAINS ('| ' + $second + ' |') AND two.id <> one.id
WITH DISTINCT one, two
MATCH (one)<-[:LINKS]-(tie:Tie)-[:LINKS]->(two)
WITH one, two, tie
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH one, two, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH one, two, event ORDER BY event.first_day DESC, event.id DESC, one.id, two.id LIMIT $limit
OPTIONAL MATCH (event)<-[:TOOK_PART]-(actor:Actor)-[:REPRESENTS]->(side:Party)
WITH one, two, event, collect(DISTINCT CASE WHEN side.id = one.id THEN actor.name END) AS sent,
     collect(DISTINCT CASE WHEN side.id = two.id THEN actor.name END) AS met
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH one, two, event, sent, met, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH one, two, event, sent, met, spots, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       sent AS who, met AS with_whom, spots AS place, subjects AS topics,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, one.id, two.id
