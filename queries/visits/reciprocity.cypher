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
OPTIONAL MATCH (home)<-[:BETWEEN]-(event:Event)-[:VISITS]->(visited)
WITH DISTINCT home, visited, event
OPTIONAL MATCH (event)<-[part:TOOK_PART]-(guest:Actor)
WHERE part.role = 'visitor' AND event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH DISTINCT home, visited, event, guest
OPTIONAL MATCH (guest)-[:REPRESENTS]->(side:Party)
WITH home, visited, CASE WHEN side.id = home.id THEN event.id END AS visit_id,
     CASE WHEN side.id = home.id THEN event.date END AS day,
     CASE WHEN side.id = home.id THEN guest.name END AS came
RETURN home.name_ar AS visitor, visited.name_ar AS host, count(DISTINCT visit_id) AS visits, min(day) AS first,
       max(day) AS last, collect(DISTINCT came) AS visitors
ORDER BY visits DESC, visitor, host
