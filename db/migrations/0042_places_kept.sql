-- Nobody loses a place because the number of places is changed: whoever lowers it comes after those who were in.
create function agenda.keep_places() returns trigger language plpgsql as $$
begin
  if exists (
    select from agenda.registrations registration
    where registration.event_id = new.id and registration.state = 'confirmed' and registration.source <> 'door'
    group by registration.session_id having count(*) > new.capacity)
  then raise exception 'More people have a place at event % than it would have.', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_places before update of capacity on agenda.events
  for each row when (new.capacity is not null and new.capacity is distinct from old.capacity)
  execute function agenda.keep_places();
