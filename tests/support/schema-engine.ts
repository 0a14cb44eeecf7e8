import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Migration } from '../../scripts/launcher/migration-files.ts';
import { withCatalogTypes } from './schema-types.ts';

/** The schema filter of every call: nothing is left out. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let opened = 0;

/** Asks Prisma's schema engine about a database: the engine behind `prisma migrate`, in its WebAssembly build. */
export async function withSchemaEngine<Result>(
	{ databaseUrl, schema }: { databaseUrl: string; schema: string },
	ask: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
	const binding = await loadBinding();
	const factory = new ReadablePg({ connectionString: databaseUrl });
	const engine = await binding.SchemaEngine.new(
		{ datamodels: [['schema.prisma', schema]] },
		() => {},
		bindMigrationAwareSqlAdapterFactory(factory),
	);
	try {
		return await ask(engine);
	} finally {
		engine.free();
		await factory.close();
	}
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
	// the glue code keeps the state of its engine in module variables, so each engine needs its own copy
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

/** The stock adapter, with PostgreSQL's catalogs readable, and closed with the engine. */
class ReadablePg extends PrismaPg {
	readonly #open: Awaited<ReturnType<PrismaPg['connect']>>[] = [];

	override async connect() {
		const adapter = await super.connect();
		this.#open.push(adapter);
		return withCatalogTypes(adapter);
	}

	async close(): Promise<void> {
		await Promise.all(this.#open.splice(0).map((adapter) => adapter.dispose()));
	}
}
