// وسطاء بين طرفين · Brokers between two parties
//
// Question:
//   أي الأطراف على تواصل مع كلا هذين الطرفين، وكم مرة، وهل يتواصلان مباشرة؟
//   Which parties are in contact with both of these two, how often, and are the two in contact themselves?
//
// Parameters:
//   first: party — code, name or alias of a party, in full
//   second: party — the other party
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 1 — only parties with so many contacts with each
//
// Columns:
//   broker: string — a party between the two
//   with_first: integer — its contacts with the first
//   with_second: integer — its contacts with the second
//   direct: integer — contacts of the two themselves, with or without it; 0 where they do not meet
//   broker_kind: string — state, organisation or authority
//   broker_code: string — its code
//
// Example:
//   first=مصر
//   second=إسرائيل

MATCH (one:Party)
WHERE one.search CONTAINS ('| ' + $first + ' |')
MATCH (two:Party)
WHERE two.search CONTAINS ('| ' + $second + ' |') AND two.id <> one.id
OPTIONAL MATCH (one)<-[:BETWEEN]-(meeting:Event)-[:BETWEEN]->(two)
WHERE meeting.status = 'occurred'
  AND meeting.last_day >= date($from)
  AND meeting.first_day <= date($to)
WITH one, two, count(DISTINCT meeting.id) AS meetings
UNWIND [one.id, two.id] AS side_id
MATCH (side:Party {id: side_id})<-[:BETWEEN]-(event:Event)
WHERE event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
MATCH (event)-[:BETWEEN]->(third:Party)
WHERE third.id <> one.id AND third.id <> two.id
WITH one, two, third, meetings, count(DISTINCT CASE WHEN side_id = one.id THEN event.id END) AS ones,
     count(DISTINCT CASE WHEN side_id = two.id THEN event.id END) AS twos
WHERE ones > 0 AND twos > 0 AND ones >= $least AND twos >= $least
RETURN third.name_ar AS broker, ones AS with_first, twos AS with_second, meetings AS direct,
       third.kind AS broker_kind, third.code AS broker_code
ORDER BY ones + twos DESC, broker_code
