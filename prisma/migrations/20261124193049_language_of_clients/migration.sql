-- In which language the partners of the couples that I treat read: their clinicians write and preview for them. Nothing else
-- of what is private to a person comes with it.
CREATE FUNCTION guard.app_client_locales() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_object_agg(pp.person_id, pp.locale), '{}') FROM public.person_private pp
    WHERE pp.practice_id = (SELECT guard.app_practice()) AND pp.person_id = ANY ((SELECT guard.app_clients())::uuid[]));
END $$;
REVOKE ALL ON FUNCTION guard.app_client_locales() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_client_locales() TO reconnect_app;
