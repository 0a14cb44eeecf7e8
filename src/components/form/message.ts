import { createElement, Fragment, type ReactNode } from 'react';

const kept = (name: string) => createElement('span', { translate: 'no' }, name);

/**
 * What a message says, as a tagged template: the texts put into it are the user's own names, which no browser translates.
 * Anything else that is put in, such as an element, stays as it is.
 */
export function message(fixed: TemplateStringsArray, ...values: ReactNode[]): ReactNode {
	const shown = values.map((value) => (typeof value === 'string' ? kept(value) : value));
	return createElement(Fragment, null, ...fixed.flatMap((part, index) => [part, shown[index]]));
}

/** A server's message with the names in it, which stand in quotes, kept from a browser's translation. */
export function withNames(message: string): ReactNode {
	const parts = message.split(/(?<=“)([^“”]+)(?=”)/);
	const shown = parts.map((part, index) => (index % 2 === 1 ? kept(part) : part));
	return createElement(Fragment, null, ...shown);
}
