import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runSteps } from './run-steps.ts';
import type { Step } from './steps.ts';

const stopping = () => ({ signal: new AbortController().signal });

let said: string[];

beforeEach(() => {
	said = [];
	vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
	vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line));
});

afterEach(() => {
	vi.restoreAllMocks();
});

/** A step that waits until it is let through, and what it noted of its run. */
function gatedStep(name: string, after: Step[], log: string[]) {
	const gate = Promise.withResolvers<number>();
	const step: Step = {
		name,
		after,
		run: async (signal) => {
			log.push(`${name} begins`);
			const end = () => {
				log.push(`${name} is ended`);
				gate.reject(signal.reason);
			};
			signal.addEventListener('abort', end);
			const code = await gate.promise;
			signal.removeEventListener('abort', end);
			log.push(`${name} is done`);
			return { code, output: `${name} said this\n3 passed` };
		},
		notable: /passed$/,
	};
	return { step, finish: gate.resolve };
}

describe('steps', () => {
	test('run side by side, each once those before it are done; the time of each stands at the end', async () => {
		const log: string[] = [];
		const lint = gatedStep('Lint', [], log);
		const types = gatedStep('Types', [lint.step], log);
		const tests = gatedStep('Tests', [], log);
		const last = gatedStep('Last', [types.step, tests.step], log);
		const run = runSteps([lint.step, types.step, tests.step, last.step], stopping());
		await vi.waitFor(() => expect(log).toEqual(['Lint begins', 'Tests begins']));
		lint.finish(0);
		await vi.waitFor(() => expect(log.at(-1)).toBe('Types begins'));
		types.finish(0);
		await vi.waitFor(() => expect(log.at(-1)).toBe('Types is done'));
		tests.finish(0);
		await vi.waitFor(() => expect(log.at(-1)).toBe('Last begins'));
		last.finish(0);
		expect(await run).toBe(0);
		expect(said).toContain('  3 passed');
		expect(said.join('\n')).not.toContain('said this');
		expect(said.at(-1)).toMatch(
			/^\nLint +[\d.]+ s\nTypes +[\d.]+ s\nTests +[\d.]+ s\nLast +[\d.]+ s\nTogether +[\d.]+ s$/,
		);
	});

	test('a failure ends the others, leaves out what comes after, and shows its output last', async () => {
		const log: string[] = [];
		const failing = gatedStep('Lint', [], log);
		const other = gatedStep('Tests', [], log);
		const later = gatedStep('Build', [failing.step], log);
		const run = runSteps([failing.step, other.step, later.step], stopping());
		failing.finish(2);
		expect(await run).toBe(1);
		expect(log).toEqual(['Lint begins', 'Tests begins', 'Lint is done', 'Tests is ended']);
		expect(said.at(-1)).toMatch(/^Lint said this\n3 passed\n\n✗ Lint failed after [\d.]+ s; see above\.$/);
	});

	test('a stop by the user ends them all, and is no failure of theirs', async () => {
		const log: string[] = [];
		const step = gatedStep('Tests', [], log);
		const controller = new AbortController();
		const run = runSteps([step.step], controller);
		await vi.waitFor(() => expect(log).toEqual(['Tests begins']));
		controller.abort(new Error('stopped'));
		await expect(run).rejects.toThrow('stopped');
		expect(log).toEqual(['Tests begins', 'Tests is ended']);
		expect(said).toEqual([]);
	});
});
