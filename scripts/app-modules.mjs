import fs from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Lets a plain Node script import the app's own modules, written for a bundler: node --import ./scripts/app-modules.mjs …

const SRC = path.resolve(import.meta.dirname, '../src');
const EMPTY = 'data:text/javascript,export {}';

registerHooks({
	resolve(specifier, context, nextResolve) {
		// Only Next.js's bundler has a use for it.
		if (specifier === 'server-only') return { url: EMPTY, format: 'module', shortCircuit: true };
		const file = fileInSources(specifier, context.parentURL);
		if (!file) return nextResolve(specifier, context);
		const url = pathToFileURL(file).href;
		if (file.endsWith('.json')) return { url, format: 'json', importAttributes: { type: 'json' }, shortCircuit: true };
		return { url, shortCircuit: true };
	},
});

/**
 * The source file that an import means; undefined for a package.
 * @param {string} specifier
 * @param {string | undefined} parentURL
 */
function fileInSources(specifier, parentURL) {
	const target = targetInSources(specifier, parentURL);
	if (!target) return undefined;
	const withoutJs = target.replace(/\.js$/, '');
	const candidates = [target, `${target}.ts`, `${target}.tsx`, `${withoutJs}.ts`, path.join(target, 'index.ts')];
	return candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** @param {string} specifier @param {string | undefined} parentURL */
function targetInSources(specifier, parentURL) {
	if (specifier.startsWith('@/')) return path.join(SRC, specifier.slice(2));
	if (!specifier.startsWith('.') || !parentURL?.startsWith('file:')) return undefined;
	const parent = fileURLToPath(parentURL);
	return parent.startsWith(SRC + path.sep) ? path.resolve(path.dirname(parent), specifier) : undefined;
}
