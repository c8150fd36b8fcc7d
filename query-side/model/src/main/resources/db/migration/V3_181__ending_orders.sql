-- The end of an order is asked for on every start page.
create index form_ending on view.form (valid_to)
  where state = 'APPROVED' and kind = 'VISIT_NURSING_ORDER' and not deleted;
