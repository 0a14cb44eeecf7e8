import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		/** The moment at which the tests of a project begin; the real one where there is none. */
		moment: string | undefined;
	}
}

/** The class of dates that the process began with: the files of one process are each set to the moment anew. */
const kept = globalThis as { minicrmRealDate?: DateConstructor };
kept.minicrmRealDate ??= Date;
const RealDate = kept.minicrmRealDate;

/** By how many milliseconds the clocks of these tests, and of their database, are ahead of the machine's. */
export const clockShift = shiftTo(inject('moment'));

if (clockShift !== 0) globalThis.Date = shiftedBy(clockShift);

function shiftTo(moment: string | undefined): number {
	return moment === undefined ? 0 : RealDate.parse(moment) - RealDate.now();
}

/** The class of dates whose clock is ahead. It goes on, unlike that of fake timers: tests wait for moments to pass. */
function shiftedBy(milliseconds: number): DateConstructor {
	const now = () => RealDate.now() + milliseconds;
	const Shifted: DateConstructor = new Proxy(RealDate, {
		construct: (_, args, target) =>
			Reflect.construct(RealDate, args.length === 0 ? [now()] : args, target === Shifted ? RealDate : target),
		apply: () => new RealDate(now()).toString(),
		get: (_, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
	});
	return Shifted;
}
