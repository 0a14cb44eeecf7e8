import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		/** The moment at which the tests of a project begin; the real one where there is none. */
		moment: string | undefined;
	}
}

/** The clock of a process, which is set once: going back from one file to the next, it would upset the order of ids. */
const kept = globalThis as { minicrmClockShift?: number };

if (kept.minicrmClockShift === undefined) {
	kept.minicrmClockShift = shiftTo(inject('moment'));
	if (kept.minicrmClockShift !== 0) globalThis.Date = shiftedBy(kept.minicrmClockShift, Date);
}

/** By how many milliseconds the clocks of these tests, and of their database, are ahead of the machine's. */
export const clockShift = kept.minicrmClockShift;

function shiftTo(moment: string | undefined): number {
	return moment === undefined ? 0 : Date.parse(moment) - Date.now();
}

/** The class of dates whose clock is ahead. It goes on, unlike that of fake timers: tests wait for moments to pass. */
function shiftedBy(milliseconds: number, Real: DateConstructor): DateConstructor {
	const now = () => Real.now() + milliseconds;
	const Shifted: DateConstructor = new Proxy(Real, {
		construct: (_, args, target) =>
			Reflect.construct(Real, args.length === 0 ? [now()] : args, target === Shifted ? Real : target),
		apply: () => new Real(now()).toString(),
		get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
	});
	return Shifted;
}
