import type { Stopping } from '../launcher/stopping.ts';
import type { Step } from './steps.ts';

/**
 * Runs steps side by side, each as soon as the steps that it comes after are done, and shows how long each took. At the
 * first failure it ends the others, shows the output of the failed one and returns 1.
 */
export async function runSteps(steps: Step[], stopping: Pick<Stopping, 'signal'>): Promise<number> {
	const begun = performance.now();
	const failing = new AbortController();
	const signal = AbortSignal.any([stopping.signal, failing.signal]);
	const times: [string, string][] = [];

	async function runStep(step: Step, before: Promise<void>[]): Promise<void> {
		await Promise.all(before);
		const started = performance.now();
		const { code, output } = await step.run(signal);
		const time = seconds(started);
		if (code !== 0) throw new FailedStep(`${output.trim()}\n\n✗ ${step.name} failed after ${time}; see above.`);
		times.push([step.name, time]);
		console.log(`✓ ${step.name} (${time})`);
		const lines = output.split('\n').filter((line) => step.notable?.test(line));
		for (const line of lines) console.log(`  ${line.trim()}`);
	}

	const running = new Map<Step, Promise<void>>();
	for (const step of steps) {
		const before = [...running].flatMap(([other, done]) => (step.after?.includes(other) ? [done] : []));
		running.set(step, runStep(step, before));
	}
	try {
		await Promise.all(running.values());
	} catch (error) {
		failing.abort();
		// what was started ends before the report, so that nothing is written after it
		await Promise.allSettled(running.values());
		if (!(error instanceof FailedStep)) throw error;
		console.error(error.message);
		return 1;
	}
	const width = Math.max(...times.map(([name]) => name.length));
	const table = [...times, ['Together', seconds(begun)] as const];
	console.log(['', ...table.map(([name, time]) => `${name.padEnd(width)}  ${time.padStart(8)}`)].join('\n'));
	return 0;
}

class FailedStep extends Error {}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
