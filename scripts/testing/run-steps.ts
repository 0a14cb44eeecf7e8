import type { Stopping } from '../launcher/stopping.ts';
import type { Step } from './steps.ts';

/** Runs steps one after another, a line and the time for each; at the first failure shows its output and returns 1. */
export async function runSteps(steps: Step[], stopping: Stopping): Promise<number> {
	for (const step of steps) {
		const begun = performance.now();
		const { code, output } = await step.run(stopping.signal);
		const seconds = ((performance.now() - begun) / 1000).toFixed(1);
		if (code !== 0) {
			console.error(`${output.trim()}\n\n✗ ${step.name} failed after ${seconds} s; what is wrong stands above.`);
			return 1;
		}
		console.log(`✓ ${step.name} (${seconds} s)`);
		const lines = output.split('\n').filter((line) => step.notable?.test(line));
		for (const line of lines) console.log(`  ${line.trim()}`);
	}
	return 0;
}
