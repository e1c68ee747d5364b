-- The outbox that all services share: what stays in order has a key, here of tenant and document.
alter table outbox rename column document_id to key;
alter table outbox alter column key type text using tenant_id || '/' || key;
alter index outbox_document rename to outbox_key;
