-- The operator of the installation names no practice and nobody in one.
ALTER TABLE "identity"."recovery" ALTER COLUMN "practice_id" DROP NOT NULL,
ALTER COLUMN "given_by_id" DROP NOT NULL;
ALTER TABLE identity.recovery ADD CONSTRAINT recovery_giver CHECK ((practice_id IS NULL) = (given_by_id IS NULL));
