// تكريمات أثناء الزيارات · Honours during visits
//
// Question:
//   أي التكريمات جرت أثناء زيارة إلى هذا البلد أو منه، ومن كرّم من، وما الكلمات التي تقول ذلك؟
//   Which honours were part of a visit of this party or to it, who honoured whom, and which words say so?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   date: date — first day of the honour
//   precision: string — what of the date is known: day, month or year
//   honor: string — medal, guard_of_honour, ceremony, degree or other
//   honorees: set — those honoured
//   conferrers: set — those who honoured
//   visit: string — what the visit was
//   quote: string — the sentence that tells of the honour
//   link: string — address of the article
//   event_id: string — id of the honour
//   visit_id: string — id of the visit
//
// Example:
//   party=إسرائيل

MATCH (party:Party)
WHERE party.search CONTAINS ('| ' + $party + ' |')
WITH DISTINCT party
MATCH (event:Event)-[:BETWEEN]->(party)
WITH DISTINCT event
WHERE event.type = 'honor'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
MATCH (event)-[:PART_OF]->(stay:Event)
OPTIONAL MATCH (event)<-[part:TOOK_PART]-(actor:Actor)
WITH event, stay, collect(DISTINCT CASE WHEN part.role = 'honoree' THEN actor.name END) AS honoured,
     collect(DISTINCT CASE WHEN part.role = 'conferrer' THEN actor.name END) AS honouring
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.subtype AS honor, honoured AS honorees,
       honouring AS conferrers, stay.title AS visit, report.quote AS quote, article.url AS link,
       event.id AS event_id, stay.id AS visit_id
ORDER BY event.date, event.id, stay.id
