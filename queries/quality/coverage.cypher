// تغطية المصادر يوما بيوم · Coverage by source and day
//
// Question:
//   كم مقالا وخبرا وحدثا جاء من كل مصدر في كل يوم؟
//   How many articles, reports and events came from each source on each day?
//
// Parameters:
//   from: date = 0001-01-01 — first day of publication; given, it leaves undated articles out
//   to: date = 9999-12-31 — last day of publication
//
// Columns:
//   published: date — the day
//   source: string — publisher or newspaper
//   articles: integer — articles that report anything
//   reports: integer — what they report
//   events: integer — the events that these tell of
//
// Example:
//   from=2021-03-01
//   to=2021-03-31

MATCH (article:Article)
WHERE article.day >= date($from)
  AND article.day <= date($to)
OPTIONAL MATCH (report:Report)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (report)-[:REPORTS]->(event:Event)
RETURN article.published AS published, article.source AS source, count(DISTINCT article.id) AS articles,
       count(DISTINCT report.id) AS reports, count(DISTINCT event.id) AS events
ORDER BY published, source
