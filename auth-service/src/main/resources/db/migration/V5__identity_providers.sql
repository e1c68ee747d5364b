-- Issuers that tenants brought. A token is found by issuer and audience, so that each pair belongs to one tenant.

create table identity_providers (
    id         uuid primary key,
    tenant_id  uuid        not null references tenants (id) on delete cascade,
    issuer     text        not null,
    audience   text        not null,
    scopes     text[]      not null,
    acl_claim  text,
    epoch      bigint      not null default 0,
    created_at timestamptz not null,
    unique (issuer, audience)
);
create index identity_providers_of_tenant on identity_providers (tenant_id, id);

alter table identity_providers enable row level security;

create policy tenant on identity_providers to ${service_role}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy lookup on identity_providers for select to ${system_role} using (true);

grant select, insert, delete on identity_providers to ${service_role};
grant select                 on identity_providers to ${system_role};
