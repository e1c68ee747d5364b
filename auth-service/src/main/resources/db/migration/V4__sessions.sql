-- Sessions live on Redis; that one has ended stands here, for as long as anything of it could still be shown: one by one, or
-- all of a user at once by raising the generation, when at most one of an older generation is kept.

alter table users add column session_generation bigint not null default 0;
alter table users add column session_kept uuid;

create table ended_sessions (
    tenant_id uuid        not null references tenants (id) on delete cascade,
    id        uuid        not null,
    ended_at  timestamptz not null,
    primary key (tenant_id, id)
);
create index ended_sessions_by_age on ended_sessions (ended_at);

alter table ended_sessions enable row level security;
create policy tenant on ended_sessions to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy purge on ended_sessions to ${system_role} using (true);
grant select, insert on ended_sessions to ${service_role};
grant select, delete on ended_sessions to ${system_role};

-- Signing keys come and go; that somebody asked for a new one is accounted for in the same transaction.
grant delete on signing_keys to ${system_role};
create policy signing on audit_events for insert to ${system_role} with check (action = 'signing_key_rotated');
grant insert on audit_events to ${system_role};
