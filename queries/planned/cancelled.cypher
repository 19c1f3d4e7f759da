// لقاءات أُلغيت · Contacts that were called off
//
// Question:
//   أي اللقاءات أُلغيت، بين من، وهل كانت معلنة من قبل، وما الكلمات التي تقول ذلك؟
//   Which contacts were called off, between whom, had they been announced, and which words say so?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   types: list of visit, call, honor, talks = — only these types; empty means all
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day on which it was to be
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   title: string — what was called off
//   parties: set — between whom
//   announced: set — what had been announced
//   plan_ids: set — ids of the plans
//   reports: integer — how many reports say that it was called off
//   quote: string — a sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   types=talks, visit

MATCH (event:Event)
WHERE event.status = 'cancelled'
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($types) = 0 OR event.type IN $types)
WITH event ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)-[:BETWEEN]->(party:Party)
WITH event, collect(DISTINCT party.name_ar) AS sides
OPTIONAL MATCH (plan:Event)-[:CANCELLED_BY]->(event)
WITH event, sides, collect(DISTINCT plan.title) AS plans, collect(DISTINCT plan.id) AS ids
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.type AS type, event.title AS title,
       sides AS parties, plans AS announced, ids AS plan_ids, event.report_count AS reports,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
