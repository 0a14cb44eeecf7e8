/** A condition MiniCRM will not run under. The message is shown to the user as it stands: what is wrong, and what to do. */
export class Refusal extends Error {
	override name = 'Refusal';
}

/** The code of a system or PostgreSQL error ('ENOENT', '28P01'), if it has one. */
export function errorCode(error: unknown): string | undefined {
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === 'string' ? code : undefined;
}
