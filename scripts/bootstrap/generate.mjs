import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './child.mjs';
import { hashOf, inCheckout, readInCheckout, refuse } from './paths.mjs';

const CLIENT = ['src', 'generated', 'prisma', 'client.ts'];
const STAMP = ['src', 'generated', '.stamp'];

/** True when the Prisma client was made from the present schema by the present Prisma. */
export function isGenerated() {
	return fs.existsSync(inCheckout(...CLIENT)) && readInCheckout(...STAMP) === fingerprint();
}

/** @param {string} node the Node to run Prisma with */
export async function generate(node) {
	console.log('Generating the database client …');
	fs.rmSync(inCheckout(...STAMP), { force: true });
	const made = fingerprint();
	const { code, output } = await runQuietly(node, [inCheckout('node_modules/prisma/build/index.js'), 'generate'], {
		...process.env,
		// Any existing program keeps Prisma from downloading one, and generating does not run it.
		PRISMA_SCHEMA_ENGINE_BINARY: node,
		CHECKPOINT_DISABLE: '1',
		PRISMA_HIDE_UPDATE_MESSAGE: '1',
	});
	if (code !== 0) refuse(`${output.trim()}\n\nThe database client cannot be generated: correct prisma/schema.prisma.`);
	fs.mkdirSync(path.dirname(inCheckout(...STAMP)), { recursive: true });
	fs.writeFileSync(inCheckout(...STAMP), made);
}

function fingerprint() {
	return hashOf(
		readInCheckout('prisma/schema.prisma'),
		readInCheckout('prisma.config.ts'),
		readInCheckout('node_modules/prisma/package.json'),
	);
}
