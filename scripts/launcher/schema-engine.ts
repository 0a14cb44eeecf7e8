import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { Migration } from './migration-files.ts';

export type EngineAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

export interface EngineOptions {
	databaseUrl: string;
	/** The text of schema.prisma. */
	schema: string;
	/** Each is recorded as applied in the very transaction that applies it. */
	migrations: Migration[];
	/** Last word on every adapter, for tests. */
	adapt?: (adapter: EngineAdapter) => EngineAdapter;
}

export interface OpenEngine {
	engine: SchemaEngine;
	close(): Promise<void>;
}

let opened = 0;

/** The schema filter of every call: nothing is left out. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Opens Prisma's schema engine on a database. It is the WebAssembly build, as the command-line tool downloads a native one
 * at run time.
 */
export async function openSchemaEngine(options: EngineOptions): Promise<OpenEngine> {
	const binding = await loadBinding();
	const factory = new WholeScriptPg(options);
	const engine = await binding.SchemaEngine.new(
		{ datamodels: [['schema.prisma', options.schema]] },
		() => {},
		bindMigrationAwareSqlAdapterFactory(factory),
	);
	return {
		engine,
		close: async () => {
			engine.free();
			await factory.close();
		},
	};
}

/** The engine's view of the migrations. */
export function toMigrationList(migrations: Migration[]): MigrationList {
	return {
		baseDir: 'prisma/migrations',
		shadowDbInitScript: '',
		lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
		migrationDirectories: migrations.map(({ name, script }) => ({
			path: name,
			migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
		})),
	};
}

/** The package's own entry imports the .wasm as a module, which Node does not do: it is loaded by hand. */
async function loadBinding(): Promise<typeof import('@prisma/schema-engine-wasm')> {
	const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
	const glue = pathToFileURL(path.join(folder, 'schema_engine_bg.js'));
	// The glue code keeps the state of its engine in module variables: each engine needs a copy of its own.
	glue.search = String(++opened);
	const binding = await import(/* @vite-ignore */ glue.href);
	const wasm = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
	(globalThis as { PRISMA_WASM_PANIC_REGISTRY?: object }).PRISMA_WASM_PANIC_REGISTRY ??= {
		set_message: (message: string) => console.error(`The schema engine failed: ${message}`),
	};
	const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': binding });
	binding.__wbg_set_wasm(instance.exports);
	(instance.exports.__wbindgen_start as () => void)();
	return binding;
}

/**
 * The stock adapter splits a script at every ';', also inside strings and function bodies, and runs the pieces outside a
 * transaction. Sent whole, PostgreSQL runs it as one transaction.
 */
class WholeScriptPg extends PrismaPg {
	readonly #options: EngineOptions;
	readonly #connection: pg.PoolConfig;
	readonly #open: EngineAdapter[] = [];

	constructor(options: EngineOptions) {
		const connection = connectionFields(options.databaseUrl);
		super(connection);
		this.#options = options;
		this.#connection = connection;
	}

	override async connect(): Promise<EngineAdapter> {
		const adapter = await super.connect();
		this.#open.push(adapter);
		return this.#whole(adapter, recordApplied(this.#options.migrations));
	}

	/** As the stock one, but drops the database only after its own connections are closed. */
	override async connectToShadowDb(): Promise<EngineAdapter> {
		const main = await super.connect();
		const database = `minicrm_shadow_${crypto.randomUUID()}`;
		await main.underlyingDriver().query(`CREATE DATABASE "${database}" TEMPLATE template0`);
		const shadow = await new PrismaPg({ ...this.#connection, database }).connect();
		const closePool = shadow.dispose.bind(shadow);
		shadow.dispose = async () => {
			await closePool();
			await main.underlyingDriver().query(`DROP DATABASE "${database}"`);
			await main.dispose();
		};
		return this.#whole(shadow, (script) => script);
	}

	async close(): Promise<void> {
		await Promise.all(this.#open.splice(0).map((adapter) => adapter.dispose()));
	}

	#whole(adapter: EngineAdapter, complete: (script: string) => string): EngineAdapter {
		adapter.executeScript = async (script) => {
			try {
				await adapter.underlyingDriver().query(complete(script));
			} catch (error) {
				(adapter as unknown as { onError(error: unknown): never }).onError(error);
			}
		};
		return this.#options.adapt?.(adapter) ?? adapter;
	}
}

/** Without this, a kill between a migration and the engine's note of it would leave one that can neither be kept nor repeated. */
function recordApplied(migrations: Migration[]): (script: string) => string {
	return (script) => {
		const migration = migrations.find((known) => known.script === script);
		if (!migration) return script;
		const name = pg.escapeLiteral(migration.name);
		return `${script}\n;\nUPDATE public._prisma_migrations SET finished_at = now() WHERE migration_name = ${name} AND finished_at IS NULL AND rolled_back_at IS NULL`;
	};
}

/** Given a URL, the adapter would open the live database in place of the shadow one. */
function connectionFields(databaseUrl: string): pg.PoolConfig {
	const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: databaseUrl });
	return { host, port, user, password, database, ssl };
}
