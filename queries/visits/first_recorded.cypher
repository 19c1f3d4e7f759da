// أول زيارة من كل طرف إلى بلد · The first visit of each party to a country
//
// Question:
//   متى كانت أول زيارة مذكورة من كل طرف إلى هذا البلد، ومن قام بها، وكم زيارة تلتها؟
//   When was the first visit of each party to this country that is recorded, who made it, and how many followed?
//
// Parameters:
//   country: party — code, name or alias of the country, in full
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   date: date — first day of the first visit
//   precision: string — what of the date is known: day, month or year
//   visitor: string — the party that visited
//   who: set — those who came for it
//   visits: integer — all its dated visits in the period
//   last: date — day of the last
//   title: string — what the first was
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the first
//
// Example:
//   country=إسرائيل

MATCH (host:Party)
WHERE host.search CONTAINS ('| ' + $country + ' |')
MATCH (visit:Event)-[:VISITS]->(host)
WITH DISTINCT host, visit
WHERE visit.status = 'occurred' AND visit.date >= date($from) AND visit.date <= date($to)
MATCH (visit)<-[came:TOOK_PART]-(guest:Actor)
WHERE came.role = 'visitor'
WITH DISTINCT host, visit, guest
MATCH (guest)-[:REPRESENTS]->(home:Party)
WHERE home.id <> host.id
WITH home, collect(DISTINCT visit.id) AS all_visits, min(visit.date) AS earliest, max(visit.date) AS latest
UNWIND all_visits AS one_visit
MATCH (candidate:Event {id: one_visit})
WHERE candidate.date = earliest
WITH home, size(all_visits) AS number, earliest, latest, min(candidate.id) AS first_id
MATCH (event:Event)
WHERE event.id = first_id
MATCH (event)<-[sent:TOOK_PART]-(envoy:Actor)
WHERE sent.role = 'visitor'
WITH DISTINCT home, number, latest, event, envoy
MATCH (envoy)-[:REPRESENTS]->(home)
WITH home, number, latest, event, collect(DISTINCT envoy.name) AS envoys
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, home.name_ar AS visitor, envoys AS who,
       number AS visits, latest AS last, event.title AS title, report.quote AS quote,
       article.url AS link, event.id AS event_id
ORDER BY event.date, home.id
