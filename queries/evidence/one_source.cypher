// أحداث من مصدر واحد · Events that rest on one source
//
// Question:
//   أي أحداث هذا الطرف لا يذكرها إلا مصدر واحد، وما كلماته، وما مدى الثقة بقراءتها؟
//   Which events of this party does one source alone tell of, in which words, and how surely are they read?
//
// Parameters:
//   party: party — code, name or alias of the party, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   status: string — occurred, planned or cancelled
//   title: string — what it was
//   source: string — the one source; nothing where no article names any
//   reports: integer — how many of its reports tell of it, copies of another paper's words not counted
//   confidence: number — of the surest of them, from 0 to 1
//   quote: string — a sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   party=مصر

MATCH (party:Party)
WHERE party.search CONTAINS ('| ' + $party + ' |')
WITH DISTINCT party
MATCH (event:Event)-[:BETWEEN]->(party)
WITH event
WHERE event.source_count <= 1
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
MATCH (event)-[:QUOTES]->(:Report)
WITH DISTINCT event ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
MATCH (telling:Report)-[:REPORTS]->(event)
WITH event, telling
WHERE telling.copy_of IS NULL
OPTIONAL MATCH (telling)-[:IN_ARTICLE]->(paper:Article)
WITH event, min(paper.source) AS paper_name, count(DISTINCT telling.id) AS told,
     max(telling.confidence) AS surest, min(telling.id) AS chosen
MATCH (report:Report)-[:REPORTS]->(event)
WITH event, paper_name, told, surest, report, chosen
WHERE report.id = chosen
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.status AS status,
       event.title AS title, paper_name AS source, told AS reports, surest AS confidence,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
