import fs from 'node:fs';
import path from 'node:path';
import { findChromium } from '../browser.ts';
import { buildIfStale } from '../launcher/build.ts';
import { type RunResult, runToEnd } from '../launcher/child.ts';
import { CHECKOUT } from '../launcher/config.ts';

/** One part of the checks. */
export interface Step {
	name: string;
	run(signal: AbortSignal): Promise<RunResult>;
	/** Lines of the output that are worth showing even when all is well. */
	notable?: RegExp;
}

const SUCCESS: RunResult = { code: 0, output: '' };

export const lint = tool('Lint and format', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');

export const types: Step = {
	name: 'Types',
	run: async (signal) => {
		// The types of the routes are made from the folders of src/app.
		const generated = await runTool(signal, 'node_modules/next/dist/bin/next', 'typegen');
		return generated.code === 0 ? runTool(signal, 'node_modules/typescript/bin/tsc', '--noEmit') : generated;
	},
};

export const unitAndDatabase = vitest('Unit and database tests', 'unit', 'database');

export const launcher = vitest('Launcher tests', 'launcher');

export const build: Step = {
	name: 'Build',
	run: async (signal) => {
		await buildIfStale({ say: () => {}, signal });
		return SUCCESS;
	},
};

export const browser: Step = {
	name: 'Browser tests',
	run: async (signal) => {
		if (!fs.existsSync(path.join(CHECKOUT, 'playwright.config.ts'))) return SUCCESS;
		const chromePath = await findChromium({ say: (line) => console.log(`  ${line}`), signal });
		return runNode(signal, ['node_modules/@playwright/test/cli.js', 'test'], { CHROME_PATH: chromePath });
	},
	notable: /^\s+\d+ (passed|skipped|flaky)/,
};

function vitest(name: string, ...projects: string[]): Step {
	const args = projects.flatMap((project) => ['--project', project]);
	const step = tool(name, 'node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...args);
	return { ...step, notable: /^\s+Tests\s|^Measured: / };
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
	return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } as unknown as NodeJS.ProcessEnv;
}
