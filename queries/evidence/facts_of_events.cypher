// ما يعرف عن أحداث بعينها · What is known of these events
//
// Question:
//   ما الذي يعرف عن هذه الأحداث: متى كانت وأين وفي أي موضوع، وكم خبرا يذكر كلا منها؟
//   What is known of these events: when, where and about what they were, and how many reports tell of each?
//
// Parameters:
//   events: list — ids of events
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   date: date — first day
//   date_end: date — last day, where the day is not known
//   precision: string — what of the date is known: day, month or year
//   type: string — visit, call, honor or talks
//   subtype: string — what sort of it
//   status: string — occurred, planned or cancelled
//   title: string — what it was
//   place: string — where, in Arabic
//   place_latin: string — where, in English
//   topic_ids: set — ids of the topics
//   disputed: set — the fields on which the reports disagree
//   reports: integer — how many tell of it
//   event_id: string — id of the event
//
// Example:
//   events=e-0123456789ab

UNWIND $events AS wanted
MATCH (event:Event)
WHERE event.id = wanted
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, min(spot.name_ar) AS arabic, min(spot.name_en) AS english
OPTIONAL MATCH (event)-[:ABOUT]->(topic:Topic)
WITH event, arabic, english, collect(DISTINCT topic.id) AS subjects
RETURN event.date AS date, event.date_end AS date_end, event.date_precision AS precision, event.type AS type,
       event.subtype AS subtype, event.status AS status, event.title AS title, arabic AS place,
       english AS place_latin, subjects AS topic_ids, event.disputed AS disputed,
       event.report_count AS reports, event.id AS event_id
ORDER BY event.date, event.id
