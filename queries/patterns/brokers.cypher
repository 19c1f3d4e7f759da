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
WITH DISTINCT one, two
// What is counted of a tie is all there was; where the period may cut it, its events are counted.
OPTIONAL MATCH (one)<-[:LINKS]-(known:Tie)-[:LINKS]->(two)
WITH one, two,
  CASE
    WHEN known.first_day >= date($from) AND known.last_day <= date($to) THEN known.contacts
    ELSE COUNT { MATCH (meeting:Event)-[:CONTACT_OF]->(known)
                 WHERE meeting.status = 'occurred'
                   AND meeting.last_day >= date($from) AND meeting.first_day <= date($to) }
  END AS meetings
UNWIND [one.id, two.id] AS side_id
MATCH (side:Party {id: side_id})<-[:LINKS]-(tie:Tie)-[:LINKS]->(third:Party)
WHERE third.id <> one.id AND third.id <> two.id
WITH one, two, meetings, side_id, third,
  CASE
    WHEN tie.first_day >= date($from) AND tie.last_day <= date($to) THEN tie.contacts
    ELSE COUNT { MATCH (event:Event)-[:CONTACT_OF]->(tie)
                 WHERE event.status = 'occurred'
                   AND event.last_day >= date($from) AND event.first_day <= date($to) }
  END AS often
WITH one, two, third, meetings, max(CASE WHEN side_id = one.id THEN often ELSE 0 END) AS ones,
     max(CASE WHEN side_id = two.id THEN often ELSE 0 END) AS twos
WHERE ones > 0 AND twos > 0 AND ones >= $least AND twos >= $least
RETURN third.name_ar AS broker, ones AS with_first, twos AS with_second, meetings AS direct,
       third.kind AS broker_kind, third.code AS broker_code
ORDER BY ones + twos DESC, broker_code
