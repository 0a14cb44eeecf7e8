/** The files and folders of the checkout that a container has. The app's own modules are in its build. */
export const FILES = [
	'package.json',
	'.next/standalone',
	'prisma/functions',
	'prisma/migrations',
	'scripts',
	'src/lib/operations',
];

/** What the scripts of a container import. The app's own modules are in its build. */
export const MODULES = ['pg', 'pg-copy-streams', 'pino'];
