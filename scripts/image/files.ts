/** The files and folders of the checkout that a container has. The app's own modules are in its build. */
export const FILES = [
	'package.json',
	'.next/standalone',
	'prisma/schema.prisma',
	'prisma/migrations',
	'scripts',
	'src/lib/database-fault.ts',
	'src/lib/db-connection.ts',
	'src/lib/describe-error.ts',
	'src/lib/disk-space.ts',
	'src/lib/log.ts',
	'src/lib/verification-key.ts',
];
