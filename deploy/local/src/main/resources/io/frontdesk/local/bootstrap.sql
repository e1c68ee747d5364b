-- Run by the launcher as superuser in the database of the suite. It may be run again at any time.
-- Three roles per service: the owner of its schema runs migrations; the service itself owns nothing and is under
-- row-level security; the system role works where there is no tenant. What the latter two may do with a table is granted
-- by the migration that makes the table.
create extension if not exists vector with schema public;

do $bootstrap$
declare
  service text;
  role text;
begin
  foreach service in array array ['auth', 'ingestion', 'retrieval', 'generation'] loop
    foreach role in array array [
      format('frontdesk_%s_owner', service), format('frontdesk_%s', service), format('frontdesk_%s_system', service)
    ] loop
      if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I', role);
      end if;
      execute format('alter role %I login password %L', role, encode(sha256(convert_to('${secret}' || role, 'UTF8')), 'hex'));
      execute format('alter role %I set search_path = %I, public', role, service);
    end loop;
    execute format('create schema if not exists %I authorization %I', service, format('frontdesk_%s_owner', service));
    execute format('grant usage on schema %I to %I, %I', service,
      format('frontdesk_%s', service), format('frontdesk_%s_system', service));
  end loop;
end
$bootstrap$;
