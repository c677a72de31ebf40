-- Nobody lets themself in by emergency access, except in a practice whose only therapist they are.
DROP POLICY app_insert ON break_glass;
CREATE POLICY app_insert ON break_glass FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND opened_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_orphaned_couples())::uuid[]) AND granted_to_id = ANY ((SELECT guard.app_therapists())::uuid[])
    AND (granted_to_id <> opened_by_id OR cardinality((SELECT guard.app_therapists())::uuid[]) = 1)
    AND starts_at = (SELECT guard.app_now()));
