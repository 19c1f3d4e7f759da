// من شارك في أحداث بعينها · Who took part in these events
//
// Question:
//   من شارك في هذه الأحداث، وبأي صفة، ومن يمثل؟
//   Who took part in these events, in which role and office, and for whom?
//
// Parameters:
//   events: list — ids of events
//   from: date = 0001-01-01 — first day of the period; given, it leaves undated events out
//   to: date = 9999-12-31 — last day of the period
//
// Columns:
//   event_id: string — id of the event
//   who: string — the actor's name
//   latin: string — in Latin letters
//   kind: string — of actor: person, state and so on
//   role: string — what part it was
//   office: string — the office given, where one is
//   party: string — whom the actor represents, in Arabic; a row for each
//   party_latin: string — in English
//   party_code: string — code of the party
//   actor_id: string — id of the actor
//
// Example:
//   events=e-0123456789ab

UNWIND $events AS wanted
MATCH (event:Event)
WHERE event.id = wanted
  AND event.last_day >= date($from)
  AND event.first_day <= date($to)
MATCH (event)<-[part:TOOK_PART]-(actor:Actor)
OPTIONAL MATCH (actor)-[:REPRESENTS]->(side:Party)
RETURN event.id AS event_id, actor.name AS who, actor.name_latin AS latin, actor.kind AS kind,
       part.role AS role, part.office AS office, side.name_ar AS party, side.name_en AS party_latin,
       side.code AS party_code, actor.id AS actor_id
ORDER BY event_id, actor_id, role, party_code
