-- How others learn of a new version of a tenant's knowledge: by the tenant's state, where a crash may leave one untold, and by
-- Kafka.
alter table knowledge add column changed_at timestamptz not null default now();
create index knowledge_changed_at on knowledge (changed_at);

-- The system role tells versions; of what they are versions it sees nothing.
create policy telling on knowledge for select to ${system_role} using (true);
grant select (tenant_id, version, changed_at) on knowledge to ${system_role};

-- What the world is to be told, written in the transaction in which it happened.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    tenant_id   uuid        not null,
    key         text        not null,
    topic       text        not null,
    type        text        not null,
    data        text        not null,
    happened_at timestamptz not null
);
create index outbox_key on outbox (key, position);

alter table outbox enable row level security;
create policy tenant on outbox to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy relay on outbox to ${system_role} using (true);
grant insert on outbox to ${service_role};
-- FOR UPDATE asks for the right to update, though nothing is.
grant select, update, delete on outbox to ${system_role};
