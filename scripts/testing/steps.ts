import path from 'node:path';
import { findChromium } from '../browser.ts';
import { buildIfStale } from '../launcher/build.ts';
import { type RunResult, runToEnd } from '../launcher/child.ts';
import { CHECKOUT } from '../launcher/config.ts';
import { longTests } from './long-tests.ts';
import type { Selection, TestKind } from './test-files.ts';

/** One part of the checks. */
export interface Step {
	name: string;
	run(signal: AbortSignal): Promise<RunResult>;
	/** Steps that must be done before this one begins, where they are run at all. */
	after?: Step[];
	/** Lines of the output that are worth showing even when all is well. */
	notable?: RegExp;
}

const testCount = /^\s+Tests\s|^Measured: /;

const SUCCESS: RunResult = { code: 0, output: '' };

export const lint = tool('Lint and format', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');

export const types: Step = {
	name: 'Types',
	after: [lint],
	run: async (signal) => {
		// The types of the routes are made from the folders of src/app.
		const generated = await runTool(signal, 'node_modules/next/dist/bin/next', 'typegen');
		return generated.code === 0 ? runTool(signal, 'node_modules/typescript/bin/tsc', '--noEmit') : generated;
	},
};

/** After the types, as both write to the folder .next. */
export const build: Step = {
	name: 'Build',
	after: [types],
	run: async (signal) => {
		await buildIfStale({ say: () => {}, signal });
		return SUCCESS;
	},
};

export const unitAndDatabase = vitest('Unit and database tests', ['unit', 'database']);

/** The same without what takes long: the longest files, and the runs at other moments. */
export const quickTests: Step = {
	...tool(
		'Unit and quick database tests',
		'node_modules/vitest/vitest.mjs',
		...['run', '--project', 'unit', '--project', 'database'],
		...longTests.flatMap((file) => ['--exclude', file]),
	),
	notable: testCount,
};

/** One file at a time, beside all else: they wait for servers more than they work, and would be the last to end. */
export const launcher: Step = { ...vitest('Launcher tests', ['launcher']), after: [build] };

export const browser: Step = browserTests([], [build, unitAndDatabase]);

/** The steps that run the chosen tests alone. */
export function stepsFor(selection: Selection): Step[] {
	const files = (...kinds: TestKind[]) => kinds.flatMap((kind) => selection.get(kind) ?? []);
	const has = (kind: TestKind) => selection.has(kind);
	const steps: Step[] = [];
	if (has('launcher') || has('browser')) steps.push({ ...build, after: [] });
	for (const [kind, name] of [
		['unit', 'Unit tests'],
		['database', 'Database tests'],
		['launcher', 'Launcher tests'],
	] as const)
		if (has(kind)) steps.push({ ...vitest(name, [kind], files(kind)), after: [...steps] });
	if (has('browser')) steps.push(browserTests(files('browser'), [...steps]));
	return steps;
}

function browserTests(files: string[], after: Step[]): Step {
	return {
		name: 'Browser tests',
		after,
		run: async (signal) => {
			const chromePath = await findChromium({ say: (line) => console.log(`  ${line}`), signal });
			return runNode(signal, ['node_modules/@playwright/test/cli.js', 'test', ...files], { CHROME_PATH: chromePath });
		},
		// with the names of those that passed at the second try only
		notable: /^\s+(\d+ (passed|skipped|flaky)|\[\w+\] › )/,
	};
}

function vitest(name: string, projects: string[], files: string[] = []): Step {
	// with those at other moments, which vitest.config.ts names after theirs
	const args = projects.flatMap((project) => ['--project', `${project}*`]);
	const step = tool(name, 'node_modules/vitest/vitest.mjs', 'run', ...args, ...files);
	return { ...step, notable: testCount };
}

function tool(name: string, script: string, ...args: string[]): Step {
	return { name, run: (signal) => runTool(signal, script, ...args) };
}

function runTool(signal: AbortSignal, ...args: string[]): Promise<RunResult> {
	return runNode(signal, args, {});
}

function runNode(
	signal: AbortSignal,
	args: string[],
	extra: NodeJS.ProcessEnv | Record<string, string>,
): Promise<RunResult> {
	return runToEnd(process.execPath, args, {
		cwd: CHECKOUT,
		env: { ...neutralEnvironment(process.env), ...extra },
		signal,
	});
}

const SETTINGS =
	/^(PG.*|PORT|HOST|APP_.*|DATABASE_.*|AUTH_SECRET.*|MINICRM_.*|SIGN_UP.*|BACKUP_.*|LOG_.*|TRUSTED_PROXIES|NODE_ENV|FORCE_COLOR)$/;

/** An environment without the settings of a user's own MiniCRM, its database above all, which are not for tests. */
export function neutralEnvironment(env: Record<string, string | undefined>): NodeJS.ProcessEnv {
	const kept = Object.entries(env).filter(([name]) => !SETTINGS.test(name));
	return {
		...Object.fromEntries(kept),
		NEXT_TELEMETRY_DISABLED: '1',
		NO_COLOR: '1',
		// the many processes of a run need not compile the same libraries again
		NODE_COMPILE_CACHE: path.join(CHECKOUT, 'node_modules/.cache/compiled'),
	} as unknown as NodeJS.ProcessEnv;
}
