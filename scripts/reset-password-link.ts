import { createAuth } from '@/lib/auth';
import { db } from '@/lib/db';
import { env } from '@/lib/env';

// Run by scripts/reset-password.ts with the app's environment: prints a link to choose a new password.

const email = (process.argv[2] ?? '').trim().toLowerCase();
const user = await db.user.findUnique({ where: { email }, select: { id: true } });
if (user) {
	const auth = createAuth(async ({ token }) => {
		console.log(
			`Open this link within ten minutes, while MiniCRM runs:\n${env().APP_URL}/reset-password?token=${token}`,
		);
	});
	await auth.api.requestPasswordReset({ body: { email } });
} else {
	console.error(`There is no account with the email address ${email}.`);
	process.exitCode = 1;
}
await db.$disconnect();
