// أحداث تختلف فيها الأخبار · Events on which reports disagree
//
// Question:
//   في أي أحداث هذا الطرف تختلف الأخبار، وعلام تختلف، وكم مصدرا يذكرها؟
//   On which events of this party do reports disagree, about what, and how many sources tell of them?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — the day that most reports give
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   title: string — what it was
//   disputed: set — the fields on which the reports disagree
//   dates: set — the dates they give
//   places: set — the places they give
//   statuses: set — occurred, planned or cancelled, as they have it
//   reports: integer — how many they are
//   sources: set — whose they are, without those that copy another
//   event_id: string — id of the event; evidence/event_versions shows each report of it
//
// Example:
//   party=US

MATCH (party:Party)
WHERE party.search CONTAINS ('| ' + $party + ' |')
WITH DISTINCT party
MATCH (event:Event)-[:BETWEEN]->(party)
WITH event
WHERE size(event.disputed) > 0
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
WITH DISTINCT event ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
MATCH (report:Report)-[:REPORTS]->(event)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
WITH event, collect(DISTINCT report.date) AS days, collect(DISTINCT report.place) AS spots,
     collect(DISTINCT report.status) AS states, count(DISTINCT report.id) AS told,
     collect(DISTINCT CASE WHEN report.copy_of IS NULL THEN article.source END) AS papers
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.title AS title,
       event.disputed AS disputed, days AS dates, spots AS places, states AS statuses, told AS reports,
       papers AS sources, event.id AS event_id
ORDER BY event.date, event.id
