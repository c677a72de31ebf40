-- CreateEnum
CREATE TYPE "identity"."session_proof" AS ENUM ('MAILBOX', 'PASSWORD', 'PASSKEY', 'OIDC', 'PIN', 'RECOVERY');

-- CreateEnum
CREATE TYPE "identity"."letter_kind" AS ENUM ('SIGN_IN', 'RESET', 'SIGN_UP', 'ADDRESS_CHANGE', 'SECURITY_NOTICE');

-- CreateEnum
CREATE TYPE "identity"."letter_state" AS ENUM ('OWED', 'CLAIMED', 'SENT', 'FAILED', 'SKIPPED');

-- CreateEnum
CREATE TYPE "identity"."challenge_kind" AS ENUM ('SECOND_FACTOR', 'TOTP_SETUP', 'PASSKEY_ADD', 'PASSKEY_USE', 'OIDC');

-- AlterEnum
ALTER TYPE "identity"."credential_kind" ADD VALUE 'TOTP';

-- AlterTable
ALTER TABLE "identity"."credential" ADD COLUMN     "last_step" INTEGER,
ADD COLUMN     "proven" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "identity"."session" ADD COLUMN     "device_id" UUID,
ADD COLUMN     "proof" "identity"."session_proof" NOT NULL DEFAULT 'PASSWORD',
ADD COLUMN     "two_factor_at" TIMESTAMPTZ(3),
ADD COLUMN     "unlocked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "identity"."ticket" ADD COLUMN     "device_id" UUID,
ADD COLUMN     "proof" "identity"."session_proof" NOT NULL DEFAULT 'PASSWORD',
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "two_factor" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "requires_two_factor" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "identity"."device" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "remembered_until" TIMESTAMPTZ(3),
    "pin_hash" TEXT,
    "pin_failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."passkey" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "backed_up" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."recovery_code" (
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "identity"."letter" (
    "id" UUID NOT NULL,
    "kind" "identity"."letter_kind" NOT NULL,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "browser_hash" BYTEA,
    "topic" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "state" "identity"."letter_state" NOT NULL DEFAULT 'OWED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."challenge" (
    "id" UUID NOT NULL,
    "kind" "identity"."challenge_kind" NOT NULL,
    "user_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."external_login" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_login_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "identity"."recovery" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "given_by_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "device_token_hash_idx" ON "identity"."device"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "device_user_id_token_hash_key" ON "identity"."device"("user_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "identity"."passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "identity"."passkey"("user_id");

-- CreateIndex
CREATE INDEX "letter_email_kind_idx" ON "identity"."letter"("email", "kind");

-- CreateIndex
CREATE INDEX "letter_user_id_idx" ON "identity"."letter"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_token_hash_key" ON "identity"."challenge"("token_hash");

-- CreateIndex
CREATE INDEX "challenge_user_id_idx" ON "identity"."challenge"("user_id");

-- CreateIndex
CREATE INDEX "external_login_user_id_idx" ON "identity"."external_login"("user_id");

-- CreateIndex
CREATE INDEX "recovery_user_id_idx" ON "identity"."recovery"("user_id");

-- CreateIndex
CREATE INDEX "session_device_id_idx" ON "identity"."session"("device_id");

-- AddForeignKey
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "identity"."device"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."device" ADD CONSTRAINT "device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."letter" ADD CONSTRAINT "letter_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."challenge" ADD CONSTRAINT "challenge_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."external_login" ADD CONSTRAINT "external_login_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."recovery" ADD CONSTRAINT "recovery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Practices that are there already go on as they were; new ones ask for a second factor.
UPDATE practice SET requires_two_factor = false;

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.device, identity.passkey, identity.recovery_code, identity.letter,
  identity.challenge, identity.external_login, identity.recovery TO reconnect_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.throttle TO reconnect_system;
GRANT SELECT ON identity.device, identity.passkey, identity.recovery_code, identity.letter, identity.challenge,
  identity.external_login, identity.recovery, ops.throttle TO reconnect_backup;
CREATE INDEX letter_open ON identity.letter (due_at) WHERE state IN ('OWED', 'CLAIMED');

-- ── How much a session has proven ───────────────────────────────────────────────────────────────────────────

-- More than a mailbox: a password that is not a mailbox's own, a passkey, a PIN on a remembered device, the organisation's
-- provider, a code handed over in person, or a second factor on top of the mailbox.
CREATE FUNCTION guard.app_strong() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN coalesce((SELECT s.proof <> 'MAILBOX' OR s.two_factor_at IS NOT NULL FROM identity.session s
    WHERE s.id = (SELECT guard.app_session())), false);
END $$;

-- What staff still owe before they are staff: 'UNLOCK' (more than a mailbox), 'SECOND_FACTOR', or nothing.
CREATE FUNCTION guard.app_owes() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN CASE
    WHEN NOT EXISTS (SELECT 1 FROM public.staff_role r WHERE r.practice_id = (SELECT guard.app_practice())
      AND r.person_id = (SELECT guard.app_person()) AND r.ended_at IS NULL) THEN NULL
    WHEN NOT (SELECT guard.app_strong()) THEN 'UNLOCK'
    WHEN (SELECT p.requires_two_factor FROM public.practice p WHERE p.id = (SELECT guard.app_practice()))
      AND (SELECT s.two_factor_at FROM identity.session s WHERE s.id = (SELECT guard.app_session())) IS NULL THEN 'SECOND_FACTOR'
  END;
END $$;

-- Whoever owes a proof holds no role yet: no policy that asks for staff or clinicians lets them through.
CREATE OR REPLACE FUNCTION guard.app_roles() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(r.role::text ORDER BY r.role), '{}') FROM public.staff_role r
    WHERE r.practice_id = (SELECT guard.app_practice()) AND r.person_id = (SELECT guard.app_person()) AND r.ended_at IS NULL
      AND (SELECT guard.app_owes()) IS NULL);
END $$;

DROP FUNCTION guard.enter(text, timestamptz, uuid, uuid);
DROP FUNCTION guard.app_actor();
CREATE FUNCTION guard.app_actor()
RETURNS TABLE (session_id uuid, user_id uuid, practice_id uuid, practice_name text, time_zone text, person_id uuid,
  display_name text, locale text, roles text[], clinician_couples uuid[], partner_couples uuid[], licensed boolean,
  strong boolean, two_factor boolean, unlocked_at timestamptz, owes text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT s.id, s.user_id, p.practice_id, pr.name, coalesce(pp.time_zone, pr.time_zone), p.id, p.display_name, pp.locale,
      guard.app_roles(), guard.app_clinician_couples(), guard.app_partner_couples(),
      EXISTS (SELECT 1 FROM public.licence l WHERE l.practice_id = p.practice_id AND l.person_id = p.id
        AND l.status = 'VERIFIED' AND l.expires_on >= ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date),
      guard.app_strong(), s.two_factor_at IS NOT NULL, s.unlocked_at, guard.app_owes()
    FROM identity.session s
    LEFT JOIN public.person p ON p.practice_id = (SELECT guard.app_practice()) AND p.id = (SELECT guard.app_person())
    LEFT JOIN public.practice pr ON pr.id = p.practice_id
    LEFT JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    WHERE s.id = (SELECT guard.app_session());
END $$;

CREATE FUNCTION guard.enter(secret text, at timestamptz, practice uuid, couple uuid)
RETURNS TABLE (session_id uuid, user_id uuid, practice_id uuid, practice_name text, time_zone text, person_id uuid,
  display_name text, locale text, roles text[], clinician_couples uuid[], partner_couples uuid[], licensed boolean,
  strong boolean, two_factor boolean, unlocked_at timestamptz, owes text)
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
BEGIN
  PERFORM set_config('app.session', coalesce(secret, ''), true), set_config('app.now', at::text, true),
    set_config('app.practice_id', coalesce(practice::text, ''), true), set_config('app.couple_id', coalesce(couple::text, ''), true);
  IF practice IS NULL AND couple IS NOT NULL THEN
    PERFORM set_config('app.practice_id', coalesce(guard.app_couple_practice()::text, ''), true);
  END IF;
  RETURN QUERY SELECT * FROM guard.app_actor();
END $$;

REVOKE ALL ON FUNCTION guard.app_strong(), guard.app_owes(), guard.app_actor(), guard.enter(text, timestamptz, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_strong(), guard.app_owes(), guard.app_actor(), guard.enter(text, timestamptz, uuid, uuid) TO reconnect_app;

-- ── A mailbox alone never opens private or therapist-only content ───────────────────────────────────────────

DROP POLICY app_read ON entry;
CREATE POLICY app_read ON entry FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_couples())::uuid[])
    AND ((author_id = (SELECT guard.app_person()) AND (visibility = 'SHARED' OR (SELECT guard.app_strong())))
      OR (visibility IN ('THERAPIST', 'SHARED') AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))
      OR (visibility = 'SHARED' AND shared_at IS NOT NULL)));
DROP POLICY app_read ON reply;
CREATE POLICY app_read ON reply FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR EXISTS (SELECT 1 FROM check_in c WHERE c.practice_id = reply.practice_id AND c.id = reply.check_in_id
      AND ((c.author_id = (SELECT guard.app_person()) AND (SELECT guard.app_strong()))
        OR (reply.audience = 'SAME_READERS' AND c.shared_at IS NOT NULL)))));
DROP POLICY app_read ON pulse;
CREATE POLICY app_read ON pulse FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((person_id = (SELECT guard.app_person()) AND (SELECT guard.app_strong())
      AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));

GRANT SELECT (requires_two_factor) ON practice TO reconnect_system;
