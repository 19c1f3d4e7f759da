// روايات الحدث · What each report says of an event
//
// Question:
//   ماذا يقول كل خبر عن هذا الحدث، وفيم تختلف الأخبار؟
//   What does each report say of this event, and on what do they disagree?
//
// Parameters:
//   event: event — id of the event, also one that it had before
//   from: date = 0001-01-01 — first day of publication; given, it leaves undated articles out
//   to: date = 9999-12-31 — last day of publication
//
// Columns:
//   published: date — day of the article
//   source: string — publisher or newspaper
//   date: string — the date it gives: a day, a month or a year
//   place: string — the place it gives
//   place_country: string — code of the country
//   status: string — occurred, planned or cancelled
//   subtype: string — the subtype it gives
//   agreed_date: date — the day that the reports agree on
//   disputed: set — the fields on which the reports disagree
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
RETURN article.published AS published, article.source AS source, report.date AS date, report.place AS place,
       report.place_country AS place_country, report.status AS status, report.subtype AS subtype,
       event.date AS agreed_date, event.disputed AS disputed, report.id AS report_id,
       report.copy_of AS copy_of
ORDER BY article.published, report.id
