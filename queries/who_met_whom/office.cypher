// لقاءات منصب أيا كان شاغله · Contacts of an office, whoever held it
//
// Question:
//   من التقى شاغلو هذا المنصب وهم فيه، متى وأين، وما الكلمات التي تقول ذلك؟
//   Whom did those who held this office meet while they held it, when, where, and which words say so?
//
// Parameters:
//   party: party — code, name or alias of the party whose office it is, in full
//   office: office — the words that the office begins with
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
//   who: string — the holder, or the office where no article names one
//   held_from: date — first day on which the holder was seen in office; nothing where nobody is named
//   held_to: date — the last such day
//   with_whom: set — the other participants and whom they represent
//   place: set — where
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   party=US
//   office=رئيس هيئة الأركان المشتركة

MATCH (party:Party)
WHERE party.search CONTAINS ('| ' + $party + ' |')
MATCH (actor:Actor)-[:REPRESENTS]->(party)
OPTIONAL MATCH (actor)-[held:HELD]->(office:Office)
WHERE office.search CONTAINS ('| ' + $office + ' ')
WITH actor, min(held.first_seen) AS since, max(held.last_seen) AS until, count(held) AS terms
WHERE terms > 0 OR (NOT actor.named AND actor.search CONTAINS ('| ' + $office + ' '))
MATCH (actor)-[:TOOK_PART]->(event:Event)
WITH actor, since, until, terms, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (terms = 0 OR (coalesce(event.date_end, event.date) >= since AND event.date <= until))
  AND (size($types) = 0 OR event.type IN $types)
WITH actor, since, until, event ORDER BY event.first_day DESC, event.id DESC, actor.id LIMIT $limit
OPTIONAL MATCH (event)<-[:TOOK_PART]-(other:Actor)
WHERE other.id <> actor.id
OPTIONAL MATCH (other)-[:REPRESENTS]->(side:Party)
WITH actor, since, until, event, collect(DISTINCT
  CASE
    WHEN side.name_ar IS NULL OR other.name CONTAINS side.name_ar THEN other.name
    ELSE other.name + ' (' + side.name_ar + ')'
  END) AS met
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH actor, since, until, event, met, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       actor.name AS who, since AS held_from, until AS held_to, met AS with_whom, spots AS place,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id, actor.id
