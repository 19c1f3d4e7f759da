// تغطية المصادر يوما بيوم · Coverage by source and day
//
// Question:
//   كم مقالا وخبرا وحدثا جاء من كل مصدر في كل يوم؟
//   How many articles, reports and events came from each source on each day?
//
// Parameters:
//   from: date = 0001-01-01 — first day of publication; given, it leaves undated articles out
//   to: date = 9999-12-31 — last day of publication
//   limit: integer = 200 — so many rows, the newest; undated ones come last
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
WITH DISTINCT article.day AS day, coalesce(article.source, '') AS paper ORDER BY day DESC, paper LIMIT $limit
WITH min(day) AS earliest
MATCH (article:Article)
WHERE article.day >= earliest AND article.day <= date($to)
OPTIONAL MATCH (report:Report)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (report)-[:REPORTS]->(event:Event)
WITH article.day AS day, article.published AS appeared, article.source AS paper,
     count(DISTINCT article.id) AS papers, count(DISTINCT report.id) AS told,
     count(DISTINCT event.id) AS happened
ORDER BY day DESC, coalesce(paper, '') LIMIT $limit
RETURN appeared AS published, paper AS source, papers AS articles, told AS reports, happened AS events
ORDER BY published, source
