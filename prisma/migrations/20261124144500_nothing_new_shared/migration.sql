-- After a couple has ended nothing new reaches a partner, whatever the server asks for: what is shared may neither be added nor
-- changed any more. Taking back and keeping for oneself or the therapist go on. Restrictive: it holds beside every other policy.
CREATE POLICY app_insert_together ON check_in AS RESTRICTIVE FOR INSERT TO reconnect_app
  WITH CHECK (shared_at IS NULL OR EXISTS (SELECT 1 FROM couple c
    WHERE c.practice_id = check_in.practice_id AND c.id = check_in.couple_id AND c.state <> 'ENDED'));
CREATE POLICY app_update_together ON check_in AS RESTRICTIVE FOR UPDATE TO reconnect_app
  USING (true)
  WITH CHECK (shared_at IS NULL OR EXISTS (SELECT 1 FROM couple c
    WHERE c.practice_id = check_in.practice_id AND c.id = check_in.couple_id AND c.state <> 'ENDED'));
CREATE POLICY app_insert_together ON entry AS RESTRICTIVE FOR INSERT TO reconnect_app
  WITH CHECK (visibility <> 'SHARED' OR EXISTS (SELECT 1 FROM couple c
    WHERE c.practice_id = entry.practice_id AND c.id = entry.couple_id AND c.state <> 'ENDED'));
CREATE POLICY app_update_together ON entry AS RESTRICTIVE FOR UPDATE TO reconnect_app
  USING (true)
  WITH CHECK (visibility <> 'SHARED' OR EXISTS (SELECT 1 FROM couple c
    WHERE c.practice_id = entry.practice_id AND c.id = entry.couple_id AND c.state <> 'ENDED'));
