-- What one customer asks in a row.
create table conversation (
    tenant_id  uuid        not null,
    id         uuid        not null,
    -- The subject who asks.
    customer   text        not null,
    started_at timestamptz not null,
    last_at    timestamptz not null,
    -- By what the tenant wanted when it was last continued.
    keep_until timestamptz not null,
    primary key (tenant_id, id)
);
create index conversation_of_customer on conversation (tenant_id, customer, id);
create index conversation_due on conversation (keep_until);

-- A question and what was answered; its id is that of the answer.
create table conversation_turn (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    id              uuid        not null,
    question        text        not null,
    -- What was searched for, where the question could not stand alone.
    standalone      text,
    answer          text        not null,
    outcome         text        not null,
    document_ids    uuid[]      not null,
    asked_at        timestamptz not null,
    primary key (tenant_id, conversation_id, id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);

do $$
declare
    kept name;
begin
    foreach kept in array array['conversation', 'conversation_turn'] loop
        execute format('alter table %I enable row level security', kept);
        execute format(
            'create policy tenant on %I to ${service_role}
                using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
                with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', kept);
        execute format('grant select, insert, update, delete on %I to ${service_role}', kept);
    end loop;
end $$;

-- The system role sees what is due to go, and nothing of what was said. FOR UPDATE asks for the right to update.
create policy due on conversation to ${system_role} using (keep_until < now());
grant select (tenant_id, id, keep_until), update (keep_until), delete on conversation to ${system_role};
