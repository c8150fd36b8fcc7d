-- A read model is made anew from events of a few types: it looks at those and at no others.
create index domain_event_type on store.domain_event_entry (payload_type, global_index);
