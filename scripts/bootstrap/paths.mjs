import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts a path in the checkout */
export function inCheckout(...parts) {
	return path.join(CHECKOUT, ...parts);
}

/**
 * The text of a file in the checkout, or '' where there is none.
 * @param {...string} parts
 */
export function readInCheckout(...parts) {
	try {
		return fs.readFileSync(inCheckout(...parts), 'utf8');
	} catch {
		return '';
	}
}

/** @param {...string} texts */
export function hashOf(...texts) {
	return createHash('sha256').update(texts.join('\0')).digest('hex');
}

/**
 * Ends the program with one sentence.
 * @param {string} message
 * @returns {never}
 */
export function refuse(message) {
	console.error(message);
	process.exit(1);
}
