import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		/** The moment at which the tests of a project begin; the real one where there is none. */
		moment: string | undefined;
	}
}

/** By how many milliseconds the clocks of these tests, and of their database, are ahead of the machine's. */
export const clockShift = shiftTo(inject('moment'));

if (clockShift !== 0) globalThis.Date = shiftedBy(clockShift, Date);

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
