// دائرة طرف وكيف تتحول · The circle of a party, and how it shifts
//
// Question:
//   مع من يتواصل هذا الطرف، وكيف تغير ذلك قبل يوم معين وبعده؟
//   With whom is this party in contact, and how did that change from before a day to after it?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   split: date = 2020-01-01 — the day from which contacts count as later
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//
// Columns:
//   partner: string — another party
//   earlier: integer — contacts before the day; undated ones are left out
//   later: integer — contacts from the day on
//   change: integer — how many more later than earlier
//   first: date — day of the first contact
//   last: date — day of the last
//   partner_code: string — code of the other party
//
// Example:
//   party=الولايات المتحدة
//   split=2021-01-01

MATCH (own:Party)
WHERE own.search CONTAINS ('| ' + $party + ' |')
WITH DISTINCT own
MATCH (own)<-[:LINKS]-(tie:Tie)-[:LINKS]->(other:Party)
WHERE other.id <> own.id AND tie.contacts > 0
WITH other, tie
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH other, event
WHERE event.status = 'occurred'
  AND event.date >= date($from) AND event.date <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
WITH other, count(CASE WHEN event.date < date($split) THEN 1 END) AS ahead,
     count(CASE WHEN event.date >= date($split) THEN 1 END) AS after,
     min(event.date) AS earliest, max(event.date) AS latest
RETURN other.name_ar AS partner, ahead AS earlier, after AS later, after - ahead AS change,
       earliest AS first, latest AS last, other.code AS partner_code
ORDER BY ahead + after DESC, partner_code
