-- After a couple has ended a clinician's reply reaches the one whom it answers, and nobody else: what both would read is new to
-- both. What was said to both before stays readable. Restrictive: it holds beside every other policy, as for check-ins and entries.
CREATE POLICY app_insert_together ON reply AS RESTRICTIVE FOR INSERT TO reconnect_app
  WITH CHECK (audience <> 'SAME_READERS' OR EXISTS (SELECT 1 FROM couple c
    WHERE c.practice_id = reply.practice_id AND c.id = reply.couple_id AND c.state <> 'ENDED'));
