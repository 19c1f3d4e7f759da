// تقويم الزيارات إلى بلد · Calendar of visits to a country
//
// Question:
//   من زار هذا البلد، متى، ومن استقبله وأين، وما الكلمات التي تقول ذلك؟
//   Who visited this country, when, who received them and where, and which words say so?
//
// Parameters:
//   country: party — code, name or alias of the country, in full
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//   statuses: list of occurred, planned, cancelled = — only these; empty means all
//   limit: integer = 200 — so many rows, the newest; undated ones come last
//
// Columns:
//   date: date — first day
//   date_end: date — last day, where it is another
//   precision: string — what of the date is known: day, month or year
//   status: string — occurred, planned or cancelled
//   subtype: string — such as official, working
//   who: set — the visitors and whom they represent
//   hosts: set — those who received them
//   place: set — where
//   quote: string — the sentence that says so
//   link: string — address of the article
//   event_id: string — id of the event
//
// Example:
//   country=إسرائيل

MATCH (host:Party)
WHERE host.search CONTAINS ('| ' + $country + ' |')
MATCH (event:Event)-[:VISITS]->(host)
WITH DISTINCT event
WHERE event.last_day >= date($from)
  AND event.first_day <= date($to)
  AND (size($statuses) = 0 OR event.status IN $statuses)
WITH DISTINCT event ORDER BY event.first_day DESC, event.id DESC LIMIT $limit
OPTIONAL MATCH (event)<-[taking:TOOK_PART]-(actor:Actor)
OPTIONAL MATCH (actor)-[:REPRESENTS]->(home:Party)
WITH event, taking.role AS role,
  CASE
    WHEN home.name_ar IS NULL OR actor.name CONTAINS home.name_ar THEN actor.name
    ELSE actor.name + ' (' + home.name_ar + ')'
  END AS called
WITH event, collect(DISTINCT CASE WHEN role = 'visitor' THEN called END) AS came,
     collect(DISTINCT CASE WHEN role = 'host' THEN called END) AS received_by
OPTIONAL MATCH (event)-[:AT]->(spot:Place)
WITH event, came, received_by, collect(DISTINCT coalesce(spot.name_ar, spot.name_en)) AS spots
OPTIONAL MATCH (event)-[:QUOTES]->(report:Report)
OPTIONAL MATCH (report)-[:IN_ARTICLE]->(article:Article)
RETURN event.date AS date, event.date_end AS date_end, event.date_precision AS precision,
       event.status AS status, event.subtype AS subtype, came AS who, received_by AS hosts,
       spots AS place, report.quote AS quote, article.url AS link, event.id AS event_id
ORDER BY event.date, event.id
