import { type CxOptions, cx } from 'class-variance-authority';

/** What a class sets, by the part of its name before the value: `px` for `px-3.5`. */
const properties = new Set(
	`inset inset-x inset-y top right bottom left z order col-span col-start row-span row-start m mx my mt mr mb ml p px py pt pr pb pl
	size w h min-w max-w min-h max-h flex basis grow shrink grid-cols auto-cols auto-rows grid-flow gap gap-x gap-y space-y
	items justify justify-self self place-content overflow overflow-x overflow-y overscroll rounded rounded-t rounded-r rounded-b rounded-l border outline outline-offset
	bg text font leading tracking underline-offset whitespace line-clamp fill stroke opacity shadow ring translate-x translate-y
	rotate transition duration ease animate cursor select scroll-mt accent caption align divide-y`.split(/\s+/),
);

/** The classes that set something else than their first part says, or have none. */
const words = new Map(
	Object.entries({
		display: 'block inline inline-block flex inline-flex grid contents hidden table table-row',
		position: 'static relative absolute fixed sticky',
		visibility: 'visible invisible',
		'flex-direction': 'flex-row flex-row-reverse flex-col flex-col-reverse',
		'flex-wrap': 'flex-wrap flex-nowrap',
		'font-size': 'text-xs text-sm text-base text-lg text-xl text-2xl',
		'font-family': 'font-sans font-mono',
		'text-align': 'text-left text-center text-right',
		'overflow-wrap': 'wrap-anywhere wrap-break-word',
		'text-wrap': 'text-pretty text-balance text-wrap text-nowrap',
		'text-overflow': 'truncate text-ellipsis',
		'text-transform': 'uppercase lowercase capitalize normal-case',
		'text-decoration': 'underline line-through no-underline',
		'border-width': 'border border-0 border-2',
		'border-style': 'border-dashed border-solid',
		'border-t': 'border-t border-t-0 border-t-2',
		'border-r': 'border-r border-r-0 border-r-2',
		'border-b': 'border-b border-b-0 border-b-2',
		'border-l': 'border-l border-l-0 border-l-2',
		'outline-width': 'outline outline-2',
		'outline-style': 'outline-none',
		'ring-width': 'ring-2',
		'decoration-style': 'decoration-dotted decoration-solid',
		'decoration-width': 'decoration-2',
		'transition-behavior': 'transition-discrete transition-normal',
		'border-collapse': 'border-collapse border-separate',
		container: '@container',
	}).flatMap(([property, classes]) => classes.split(' ').map((name) => [name, property])),
);

/** What a class sets as well. */
const wider: Record<string, string> = {
	inset: 'inset-x inset-y top right bottom left',
	'inset-x': 'left right',
	'inset-y': 'top bottom',
	m: 'mx my mt mr mb ml',
	mx: 'ml mr',
	my: 'mt mb',
	p: 'px py pt pr pb pl',
	px: 'pl pr',
	py: 'pt pb',
	size: 'w h',
	gap: 'gap-x gap-y',
	overflow: 'overflow-x overflow-y',
	flex: 'basis grow shrink',
	rounded: 'rounded-t rounded-r rounded-b rounded-l',
	'font-size': 'leading',
	'line-clamp': 'display overflow',
	'border-width': 'border-t border-r border-b border-l',
	'named-container': 'container',
};

const known = new Map<string, string>();

/**
 * Joins class names; of two Tailwind classes for one property the later wins. A test compares it with tailwind-merge, which
 * knows all of Tailwind and is larger than all of our own code for a page's frame.
 */
export function cn(...inputs: CxOptions): string {
	const joined = cx(inputs);
	let merged = known.get(joined);
	if (merged === undefined) {
		merged = merge(joined);
		if (known.size > 1_000) known.clear();
		known.set(joined, merged);
	}
	return merged;
}

function merge(joined: string): string {
	const set = new Set<string>();
	const kept = joined
		.split(/\s+/)
		.reverse()
		.filter((name) => {
			const { when, property } = parse(name);
			if (!property) return true;
			if (set.has(when + property)) return false;
			set.add(when + property);
			for (const narrower of wider[property]?.split(' ') ?? []) set.add(when + narrower);
			return true;
		});
	return kept.reverse().join(' ');
}

/** The property that a class sets, and when: on which screens, in which states, and whether above all else. */
function parse(name: string): { when: string; property: string | undefined } {
	const begins = endOfConditions(name);
	const important = name.endsWith('!') ? '!' : '';
	const value = name.slice(name[begins] === '-' ? begins + 1 : begins, name.length - important.length);
	return { when: `${name.slice(0, begins)}${important} `, property: propertyOf(value) };
}

/** Where what a class sets begins: after the last colon outside of brackets. */
function endOfConditions(name: string): number {
	let end = 0;
	let depth = 0;
	for (let at = 0; at < name.length; at++) {
		if ('[('.includes(name[at] as string)) depth++;
		else if ('])'.includes(name[at] as string)) depth--;
		else if (name[at] === ':' && depth === 0) end = at + 1;
	}
	return end;
}

function propertyOf(value: string): string | undefined {
	if (/^text-\[\d/.test(value)) return 'font-size';
	const word = words.get(value);
	if (word) return word;
	if (value.startsWith('@container/')) return 'named-container';
	if (/^font-(normal|medium|semibold|bold)$/.test(value)) return 'font-weight';
	for (let end = value.length; end > 0; end = value.lastIndexOf('-', end - 1)) {
		const start = value.slice(0, end);
		if (properties.has(start)) return start;
	}
	return undefined;
}
