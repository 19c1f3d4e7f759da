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
MATCH (actor)-[:TOOK_PART]->(event:Event)
WHERE event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
MATCH (event)<-[:TOOK_PART]-(between:Actor)
WHERE between.id <> actor.id
WITH DISTINCT actor, between
MATCH (between)-[:TOOK_PART]->(meeting:Event)
WHERE meeting.status = 'occurred'
  AND meeting.last_day >= date($from)
  AND meeting.first_day <= date($to)
MATCH (meeting)<-[:TOOK_PART]-(other:Actor)
WHERE other.id <> actor.id AND other.id <> between.id
WITH actor, other, collect(DISTINCT between.name) AS links, count(DISTINCT between.id) AS paths
WHERE paths >= $least
  AND NOT EXISTS { MATCH (actor)-[:TOOK_PART]->(direct:Event)<-[:TOOK_PART]-(other)
                   WHERE direct.status = 'occurred' }
OPTIONAL MATCH (other)-[:REPRESENTS]->(party:Party)
WITH actor, other, links, paths, collect(DISTINCT party.name_ar) AS sides
RETURN actor.name AS who, other.name AS reached, sides AS parties, links AS through, paths AS ways,
       other.id AS actor_id
ORDER BY paths DESC, other.id, actor.id
