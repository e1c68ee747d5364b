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
