// من يكرّم من · Who honours whom
//
// Question:
//   أي الأطراف كرّم أيا منها، كم مرة وبماذا، ومتى أول مرة وآخرها؟
//   Which parties honoured which, how often and with what, and when first and last?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   kinds: list of medal, guard_of_honour, ceremony, degree, other = — only these honours; empty means all
//
// Columns:
//   conferrer: string — the party that honoured
//   honoree: string — the party of those honoured; the same, where a party honoured its own
//   honors: integer — honours that took place
//   kinds: set — what they were
//   who: set — those honoured
//   first: date — day of the first dated one
//   last: date — day of the last
//
// Example:
//   kinds=medal

MATCH (event:Event)
WHERE event.type = 'honor' AND event.status = 'occurred'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($kinds) = 0 OR event.subtype IN $kinds)
MATCH (event)<-[gave:TOOK_PART]-(giver:Actor)
WHERE gave.role = 'conferrer'
WITH DISTINCT event, giver
MATCH (giver)-[:REPRESENTS]->(one:Party)
WITH DISTINCT event, one
MATCH (event)<-[got:TOOK_PART]-(taker:Actor)
WHERE got.role = 'honoree'
WITH DISTINCT event, one, taker
MATCH (taker)-[:REPRESENTS]->(two:Party)
WITH one, two, count(DISTINCT event.id) AS often, collect(DISTINCT event.subtype) AS what,
     collect(DISTINCT taker.name) AS honoured, min(event.date) AS earliest, max(event.date) AS latest
RETURN one.name_ar AS conferrer, two.name_ar AS honoree, often AS honors, what AS kinds, honoured AS who,
       earliest AS first, latest AS last
ORDER BY often DESC, one.id, two.id
