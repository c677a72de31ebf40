-- The last link that a check has seen, so that the next one notices when the end of the chain was cut or replaced.
ALTER TABLE "audit_check" ADD COLUMN "head" BYTEA;
