import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { DatabaseError } from "pg";
import { PlainError } from "./steps.mjs";

const noFilter = { externalTables: [], externalEnums: [] };
let loaded: Promise<void> | undefined;

/** Instantiates the WebAssembly by hand: importing .wasm files is still experimental in Node. */
async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** Comparing two schemas touches no table, but the engine asks which server it speaks to: this answers for one. */
function paperServer(): SqlMigrationAwareDriverAdapterFactory {
  const refuse = (): never => {
    throw new Error("Comparing schemas needs no database.");
  };
  const connection: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "paper",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18.4", 180004]],
    }),
    executeRaw: async () => refuse(),
    executeScript: async () => refuse(),
    startTransaction: async () => refuse(),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => undefined,
  };
  const connect = async (): Promise<SqlDriverAdapter> => connection;
  return { provider: "postgres", adapterName: "paper", connect, connectToShadowDb: connect };
}

/** The engine's errors end in a trace of its own source; the first lines say what Postgres refused. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PlainError) {
    return error;
  }
  const migration = /migration_name="([^"]+)"/.exec(error.message)?.[1];
  const reason = error.message.split("\n   0:")[0]?.trim();
  return new PlainError(migration ? `Migration ${migration} failed. ${reason}` : (reason ?? error.message), {
    cause: error,
  });
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) {
    return error;
  }
  const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** A live server. The adapter would cut scripts at each semicolon, and so through functions: here they go as a whole. */
function liveServer(connectionString: string): SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> } {
  const factory = new PrismaPg({ connectionString });
  const open: SqlDriverAdapter[] = [];
  const connect = async (): Promise<SqlDriverAdapter> => {
    const connection = await factory.connect();
    open.push(connection);
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        throw asAdapterError(error);
      }
    };
    return connection;
  };
  const close = async (): Promise<void> => {
    await Promise.all(open.map((connection) => connection.dispose()));
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect, close };
}

async function openEngine(
  server: SqlMigrationAwareDriverAdapterFactory,
  datamodel: SchemasContainer,
): Promise<engineModule.SchemaEngine> {
  loaded ??= load();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(server);
  const datamodels = datamodel.files.map((file): [string, string] => [file.path, file.content]);
  return await engineModule.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

/** SQL that leads from one Prisma schema to another; an empty `from` gives the whole schema. Needs no database. */
export async function diffSchemas(from: SchemasContainer, to: SchemasContainer): Promise<string> {
  const engine = await openEngine(paperServer(), to);
  try {
    const result = await engine.diff({
      from: from.files.length > 0 ? { tag: "schemaDatamodel", ...from } : { tag: "empty" },
      to: { tag: "schemaDatamodel", ...to },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    return result.stdout ?? "";
  } finally {
    engine.free();
  }
}

/** Applies the migrations that the database lacks, in order, and gives their names. Throws on a failed or edited one. */
export async function applyMigrations(
  url: string,
  datamodel: SchemasContainer,
  migrationsList: MigrationList,
): Promise<string[]> {
  const server = liveServer(url);
  try {
    const engine = await openEngine(server, datamodel);
    const state = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilter,
    });
    if (state.editedMigrationNames.length > 0) {
      const names = state.editedMigrationNames.join(", ");
      throw new PlainError(
        `These migrations were edited after they were applied: ${names}. Restore them and write a new one, or start over with: npm start -- --reset`,
      );
    }
    return (await engine.applyMigrations({ migrationsList, filters: noFilter })).appliedMigrationNames;
  } catch (error) {
    throw readable(error);
  } finally {
    await server.close();
  }
}
