-- Once one partner has joined, who takes the other place is for the couple's clinicians: whoever takes it reads what is
-- shared. Until then nobody has written anything, and all staff may enrol.
CREATE FUNCTION guard.app_enrolling_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN guard.app_clinician_couples() || (
    SELECT coalesce(array_agg(c.id), '{}') FROM public.couple c
    WHERE c.practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff())
      AND NOT EXISTS (SELECT 1 FROM public.couple_partner cp
        WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id AND cp.joined_at IS NOT NULL));
END $$;
REVOKE ALL ON FUNCTION guard.app_enrolling_couples() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_enrolling_couples() TO reconnect_app;

DROP POLICY app_insert_invited ON couple_partner;
CREATE POLICY app_insert_invited ON couple_partner FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[]) AND joined_at IS NULL
    AND couple_id = ANY ((SELECT guard.app_enrolling_couples())::uuid[]));
DROP POLICY app_insert ON invitation;
CREATE POLICY app_insert ON invitation FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()) AND created_by_id = (SELECT guard.app_person())
    AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[])
    AND CASE WHEN couple_id IS NULL THEN 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
      ELSE couple_id = ANY ((SELECT guard.app_enrolling_couples())::uuid[]) END);

-- Sending again to the same address is anybody's; another address or digits in the room are not.
CREATE FUNCTION guard.invitation_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  -- A step of its own: a role that may not ask is not even asked whether it may.
  IF current_user <> 'reconnect_app' OR NEW.couple_id IS NULL THEN RETURN NEW; END IF;
  IF ((NEW.email IS DISTINCT FROM OLD.email AND NEW.email IS NOT NULL) OR (NEW.room_hash IS DISTINCT FROM OLD.room_hash AND NEW.room_hash IS NOT NULL))
    AND NOT (NEW.couple_id = ANY (guard.app_enrolling_couples())) THEN
    RAISE EXCEPTION 'only a clinician of the couple' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION guard.invitation_kept() FROM PUBLIC;
CREATE TRIGGER invitation_kept BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION guard.invitation_kept();
