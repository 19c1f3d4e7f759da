// من يصل إليهم شخص عبر غيره · Those whom an actor reaches through others
//
// Question:
//   من التقى من التقاهم هذا الشخص ولم يلتقه هو، وعن طريق من؟
//   Who met those whom this person met, without meeting this person, and through whom?
//
// Parameters:
//   name: actor — any words of a name or alias in either script, or the actor's id
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 1 — only those reached through so many
//   limit: integer = 200 — so many rows, those reached through the most
//
// Columns:
//   who: string — the actor's name
//   reached: string — name of somebody at one remove
//   parties: set — whom that one represents
//   through: set — those who met both
//   ways: integer — how many they are
//   actor_id: string — id of the one reached
//
// Example:
//   name=مارك ميلي

MATCH (actor:Actor)
WHERE actor.search CONTAINS (' ' + $name + ' ')
WITH DISTINCT actor
// Where the period may cut what two had, one event of both in it will do.
MATCH (actor)-[near:MET]-(between:Actor)
WITH actor, between, near.first_day >= date($from) AND near.last_day <= date($to) AS inside
WHERE inside
   OR EXISTS { MATCH (actor)-[:TOOK_PART]->(event:Event)<-[:TOOK_PART]-(between)
               WHERE event.status = 'occurred'
                 AND event.last_day >= date($from) AND event.first_day <= date($to) }
WITH actor, between, between.name AS link
MATCH (between)-[far:MET]-(other:Actor)
WITH actor, between, link, other, far.first_day >= date($from) AND far.last_day <= date($to) AS inside
WHERE inside
   OR EXISTS { MATCH (between)-[:TOOK_PART]->(meeting:Event)<-[:TOOK_PART]-(other)
               WHERE meeting.status = 'occurred'
                 AND meeting.last_day >= date($from) AND meeting.first_day <= date($to) }
WITH actor, other, collect(DISTINCT link) AS links, count(*) AS paths
WHERE paths >= $least AND other.id <> actor.id
// In order first, so that no more are asked whether they met the actor than there are rows to fill.
WITH actor, other, links, paths ORDER BY paths DESC, other.id, actor.id LIMIT 1000000000
WHERE NOT EXISTS { MATCH (actor)-[:MET]-(other) }
WITH actor, other, links, paths ORDER BY paths DESC, other.id, actor.id LIMIT $limit
OPTIONAL MATCH (other)-[:REPRESENTS]->(party:Party)
WITH actor, other, links, paths, collect(DISTINCT party.name_ar) AS sides
RETURN actor.name AS who, other.name AS reached, sides AS parties, links AS through, paths AS ways,
       other.id AS actor_id
ORDER BY paths DESC, other.id, actor.id
