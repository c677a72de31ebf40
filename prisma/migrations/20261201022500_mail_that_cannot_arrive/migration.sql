-- AlterEnum
ALTER TYPE "reminder_reason" ADD VALUE 'NO_ADDRESS';

-- Whoever invites learns that an address took no mail, as long as its person has no login: then they decide alone.
CREATE POLICY app_read_invited ON mail_suppression FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[]));

-- Whether mail about homework can go to each partner of the couple named by app.couple_id, for its clinicians: whether it is
-- turned off or rests, and whether there is an address at all. Never which one.
CREATE FUNCTION guard.app_couple_mail() RETURNS TABLE (person_id uuid, unwanted boolean, unconfirmed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  here uuid := guard.app_practice();
  couple uuid := nullif(current_setting('app.couple_id', true), '')::uuid;
BEGIN
  IF couple IS NULL OR NOT couple = ANY (guard.app_clinician_couples()) THEN RETURN; END IF;
  RETURN QUERY
    SELECT pp.person_id, EXISTS (SELECT 1 FROM public.reminder_opt_out o
        WHERE o.practice_id = here AND o.person_id = pp.person_id AND o.kind = 'HOMEWORK_DUE'
          AND (o.until IS NULL OR o.until >= (guard.app_now() AT TIME ZONE pp.time_zone)::date)),
      pp.contact_email IS NULL
    FROM public.couple_partner cp
    JOIN public.person_private pp ON pp.practice_id = cp.practice_id AND pp.person_id = cp.person_id
    WHERE cp.practice_id = here AND cp.couple_id = couple;
END $$;
REVOKE ALL ON FUNCTION guard.app_couple_mail() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_couple_mail() TO reconnect_app;
