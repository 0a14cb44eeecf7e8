import 'server-only';
import { APIError, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { isAPIError } from 'better-auth/api';
import { db, longTransaction } from '@/lib/db/db';
import { env } from '@/lib/env';
import { reportError } from '@/lib/errors/errors';
import { busyMessage, busySeconds, isBusy } from '@/lib/operations/busy';
import { log, requests } from '@/lib/operations/log';
import { verificationKey } from '@/lib/operations/verification-key';
import { requiredLine } from '@/lib/text/text';
import { afterEveryRequest, afterPasswordReset, beforeEveryRequest } from './auth-hooks';
import { hashPassword, passwordLength, verifyPassword } from './password';
import { cookiePrefix, sessionSeconds } from './proxied';
import { withQuickSessions } from './session-adapter';
import { claimSeat } from './sign-up';

/** How often a session's last use is updated, in seconds. */
const sessionUseSeconds = 10 * 60;

/** Better Auth as this installation runs it. There is no mail server to send a reset link: `npm run reset-password` prints one. */
function createAuth() {
	const { AUTH_SECRET, APP_URL, APP_ORIGINS } = env();
	const isSecure = APP_URL.startsWith('https:');
	return betterAuth({
		appName: 'MiniCRM',
		secret: AUTH_SECRET,
		baseURL: APP_URL,
		trustedOrigins: [APP_URL, ...APP_ORIGINS],
		telemetry: { enabled: false },
		// only made on the machine itself
		disabledPaths: ['/request-password-reset'],
		// its messages may repeat the client's input after a colon
		logger: { level: 'error', log: (_level, message) => log.warn({ where: 'auth' }, message.split(':')[0]) },
		onAPIError: {
			// a refusal is no error of the server, and its message may name a person
			onError: (error) => {
				if (!isAPIError(error) && !isBusy(error)) reportError(error, 'auth');
			},
		},
		// a killed server must not leave an account that nobody can sign in to
		database: withQuickSessions(prismaAdapter(db, { provider: 'postgresql', transaction: true })),
		advanced: {
			// set here, because Better Auth only knows the prefix __Secure-
			cookiePrefix: cookiePrefix(isSecure),
			useSecureCookies: false,
			defaultCookieAttributes: { secure: isSecure },
			// the session and its account by one query, as every request asks for them
			database: { generateId: 'uuid', joins: true },
			// the launcher removes what a client sends itself; see scripts/launcher/app-preload.mjs
			ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
		},
		session: { expiresIn: sessionSeconds, updateAge: sessionUseSeconds },
		verification: { storeIdentifier: { hash: async (identifier) => verificationKey(identifier) } },
		emailAndPassword: {
			enabled: true,
			minPasswordLength: passwordLength.min,
			// Better Auth counts UTF-16 units; our own check counts characters and is the one that refuses
			maxPasswordLength: passwordLength.max * 2,
			password: { hash: hashPassword, verify: verifyPassword },
			revokeSessionsOnPasswordReset: true,
			onPasswordReset: afterPasswordReset,
		},
		rateLimit: {
			enabled: process.env.NODE_ENV === 'production',
			storage: 'database',
			modelName: 'rateLimit',
			customRules: {
				'/sign-in/email': { window: 60, max: 10 },
				'/sign-up/email': { window: 60, max: 10 },
				'/reset-password': { window: 60, max: 10 },
				'/change-password': { window: 60, max: 10 },
				'/delete-user': { window: 60, max: 10 },
			},
		},
		user: {
			additionalFields: {
				seat: { type: 'number', required: false, input: false, returned: false },
				demo: { type: 'boolean', required: false, input: false, returned: false },
			},
			// Better Auth would delete row by row, and a crash could leave an account without its password
			deleteUser: { enabled: true, beforeDelete: ({ id }) => eraseAccount(id) },
		},
		hooks: { before: beforeEveryRequest, after: afterEveryRequest },
		databaseHooks: {
			user: {
				create: {
					before: async (user) => {
						const name = requiredLine('Name', 100).safeParse(user.name);
						if (!name.success) throw new APIError('BAD_REQUEST', { message: name.error.issues[0]?.message });
						return { data: { ...user, name: name.data, ...(await claimSeat()) } };
					},
				},
			},
		},
	});
}

/** Deletes an account with everything it owns, which may take a while; the database's cascades reach every table. */
async function eraseAccount(id: string): Promise<void> {
	await longTransaction(
		(tx) => tx.$executeRaw`
			WITH link AS (DELETE FROM verification WHERE value = ${id}) DELETE FROM "user" WHERE id = ${id}::uuid`,
	);
}

let created: ReturnType<typeof createAuth> | undefined;

/** The one instance of the process; made on first use, because a build has no settings. */
export function auth() {
	created ??= createAuth();
	return created;
}

const busyAnswer = () =>
	Response.json(
		{ code: 'BUSY', message: busyMessage },
		{ status: 503, headers: { 'Retry-After': String(busySeconds) } },
	);

const logged = /\/(sign-in|sign-up|sign-out|reset-password|change-password|delete-user|revoke-\w+)(\/email)?$/;

/**
 * Logs the outcome of a sign-in and of other requests that change access: with the account's id or, if there is none, with the
 * client's address, which lets an operator block it.
 */
async function logAuth(request: Request, answer: Promise<Response>): Promise<Response> {
	const answered = await answer;
	const response = answered.status >= 500 && requests.getStore()?.isBusy ? busyAnswer() : answered;
	const event = logged.exec(new URL(request.url).pathname)?.[1];
	if (!event) return response;
	const { user, code } = await response
		.clone()
		.json()
		.catch(() => ({}));
	if (response.ok) log.info({ event, userId: user?.id });
	else log.warn({ event, refused: code ?? response.status, ip: request.headers.get('x-forwarded-for') ?? undefined });
	return response;
}

let lastSignUp: Promise<unknown> = Promise.resolve();

/** The most bytes that a request of ours has. */
const maxBodyBytes = 10_000;

/** The request with its body read completely; null if that is too long. */
async function withBody(request: Request): Promise<Request | null> {
	if (!request.body) return request;
	if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return null;
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of request.body as AsyncIterable<Uint8Array>) {
		bytes += piece.length;
		if (bytes > maxBodyBytes) return null;
		pieces.push(piece);
	}
	return new Request(request.url, { method: request.method, headers: request.headers, body: Buffer.concat(pieces) });
}

/**
 * Answers a request to Better Auth. Sign-ups are handled one at a time, because each hashes a password while it holds a
 * database connection. Of many simultaneous ones, all but the first are then refused quickly.
 */
export async function handleAuthRequest(sent: Request): Promise<Response> {
	const request = await withBody(sent);
	if (!request) return Response.json({ message: 'This request is too long.' }, { status: 413 });
	const answers = () => logAuth(request, auth().handler(request));
	if (!new URL(request.url).pathname.endsWith('/sign-up/email')) return answers();
	const answer = lastSignUp.then(answers);
	lastSignUp = answer.catch(() => {});
	return answer;
}
