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
MATCH (one)<-[:BETWEEN]-(event:Event)-[:BETWEEN]->(third:Party)
WHERE third.id <> one.id AND third.id <> two.id
  AND event.status = 'occurred'
  AND coalesce(event.date_end, event.date, date('0001-01-01')) >= date($from)
  AND coalesce(event.date, date('0001-01-01')) <= date($to)
WITH one, two, third, count(DISTINCT event.id) AS ones
WHERE ones >= $least
MATCH (two)<-[:BETWEEN]-(other:Event)-[:BETWEEN]->(third)
WHERE other.status = 'occurred'
  AND coalesce(other.date_end, other.date, date('0001-01-01')) >= date($from)
  AND coalesce(other.date, date('0001-01-01')) <= date($to)
WITH one, two, third, ones, count(DISTINCT other.id) AS twos
WHERE twos >= $least
OPTIONAL MATCH (one)<-[:BETWEEN]-(meeting:Event)-[:BETWEEN]->(two)
WHERE meeting.status = 'occurred'
  AND coalesce(meeting.date_end, meeting.date, date('0001-01-01')) >= date($from)
  AND coalesce(meeting.date, date('0001-01-01')) <= date($to)
WITH third, ones, twos, count(DISTINCT meeting.id) AS meetings
RETURN third.name_ar AS broker, ones AS with_first, twos AS with_second, meetings AS direct,
       third.kind AS broker_kind, third.code AS broker_code
ORDER BY ones + twos DESC, broker_code
