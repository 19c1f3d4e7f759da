// خطط لم يُعرف ما آلت إليه · Plans that nothing is known to have come of
//
// Question:
//   أي اللقاءات أُعلنت ولم يُذكر أنها تحققت أو أُلغيت، وما منها مضى موعده؟
//   Which contacts were announced, and nobody reported them as held or called off, though their day passed?
//
// Parameters:
//   from: date = 0001-01-01 — plans that were to happen by this day or later
//   to: date = 9999-12-31 — plans that were to happen by this day: yesterday gives those whose day passed
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   limit: integer = 200 — so many rows, the last to have been due
//
// Columns:
//   expected_by: date — last day on which it was to happen; some weeks after the last word, where no day was given
//   date: date — first day announced
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   title: string — what was announced
//   parties: set — between whom
//   reports: integer — how many reports announced it
//   last_word: date — day of the last of their articles
//   quote: string — a sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   to=2018-06-30

MATCH (event:Event)
WHERE event.status = 'planned'
  AND event.expected_by <= date($to)
  AND event.expected_by >= date($from)
  AND (size($types) = 0 OR event.type IN $types)
  AND NOT EXISTS { MATCH (event)-[:FULFILLED_BY]->(:Event) }
  AND NOT EXISTS { MATCH (event)-[:CANCELLED_BY]->(:Event) }
WITH event ORDER BY event.status DESC, event.expected_by DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)-[:BETWEEN]->(party:Party)
WITH event, collect(DISTINCT party.name_ar) AS sides
OPTIONAL MATCH (announcing:Report)-[:REPORTS]->(event)
OPTIONAL MATCH (announcing)-[:IN_ARTICLE]->(paper:Article)
WITH event, sides, max(paper.published) AS heard
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.expected_by AS expected_by, event.date AS date, event.date_precision AS precision,
       event.type AS type, event.title AS title, sides AS parties, event.report_count AS reports,
       heard AS last_word, report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.expected_by, event.id
