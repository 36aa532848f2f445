-- Names in the order of the language (DIN 5007-1: ä with a), in the index as in the answers.
drop index view_member_name, view_member_status, view_member_kind, view_contribution_year,
  view_contribution_preview_name, view_contact_member, view_enterprise_name, view_project_worst;
create index view_member_name on view_member (name collate "de-x-icu", member_id);
create index view_member_status on view_member (status, name collate "de-x-icu", member_id);
create index view_member_kind on view_member (kind, name collate "de-x-icu", member_id);
create index view_contribution_year
  on view_contribution (year, member_name collate "de-x-icu", contribution_id);
create index view_contribution_preview_name
  on view_contribution_preview (run_id, member_name collate "de-x-icu", member_id);
create index view_contact_member on view_contact (member_id, name collate "de-x-icu", contact_id);
create index view_enterprise_name on view_enterprise (name collate "de-x-icu", enterprise_id);
create index view_project_worst on view_project (worst desc, title collate "de-x-icu", project_id);
