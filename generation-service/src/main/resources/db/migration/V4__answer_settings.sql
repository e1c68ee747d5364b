-- What a tenant has settled about its answers. Without a row all is as for a new tenant, in version 0.
create table answer_settings (
    tenant_id  uuid        primary key,
    version    bigint      not null,
    settings   jsonb       not null,
    changed_at timestamptz not null default now()
);

alter table answer_settings enable row level security;
create policy tenant on answer_settings to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on answer_settings to ${service_role};
