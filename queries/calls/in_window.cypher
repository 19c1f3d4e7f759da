// اتصالات في أيام أزمة · Calls in the days of a crisis
//
// Question:
//   من اتصل بمن في هذه الأيام، وفي أي موضوع، وما الكلمات التي تقول ذلك؟
//   Who rang whom in these days, about what, and which words say so?
//
// Parameters:
//   from: date = 0001-01-01 — first day of the window
//   to: date = 9999-12-31 — last day of the window
//   statuses: list of occurred, planned, cancelled = occurred — only these; empty means all
//   limit: integer = 200 — so many rows, the newest
//
// Columns:
//   date: date — first day; calls without any are left out
//   precision: string — what of the date is known: day, month or year
//   status: string — occurred, planned or cancelled
//   subtype: string — phone, video or other
//   callers: set — who rang, and for whom
//   callees: set — who was rung; everybody, where nobody says who rang
//   topics: set — what it was about
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   from=2021-05-10
//   to=2021-05-21

MATCH (event:Event)
WHERE event.type = 'call'
  AND event.date >= date($from) AND event.date <= date($to)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH event ORDER BY event.type DESC, event.date DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)<-[part:TOOK_PART]-(actor:Actor)
OPTIONAL MATCH (actor)-[:REPRESENTS]->(party:Party)
WITH event, part.role AS role,
  CASE
    WHEN party.name_ar IS NULL OR actor.name CONTAINS party.name_ar THEN actor.name
    ELSE actor.name + ' (' + party.name_ar + ')'
  END AS called
WITH event, collect(DISTINCT CASE WHEN role = 'caller' THEN called END) AS rang,
     collect(DISTINCT CASE WHEN role IN ['callee', 'party'] THEN called END) AS rung
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH event, rang, rung, collect(DISTINCT coalesce(topic.name_ar, topic.name_en)) AS subjects
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_precision AS precision, event.status AS status,
       event.subtype AS subtype, rang AS callers, rung AS callees, subjects AS topics,
       report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
