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
WITH DISTINCT actor, event
// Pairs are made from a list: to go back to the actor for each visit would read all of its events as often.
WITH actor, collect({id: event.id, day: event.day_number}) AS visits
UNWIND visits AS one
UNWIND visits AS two
WITH actor, one.id AS one_id, one.day AS day, two.id AS two_id, two.day AS later
WHERE later >= day AND later <= day + $days
  AND (later > day OR two_id > one_id)
WITH actor, one_id, day, min(CASE WHEN later > day THEN later END) AS following,
     collect({id: two_id, day: later}) AS others
UNWIND others AS two
WITH actor, one_id, two.id AS two_id, two.day = day OR two.day = following AS without_stop
WHERE without_stop
WITH actor, one_id, two_id
MATCH (event:Event)
WHERE event.id = one_id
WITH actor, event, two_id
WHERE event.date >= date($from) AND event.date <= date($to)
MATCH (next:Event)
WHERE next.id = two_id
WITH actor, event, next
WHERE next.date <= date($to)
MATCH (event)-[:AT]->(:Place)-[:`IN`]->(land:Party)
WITH DISTINCT actor, event, next, land
MATCH (next)-[:AT]->(:Place)-[:`IN`]->(other:Party)
WITH DISTINCT actor, event, next, land, other
WHERE other.id <> land.id
RETURN event.date AS date, actor.name AS who, land.name_ar AS country, next.date AS next_date,
       other.name_ar AS next_country, next.day_number - event.day_number AS days, event.title AS title,
       next.title AS next_title, event.id AS event_id, next.id AS next_event_id
ORDER BY event.date, event.id, next.date, next.id, actor.id
