import { sql } from "kysely";
import type { Rowset } from "./rowsets.ts";
import { between, type Source } from "./source.ts";

/** Courses of support, collectivités met, events, the programme, trainings: the year as it happens. */
export const yearSources = {
  courses: {
    rows: (years) => sql`
      select course.id, course.year, course.month, course.opened_on, course.organisation, course.subject,
             course.department_code, department.name as department, 
             coalesce(type.code, type.id::text) as actor_type_code, type.label as actor_type
      from support.shared_courses as course
      left join territory.shared_departments as department on department.code = course.department_code
      left join vocabularies.shared_terms as type on type.id = course.actor_type_id
      where ${between(sql`course.opened_on`, years)}`,
    columns: sql`counted.id, counted.opened_on, counted.organisation, counted.subject, counted.department,
      counted.actor_type`,
    order: sql`counted.opened_on, counted.id`,
  },
  collectivites: {
    // Only those met are classed, each once a year, not the whole directory (`offset 0` keeps that order).
    rows: (years) => sql`
      select met.organisation_id as id, met.year, met.meetings, place.name, place.place, place.population,
             place.class_code, place.class_label, place.class_position
      from (select organisation_id, year, count(*)::int as meetings
            from activities.shared_meeting_organisations as met where ${between(sql`met.held_on`, years)}
            group by organisation_id, year offset 0) as met
      cross join lateral (
        select * from directory.shared_collectivites as place where place.organisation_id = met.organisation_id
        offset 0) as place`,
    columns: sql`counted.id, counted.name, counted.place, counted.population::float as population,
      counted.class_label as class, counted.meetings`,
    order: sql`counted.population desc nulls last, platform.fold(counted.name), counted.id`,
  },
  events: {
    rows: (years) => sql`
      select event.* from agenda.shared_held_events as event where event.year = any(${years})`,
    columns: sql`counted.id, counted.first_on,
      case when counted.status = 'published' and counted.visibility = 'listed' then counted.title
           else coalesce(counted.subject, 'Événement interne') end as title,
      counted.kind, counted.participants`,
    inside: sql`counted.id, counted.first_on, counted.title, counted.kind, counted.participants`,
    order: sql`counted.first_on, counted.id`,
  },
  programme_items: {
    rows: (years) => sql`
      select line.*, event.status = 'published' and event.visibility = 'listed' as announced
      from agenda.shared_programme as line
      join agenda.shared_events as event on event.id = line.id
      where line.year = any(${years})`,
    columns: sql`counted.id, counted.planned_period,
      case when counted.announced then counted.title else 'Ligne non publiée' end as title,
      counted.kind, counted.held_on, counted.dropped`,
    inside: sql`counted.id, counted.planned_period, counted.title, counted.kind, counted.held_on, counted.dropped`,
    order: sql`counted.planned_from nulls last, counted.planned_to, counted.id`,
  },
  trainings: {
    rows: (years) => sql`
      select training.training_id as id, training.year, training.title, training.visibility, training.first_on,
             training.sessions, training.attendances, training.newcomers as people
      from agenda.shared_training_people as training where training.year = any(${years})`,
    columns: sql`counted.id, counted.first_on,
      case counted.visibility when 'listed' then counted.title else 'Formation interne' end as title,
      counted.sessions, counted.attendances, counted.people`,
    inside: sql`counted.id, counted.first_on, counted.title, counted.sessions, counted.attendances, counted.people`,
    order: sql`counted.first_on, counted.id`,
  },
} satisfies Partial<Record<Rowset, Source>>;
