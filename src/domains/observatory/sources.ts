import { sql } from "kysely";
import type { Rowset } from "./rowsets.ts";
import { between, type Source } from "./source.ts";
import { yearSources } from "./sources.year.ts";

/** Every rowset over the `shared_` views, one row a thing. */
export const sources: Record<Rowset, Source> = {
  ...yearSources,
  meetings: {
    rows: (years) => sql`
      select meeting.*, rank() over (partition by year order by participants desc) as attendance_rank
      from activities.shared_meetings as meeting
      where ${between(sql`meeting.held_on`, years)}`,
    columns: sql`counted.id, counted.held_on, counted.subject, counted.type, counted.places, counted.setting,
      counted.duration_minutes, counted.participants`,
    order: sql`counted.held_on, counted.id`,
  },
  training_sessions: {
    rows: (years) => sql`
      select session.* from agenda.shared_training_sessions as session
      where ${between(sql`session.starts_on`, years)}`,
    columns: sql`counted.id, counted.starts_on, counted.ends_on,
      case counted.visibility when 'listed' then counted.title else 'Formation interne' end as title,
      counted.online,
      case counted.visibility when 'listed' then counted.place else coalesce(counted.commune, '') end as place,
      counted.duration_minutes, counted.participants`,
    order: sql`counted.starts_on, counted.id`,
  },
  members: {
    rows: (years) => sql`
      select membership.* from membership.shared_memberships as membership where year = any(${years})`,
    columns: sql`counted.id, counted.organisation, counted.college, counted.joined_on`,
    order: sql`counted.college, platform.fold(counted.organisation), counted.id`,
  },
  organisations: {
    rows: (years) => sql`
      select organisation.*, known.year
      from directory.shared_organisations as organisation
      join unnest(${years}::int[]) as known (year)
        on organisation.network_since is null or extract(year from organisation.network_since) <= known.year
      where organisation.status = 'published'`,
    columns: sql`counted.id,
      case counted.visibility when 'listed' then counted.name else 'Organisation non publiée' end as name,
      counted.actor_type, counted.family, counted.commune, counted.department`,
    order: sql`counted.visibility = 'internal', platform.fold(counted.name), counted.id`,
  },
  projects: {
    rows: (years) => sql`
      select project.*, known.year
      from projects.shared_projects as project
      join unnest(${years}::int[]) as known (year)
        on project.starts_on is null or extract(year from project.starts_on) <= known.year
      where project.status = 'published'`,
    columns: sql`counted.id,
      case counted.visibility when 'listed' then counted.title else 'Projet non publié' end as title,
      counted.starts_on, counted.ends_on,
      coalesce((select string_agg(case carrier.visibility when 'listed' then carrier.name
                                  else 'Organisation non publiée' end, ', ' order by platform.fold(carrier.name))
                from projects.shared_project_organisations as part
                join directory.shared_organisations as carrier on carrier.id = part.organisation_id
                where part.project_id = counted.id and part.role = 'carrier'), '') as carriers,
      coalesce((select string_agg(country.name, ', ' order by platform.fold(country.name))
                from territory.shared_countries as country
                where country.code = any(counted.country_codes)), '') as countries`,
    order: sql`counted.visibility = 'internal', platform.fold(counted.title), counted.id`,
  },
};
