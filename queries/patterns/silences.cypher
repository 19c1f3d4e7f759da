// فترات صمت بين طرفين · Silences between two parties
//
// Question:
//   ما أطول الفترات التي لم يُذكر فيها تواصل بين هذين الطرفين، وماذا كان قبلها وبعدها؟
//   Which are the longest times without contact between these two parties, and what came before and after?
//
// Parameters:
//   first: party — code, name or alias of a party, in full
//   second: party — the other party
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   least: integer = 90 — only silences of so many days
//
// Columns:
//   days: integer — from one contact to the next
//   since: date — day of the last contact before
//   until: date — day of the first after
//   vague: integer — contacts known by month or year only that may lie between
//   before: set — what came before
//   after: set — what came after
//   before_ids: set — ids of those before
//   after_ids: set — ids of those after
//
// Example:
//   first=US
//   second=مصر

MATCH (one:Party)
WHERE one.search CONTAINS ('| ' + $first + ' |')
MATCH (two:Party)
WHERE two.search CONTAINS ('| ' + $second + ' |') AND two.id <> one.id
MATCH (one)<-[:LINKS]-(tie:Tie)-[:LINKS]->(two)
WITH DISTINCT tie
MATCH (event:Event)-[:CONTACT_OF]->(tie)
WITH DISTINCT tie, event
WHERE event.status = 'occurred' AND event.date_precision = 'day'
  AND event.date >= date($from) AND event.date <= date($to)
// A silence of so many days begins on the last day of a stretch as long, and ends on the first of another.
WITH tie, floor(event.day_number / CASE WHEN $least < 1 THEN 1 ELSE $least END) AS stretch,
     min(event.day_number) AS opening, max(event.day_number) AS closing
WITH tie, collect(DISTINCT closing) AS lasts, collect(DISTINCT opening) AS firsts
UNWIND lasts AS day
UNWIND firsts AS later
WITH tie, day, later
WHERE later > day
WITH tie, day, min(later) AS next
WHERE next - day >= $least
MATCH (earlier:Event)-[:CONTACT_OF]->(tie)
WITH DISTINCT tie, day, next, earlier
WHERE earlier.day_number = day AND earlier.status = 'occurred' AND earlier.date_precision = 'day'
WITH tie, day, next, min(earlier.date) AS began, collect(DISTINCT earlier.title) AS titles,
     collect(DISTINCT earlier.id) AS ids
MATCH (following:Event)-[:CONTACT_OF]->(tie)
WITH DISTINCT tie, day, next, began, titles, ids, following
WHERE following.day_number = next AND following.status = 'occurred' AND following.date_precision = 'day'
WITH tie, day, next, began, titles, ids, min(following.date) AS ended,
     collect(DISTINCT following.title) AS next_titles, collect(DISTINCT following.id) AS next_ids
OPTIONAL MATCH (unsure:Event)-[:CONTACT_OF]->(tie)
WHERE unsure.status = 'occurred' AND unsure.date_precision <> 'day'
  AND unsure.date < ended AND unsure.date_end > began
WITH day, next, began, ended, titles, ids, next_titles, next_ids, count(DISTINCT unsure.id) AS unsure_ones
RETURN next - day AS days, began AS since, ended AS until, unsure_ones AS vague, titles AS before,
       next_titles AS after, ids AS before_ids, next_ids AS after_ids
ORDER BY days DESC, since
