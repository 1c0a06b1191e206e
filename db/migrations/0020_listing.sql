-- What the lists filter and count by.

-- The answers of a record to a field added in the settings, as texts: none, one, or several; oui and non for a yes or no.
create function directory.custom_values(custom jsonb, field text) returns text[]
  language sql immutable parallel safe
  return case jsonb_typeof(custom -> field)
    when 'array' then (select coalesce(array_agg(answer order by place), '{}')
                       from jsonb_array_elements_text(custom -> field) with ordinality said (answer, place))
    when 'boolean' then array[case custom ->> field when 'true' then 'oui' else 'non' end]
    else coalesce(array_remove(array[custom ->> field], null), '{}')
  end;
