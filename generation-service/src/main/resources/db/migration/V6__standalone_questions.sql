-- The question as it was answered, where the customer's own words (in question) needed what was said before.
alter table answer add column standalone text;
