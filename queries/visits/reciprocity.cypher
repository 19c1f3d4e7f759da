// تبادل الزيارات بين بلدين · Reciprocity of visits between two countries
//
// Question:
//   كم مرة زار كل من هذين البلدين الآخر، ومتى أول زيارة وآخرها، ومن زار أكثر؟
//   How often did each of these two countries visit the other, when first and last, and by whom?
//
// Parameters:
//   first: party — code, name or alias of a country, in full
//   second: party — the other country
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   visitor: string — the country that visited
//   host: string — the country visited
//   visits: integer — visits that took place; 0 where there is none
//   first: date — day of the first dated one
//   last: date — day of the last
//   visitors: set — who came
//
// Example:
//   first=US
//   second=إسرائيل

MATCH (home:Party)
WHERE home.search CONTAINS ('| ' + $first + ' |') OR home.search CONTAINS ('| ' + $second + ' |')
MATCH (visited:Party)
WHERE visited.id <> home.id
  AND (visited.search CONTAINS ('| ' + $first + ' |') OR visited.search CONTAINS ('| ' + $second + ' |'))
OPTIONAL MATCH (guest:Actor)-[:REPRESENTS]->(home)
WITH DISTINCT home, visited, guest
OPTIONAL MATCH (guest)-[part:TOOK_PART]->(event:Event)
WHERE part.role = 'visitor' AND event.type = 'visit' AND event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH DISTINCT home, visited, guest, event
OPTIONAL MATCH (event)<-[receiving:TOOK_PART]-(receiver:Actor)
WHERE receiving.role = 'host'
WITH DISTINCT home, visited, guest, event, receiver
OPTIONAL MATCH (receiver)-[:REPRESENTS]->(receiving_party:Party)
OPTIONAL MATCH (event)-[:AT]->(:Place)-[:`IN`]->(land:Party)
WITH home, visited,
     CASE WHEN receiving_party.id = visited.id OR land.id = visited.id THEN event.id END AS visit_id,
     CASE WHEN receiving_party.id = visited.id OR land.id = visited.id THEN event.date END AS day,
     CASE WHEN receiving_party.id = visited.id OR land.id = visited.id THEN guest.name END AS came
RETURN home.name_ar AS visitor, visited.name_ar AS host, count(DISTINCT visit_id) AS visits, min(day) AS first,
       max(day) AS last, collect(DISTINCT came) AS visitors
ORDER BY visits DESC, visitor, host
