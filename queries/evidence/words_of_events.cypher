// كلمات أحداث بعينها · The words that attest these events
//
// Question:
//   أي الأخبار تذكر هذه الأحداث، وبأي كلمات، وفي أي مقالات؟
//   Which reports tell of these events, in which words, and in which articles?
//
// Parameters:
//   events: list — ids of events
//   from: date = 0001-01-01 — first day of publication; given, it leaves undated articles out
//   to: date = 9999-12-31 — last day of publication
//
// Columns:
//   event_id: string — id of the event
//   published: date — day of the article
//   source: string — publisher or newspaper
//   headline: string — title of the article
//   quote: string — the sentence that states the event
//   confidence: number — of the report, from 0 to 1
//   link: string — address of the article
//   report_id: string — id of the report
//   copy_of: string — id of the report whose words or whole text it repeats: then it is no further evidence
//
// Example:
//   events=e-0123456789ab

UNWIND $events AS wanted
MATCH (event:Event)
WHERE event.id = wanted
WITH event
MATCH (report:Report)-[:REPORTS]->(event)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
WITH event, report, article
WHERE coalesce(article.published, date('0001-01-01')) >= date($from)
  AND coalesce(article.published, date('0001-01-01')) <= date($to)
RETURN event.id AS event_id, article.published AS published, article.source AS source,
       article.title AS headline, report.quote AS quote, report.confidence AS confidence,
       article.url AS link, report.id AS report_id, report.copy_of AS copy_of
ORDER BY event_id, report_id
