// شبكة الأطراف · The network of parties
//
// Question:
//   أي الأطراف تواصل مع أيها، وكم مرة، ومتى أول مرة وآخرها؟
//   Which parties were in contact with which, how often, and when first and last?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   statuses: list of occurred, planned, cancelled = occurred — only these; empty means all
//   least: integer = 1 — only pairs with so many contacts
//   limit: integer = 200 — so many pairs, those with the most contacts
//
// Columns:
//   one: string — name of the one
//   one_latin: string — in English
//   two: string — name of the other
//   two_latin: string — in English
//   contacts: integer — events between the two
//   first: date — day of the first dated one
//   last: date — day of the last
//   one_id: string — code of the one
//   two_id: string — code of the other, always the greater
//
// Example:
//   types=visit
//   least=2

// What took place, of any type and at any time, is counted by the ties of parties.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AND size($types) = 0 AND $statuses = ['occurred'] AS counted
WHERE counted
MATCH (tie:Tie)
WHERE tie.contacts >= $least AND tie.contacts > 0
MATCH (lower:Party)<-[:LINKS]-(tie)-[:LINKS]->(upper:Party)
WHERE lower.id < upper.id
WITH lower, upper, tie ORDER BY tie.contacts DESC, lower.id, upper.id LIMIT $limit
RETURN lower.name_ar AS one, lower.name_en AS one_latin, upper.name_ar AS two, upper.name_en AS two_latin,
       tie.contacts AS contacts, tie.first_date AS first, tie.last_date AS last, lower.code AS one_id,
       upper.code AS two_id
ORDER BY contacts DESC, one_id, two_id
UNION ALL
// Of all else the events are.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AND size($types) = 0 AND $statuses = ['occurred'] AS counted
WHERE NOT counted
MATCH (event:Event)-[:BETWEEN]->(party:Party)
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH event, collect(DISTINCT party.id) AS present
UNWIND present AS lesser
UNWIND present AS greater
WITH lesser, greater, event.date AS day
WHERE lesser < greater
WITH lesser, greater, count(*) AS often, min(day) AS earliest, max(day) AS latest
WHERE often >= $least
WITH lesser, greater, often, earliest, latest ORDER BY often DESC, lesser, greater LIMIT $limit
MATCH (lower:Party)
WHERE lower.id = lesser
MATCH (upper:Party)
WHERE upper.id = greater
RETURN lower.name_ar AS one, lower.name_en AS one_latin, upper.name_ar AS two, upper.name_en AS two_latin,
       often AS contacts, earliest AS first, latest AS last, lower.code AS one_id, upper.code AS two_id
ORDER BY contacts DESC, one_id, two_id
