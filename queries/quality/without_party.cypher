// مشاركون لا يُعرف من يمثلون · Actors without a party
//
// Question:
//   أي المشاركين لا يُعرف الطرف الذي يمثله، وفي أي أحداث شارك، وما الكلمات التي تذكره؟
//   Of which actors is it not known for whom they stand, what did they take part in, and which words tell of it?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 1 — only those of so many events
//   limit: integer = 200 — so many rows, those with the most events
//
// Columns:
//   who: string — the actor's name
//   latin: string — the name in Latin letters
//   kind: string — person, delegation, organisation or state
//   offices: set — the offices that reports give
//   events: integer — how many the actor took part in
//   first: date — day of the first dated one
//   last: date — day of the last
//   quote: string — a sentence that mentions the actor
//   link: string — address of its article
//   actor_id: string — id of the actor
//
// Example:
//   least=1

// At any time, the actors say how many events they have.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AS ever
WHERE ever
MATCH (actor:Actor)
WHERE actor.party_count = 0
  AND actor.event_count >= $least AND actor.event_count > 0
WITH actor ORDER BY actor.event_count DESC, actor.id LIMIT $limit
MATCH (actor)-[part:TOOK_PART]->(event:Event)
WITH actor, actor.event_count AS often, collect(DISTINCT part.office) AS titles, actor.first_date AS earliest,
     actor.last_date AS latest, min(event.id) AS one
MATCH (shown:Event)
WHERE shown.id = one
WITH actor, often, titles, earliest, latest, shown
OPTIONAL MATCH (shown)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN actor.name AS who, actor.name_latin AS latin, actor.kind AS kind, titles AS offices, often AS events,
       earliest AS first, latest AS last, report.quote AS quote, article.url AS link, actor.id AS actor_id
ORDER BY events DESC, actor_id
UNION ALL
// In a period, they are counted.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AS ever
WHERE NOT ever
MATCH (actor:Actor)
WHERE actor.party_count = 0
  AND actor.event_count >= $least AND actor.event_count > 0
WITH DISTINCT actor
MATCH (actor)-[part:TOOK_PART]->(event:Event)
WITH actor, part, event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH actor, count(DISTINCT event.id) AS often, collect(DISTINCT part.office) AS titles,
     min(event.date) AS earliest, max(event.date) AS latest, min(event.id) AS one
WHERE often >= $least
WITH actor, often, titles, earliest, latest, one ORDER BY often DESC, actor.id LIMIT $limit
MATCH (shown:Event)
WHERE shown.id = one
WITH actor, often, titles, earliest, latest, shown
OPTIONAL MATCH (shown)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN actor.name AS who, actor.name_latin AS latin, actor.kind AS kind, titles AS offices, often AS events,
       earliest AS first, latest AS last, report.quote AS quote, article.url AS link, actor.id AS actor_id
ORDER BY events DESC, actor_id
