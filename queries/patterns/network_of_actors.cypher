// شبكة الأشخاص · The network of actors
//
// Question:
//   من تواصل مع من، وكم مرة، ومتى أول مرة وآخرها، ومن يمثل كل منهما؟
//   Who was in contact with whom, how often, when first and last, and for whom does each stand?
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
//   one_latin: string — in Latin letters
//   one_parties: set — codes of whom this one represents
//   two: string — name of the other
//   two_latin: string — in Latin letters
//   two_parties: set — codes of whom the other represents
//   contacts: integer — events that both took part in
//   first: date — day of the first dated one
//   last: date — day of the last
//   one_id: string — id of the one
//   two_id: string — id of the other, always the greater
//
// Example:
//   from=2021-01-01
//   to=2021-12-31
//   least=2

// What took place, of any type and at any time, is counted by MET.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AND size($types) = 0 AND $statuses = ['occurred'] AS counted
WHERE counted
MATCH (lower:Actor)-[met:MET]->(upper:Actor)
WHERE met.contacts >= $least
WITH lower, upper, met ORDER BY met.contacts DESC, lower.id, upper.id LIMIT $limit
OPTIONAL MATCH (lower)-[:REPRESENTS]->(own:Party)
WITH lower, upper, met, collect(DISTINCT own.code) AS own_codes
OPTIONAL MATCH (upper)-[:REPRESENTS]->(side:Party)
WITH lower, upper, met, own_codes, collect(DISTINCT side.code) AS side_codes
RETURN lower.name AS one, lower.name_latin AS one_latin, own_codes AS one_parties,
       upper.name AS two, upper.name_latin AS two_latin, side_codes AS two_parties,
       met.contacts AS contacts, met.first_date AS first, met.last_date AS last, lower.id AS one_id,
       upper.id AS two_id
ORDER BY contacts DESC, one_id, two_id
UNION ALL
// Of all else the events are.
WITH $from = '0001-01-01' AND $to = '9999-12-31' AND size($types) = 0 AND $statuses = ['occurred'] AS counted
WHERE NOT counted
MATCH (actor:Actor)-[:TOOK_PART]->(event:Event)
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH event, collect(DISTINCT actor.id) AS present
UNWIND present AS lesser
UNWIND present AS greater
WITH lesser, greater, event.date AS day
WHERE lesser < greater
WITH lesser, greater, count(*) AS often, min(day) AS earliest, max(day) AS latest
WHERE often >= $least
WITH lesser, greater, often, earliest, latest ORDER BY often DESC, lesser, greater LIMIT $limit
MATCH (lower:Actor)
WHERE lower.id = lesser
MATCH (upper:Actor)
WHERE upper.id = greater
OPTIONAL MATCH (lower)-[:REPRESENTS]->(own:Party)
WITH lower, upper, often, earliest, latest, collect(DISTINCT own.code) AS own_codes
OPTIONAL MATCH (upper)-[:REPRESENTS]->(side:Party)
WITH lower, upper, often, earliest, latest, own_codes, collect(DISTINCT side.code) AS side_codes
RETURN lower.name AS one, lower.name_latin AS one_latin, own_codes AS one_parties,
       upper.name AS two, upper.name_latin AS two_latin, side_codes AS two_parties,
       often AS contacts, earliest AS first, latest AS last, lower.id AS one_id, upper.id AS two_id
ORDER BY contacts DESC, one_id, two_id
