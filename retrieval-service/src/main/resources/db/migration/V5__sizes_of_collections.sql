-- How many chunks a tenant has in a collection is asked for in each search of tickets and questions, which decides how their
-- vectors are searched; of knowledge it is kept.
create index document_collection on document (tenant_id, collection) include (chunks) where live_version is not null;
