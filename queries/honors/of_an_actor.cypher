// أوسمة وتكريمات شخص · Honours of an actor
//
// Question:
//   من كرّم هذا الشخص، متى وأين وبماذا، وما الكلمات التي تقول ذلك؟
//   Who honoured this person, when, where and with what, and which words say so?
//
// Parameters:
//   name: actor — any words of a name or alias in either script, or the actor's id
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   roles: list of honoree, conferrer = honoree — honoree for honours received, conferrer for those given
//   kinds: list of medal, guard_of_honour, ceremony, degree, other = — only these honours; empty means all
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   honor: string — medal, guard_of_honour, ceremony, degree or other
//   status: string — occurred, planned or cancelled
//   who: string — the actor's name
//   role: string — honoree or conferrer
//   with_whom: set — the other participants and whom they represent
//   place: set — where
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   name=مارك ميلي
//   kinds=medal

MATCH (actor:Actor)
WHERE actor.search CONTAINS (' ' + $name + ' ')
WITH DISTINCT actor
MATCH (actor)-[part:TOOK_PART]->(event:Event)
WITH actor, part, event
WHERE event.type = 'honor'
  AND part.role IN $roles
  AND (size($kinds) = 0 OR event.subtype IN $kinds)
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
OPTIONAL MATCH (event)<-[:TOOK_PART]-(other:Actor)
WHERE other.id <> actor.id
OPTIONAL MATCH (other)-[:REPRESENTS]->(party:Party)
WITH actor, part.role AS taken, event, collect(DISTINCT
  CASE
    WHEN party.name_ar IS NULL OR other.name CONTAINS party.name_ar THEN other.name
    ELSE other.name + ' (' + party.name_ar + ')'
  END) AS met
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH actor, taken, event, met, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.subtype AS honor, event.status AS status,
       actor.name AS who, taken AS role, met AS with_whom, spots AS place,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, actor.id, taken
