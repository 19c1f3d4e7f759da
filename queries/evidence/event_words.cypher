// الكلمات التي تثبت الحدث · The words that attest an event
//
// Question:
//   أي المقالات تذكر هذا الحدث، وبأي كلمات، وأي قاعدة قرأتها؟
//   Which articles report this event, in which words, and which rule read them?
//
// Parameters:
//   event: event — id of the event, also one that it had before
//   from: date = 0001-01-01 — first day of publication; given, it leaves undated articles out
//   to: date = 9999-12-31 — last day of publication
//
// Columns:
//   published: date — day of the article
//   source: string — publisher or newspaper
//   headline: string — title of the article
//   quote: string — the sentence that states the event
//   field: string — where it stands, title or text
//   start: integer — offset of its first character there
//   end: integer — offset after its last
//   rule: string — what read it
//   extractor: string — version of the extraction
//   link: string — address of the article
//   report_id: string — id of the report
//   copy_of: string — id of the report whose words or whole text it repeats: then it is no further evidence
//
// Example:
//   event=e-0123456789ab

OPTIONAL MATCH (former:Redirect {id: $event})
WITH coalesce(former.target, $event) AS wanted
MATCH (event:Event)
WHERE event.id = wanted
WITH event
MATCH (report:Report)-[:REPORTS]->(event)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
WITH event, report, article
WHERE article.day >= date($from)
  AND article.day <= date($to)
RETURN article.published AS published, article.source AS source, article.title AS headline,
       report.quote AS quote, report.field AS field, report.start AS start, report.`end` AS `end`,
       report.rule AS rule, report.extractor AS extractor, article.url AS link, report.id AS report_id,
       report.copy_of AS copy_of
ORDER BY article.published, report.id
