-- A practice's log begins with its founding, written by the transaction that founds it.
CREATE POLICY system_found ON audit FOR INSERT TO reconnect_system
  WITH CHECK (practice_id = (SELECT guard.app_founding()) AND outcome = 'ALLOWED' AND procedure = 'practices.found'
    AND couple_id IS NULL AND person_id IS NOT NULL AND at = (SELECT guard.app_now()));
