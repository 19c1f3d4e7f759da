// جولات شخص · Tours of an actor: visits to one country after another
//
// Question:
//   في أي جولات انتقل هذا الشخص من بلد إلى بلد، ومتى، وكم يوما بينهما؟
//   On which tours did this person go from country to country, when, and with how many days between?
//
// Parameters:
//   name: actor — any words of a name or alias in either script, or the actor's id
//   from: date = 0001-01-01 — first day of the period
//   to: date = 9999-12-31 — last day of the period
//   days: integer = 5 — the most days from the beginning of one visit to that of the next
//
// Columns:
//   date: date — day of the one visit
//   who: string — the actor's name
//   country: string — where it led
//   next_date: date — day of the next visit
//   next_country: string — where that led
//   days: integer — days between the two
//   title: string — what the one visit was
//   next_title: string — what the next was
//   event_id: string — id of the one
//   next_event_id: string — id of the next
//
// Example:
//   name=مارك ميلي
//   days=10

MATCH (actor:Actor)
WHERE actor.search CONTAINS (' ' + $name + ' ')
WITH DISTINCT actor
MATCH (actor)-[went:TOOK_PART]->(event:Event)
WITH DISTINCT actor, event, went.role AS role
WHERE role = 'visitor'
  AND event.type = 'visit' AND event.status = 'occurred' AND event.date_precision = 'day'
  AND event.date >= date($from) AND event.date <= date($to)
WITH DISTINCT actor, event
MATCH (event)-[:AT]->(:Place)-[:`IN`]->(land:Party)
WITH DISTINCT actor, event, land
MATCH (actor)-[again:TOOK_PART]->(next:Event)
WITH DISTINCT actor, event, land, next, again.role AS next_role
WHERE next_role = 'visitor'
  AND next.type = 'visit' AND next.status = 'occurred' AND next.date_precision = 'day'
  AND next.date <= date($to)
  AND next.day_number >= event.day_number AND next.day_number <= event.day_number + $days
  AND (next.day_number > event.day_number OR next.id > event.id)
WITH DISTINCT actor, event, land, next
MATCH (next)-[:AT]->(:Place)-[:`IN`]->(other:Party)
WHERE other.id <> land.id
  AND NOT EXISTS { MATCH (actor)-[also:TOOK_PART]->(stop:Event)
                   WHERE also.role = 'visitor' AND stop.type = 'visit' AND stop.status = 'occurred'
                     AND stop.date_precision = 'day'
                     AND stop.day_number > event.day_number AND stop.day_number < next.day_number }
RETURN event.date AS date, actor.name AS who, land.name_ar AS country, next.date AS next_date,
       other.name_ar AS next_country, next.day_number - event.day_number AS days, event.title AS title,
       next.title AS next_title, event.id AS event_id, next.id AS next_event_id
ORDER BY event.date, event.id, next.date, next.id, actor.id
