// أكثر من التقاهم شخص · Those whom an actor met most
//
// Question:
//   من التقى هذا الشخص أكثر من غيره، كم مرة، ومتى أول مرة وآخرها؟
//   Whom did this person meet most, how often, and when first and last?
//
// Parameters:
//   name: actor — any words of a name or alias in either script, or the actor's id
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   least: integer = 1 — only those met so often
//
// Columns:
//   who: string — the actor's name
//   with_whom: string — the other's name
//   parties: set — whom the other represents
//   contacts: integer — events that both took part in
//   first: date — day of the first dated one
//   last: date — day of the last
//   types: set — what they were
//   actor_id: string — id of the other
//
// Example:
//   name=مارك ميلي

MATCH (actor:Actor)
WHERE actor.search CONTAINS (' ' + $name + ' ')
WITH DISTINCT actor
MATCH (actor)-[:TOOK_PART]->(event:Event)
WITH actor, event
WHERE event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
MATCH (event)<-[:TOOK_PART]-(other:Actor)
WITH actor, event, other
WHERE other.id <> actor.id
WITH actor, other, count(DISTINCT event.id) AS often, min(event.date) AS earliest, max(event.date) AS latest,
     collect(DISTINCT event.type) AS kinds
WHERE often >= $least
OPTIONAL MATCH (other)-[:REPRESENTS]->(party:Party)
WITH actor, other, often, earliest, latest, kinds, collect(DISTINCT party.name_ar) AS sides
RETURN actor.name AS who, other.name AS with_whom, sides AS parties, often AS contacts, earliest AS first,
       latest AS last, kinds AS types, other.id AS actor_id
ORDER BY often DESC, other.id, actor.id
