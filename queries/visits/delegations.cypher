// وفود طرف · Delegations that a party sent
//
// Question:
//   أي الوفود أرسل هذا الطرف، من رأسها ومن كان فيها، وإلى أين ومتى؟
//   Which delegations did this party send, who led them and who was in them, where to and when?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 2 — only visits of so many of its people
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   status: string — occurred, planned or cancelled
//   heads: set — the visitors
//   members: set — everybody of the party who took part
//   size: integer — how many they are
//   place: set — where
//   title: string — what it was
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   party=الولايات المتحدة

MATCH (home:Party)
WHERE home.search CONTAINS ('| ' + $party + ' |')
MATCH (member:Actor)-[:REPRESENTS]->(home)
WITH DISTINCT member
MATCH (member)-[part:TOOK_PART]->(event:Event)
WITH member, event, part.role AS role
WHERE role IN ['visitor', 'attendee']
WITH event, count(DISTINCT member) AS people, count(CASE WHEN role = 'visitor' THEN 1 END) AS leading
WHERE people >= $least AND leading > 0
  AND event.type = 'visit'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH event, people ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
// Names are gathered for the rows that are left.
MATCH (event)<-[part:TOOK_PART]-(member:Actor)
WITH event, people, member, part.role AS role
WHERE role IN ['visitor', 'attendee']
MATCH (member)-[:REPRESENTS]->(home:Party)
WHERE home.search CONTAINS ('| ' + $party + ' |')
WITH event, people, collect(DISTINCT member.name) AS team,
     collect(DISTINCT CASE WHEN role = 'visitor' THEN member.name END) AS leaders
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, team, people, leaders, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.status AS status, leaders AS heads,
       team AS members, people AS size, spots AS place, event.title AS title, report.quote AS quote,
       article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
