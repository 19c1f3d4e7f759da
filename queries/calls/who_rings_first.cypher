// من يبادر بالاتصال · Who rings whom first
//
// Question:
//   مع من يتصل هذا الطرف هاتفيا، وكم مرة كان هو المبادر وكم مرة كان غيره؟
//   With whom is this party on the telephone, how often did it ring, and how often was it rung?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   partner: string — the other party
//   made: integer — calls that this party made
//   received: integer — calls that the other made
//   unclear: integer — calls of both of which nobody says who made them
//   first: date — day of the first dated one
//   last: date — day of the last
//   partner_code: string — code of the other party
//
// Example:
//   party=US

MATCH (own:Party)
WHERE own.search CONTAINS ('| ' + $party + ' |')
MATCH (event:Event)-[mine:CONNECTS]->(own)
WITH DISTINCT own, event, mine.rang AS rang
WHERE event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
MATCH (event)-[yours:CONNECTS]->(side:Party)
WITH own, event, rang, side, yours.rang AS rung
WHERE side.id <> own.id
WITH side, event, max(CASE WHEN rang THEN 1 ELSE 0 END) AS ours, max(CASE WHEN rung THEN 1 ELSE 0 END) AS theirs
RETURN side.name_ar AS partner, count(CASE WHEN ours > theirs THEN 1 END) AS made,
       count(CASE WHEN theirs > ours THEN 1 END) AS received,
       count(CASE WHEN ours = theirs THEN 1 END) AS unclear,
       min(event.date) AS first, max(event.date) AS last, side.code AS partner_code
ORDER BY made + received + unclear DESC, partner_code
