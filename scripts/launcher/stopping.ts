import { isDiskFull } from '../../src/lib/operations/disk-space.ts';
import { Refusal } from './refusal.ts';

/** What is to be undone when the program stops: the newest first, as each step may rest on the ones before. */
export class Stopping {
	readonly #controller = new AbortController();
	readonly #undo: (() => unknown)[] = [];
	#undone: Promise<void> | undefined;

	/** Aborted once the user asks to stop; pass it to whatever can take long. */
	readonly signal = this.#controller.signal;

	/** Resolves once the user asks to stop. */
	readonly asked = new Promise<undefined>((resolve) => {
		this.signal.addEventListener('abort', () => resolve(undefined));
	});

	/** Remembers how to undo a step; undoes it at once where everything else is undone already. */
	defer(undo: () => unknown): void {
		if (this.#undone) void this.#undone.then(undo);
		else this.#undo.push(undo);
	}

	/** Tells every running step to give up. */
	abort(): void {
		this.#controller.abort();
	}

	/** Undoes every step, once. */
	undo(): Promise<void> {
		this.#undone ??= (async () => {
			for (let step = this.#undo.pop(); step; step = this.#undo.pop()) {
				try {
					await step();
				} catch (error) {
					console.error(error);
				}
			}
		})();
		return this.#undone;
	}
}

/**
 * Runs a command that starts processes, and ends this process with everything it started: with code 0 when a signal (or
 * the end of the parent) asks for it, with 1 and one sentence on a refusal, with the number that the command returns.
 */
export async function runUntilStopped(command: (stopping: Stopping) => Promise<number>): Promise<never> {
	const stopping = new Stopping();
	const ask = () => stopping.abort();
	// A terminal's Ctrl-C comes twice, from the terminal and from npm: the listeners stay, so that the second is harmless.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
	process.on('disconnect', ask);
	process.on('uncaughtException', (error) => {
		console.error(error);
		void stopping.undo().then(() => process.exit(1));
	});
	// Whoever read the output may be gone before us.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	const result = command(stopping).catch((error: unknown) => {
		if (stopping.signal.aborted) return 0;
		if (error instanceof Refusal) console.error(error.message);
		else if (isDiskFull(error))
			console.error(
				`A disk is full: ${(error as Error).message}. Delete what you no longer need on it, and try again.`,
			);
		else console.error(error);
		return 1;
	});
	let code = await Promise.race([stopping.asked, result]);
	if (code === undefined) {
		console.log('Stopping …');
		// Steps that can notice the stop do so now; the others are cut off.
		await Promise.race([result, new Promise((resolve) => setTimeout(resolve, 2000))]);
		code = 0;
	}
	await stopping.undo();
	process.exit(code);
}
