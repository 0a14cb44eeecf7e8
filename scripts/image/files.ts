/** The files and folders of the checkout that a container has. The app's own modules are in its build. */
export const FILES = [
	'package.json',
	'.next/standalone',
	'prisma/schema.prisma',
	'prisma/migrations',
	'scripts',
	'src/lib/db/database-fault.ts',
	'src/lib/db/db-connection.ts',
	'src/lib/errors/describe-error.ts',
	'src/lib/files/disk-space.ts',
	'src/lib/errors/log.ts',
	'src/lib/auth/verification-key.ts',
];
