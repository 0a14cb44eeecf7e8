import 'server-only';
import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const schema = z.object({
	AUTH_SECRET: z.string().min(32, 'AUTH_SECRET needs at least 32 characters; `openssl rand -hex 32` makes one.'),
	APP_URL: origin.default('http://localhost:3000'),
	/** Every origin that a write may come from; APP_URL is always one of them. */
	APP_ORIGINS: z
		.string()
		.default('')
		.transform((list) => list.split(',').filter(Boolean)),
	SIGN_UP: z.enum(['first-user', 'open', 'closed']).default('first-user'),
	/** The code that the first sign-up requires if the server can be reached from other devices. */
	SIGN_UP_CODE: z.string().optional(),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings of this installation. Throws one sentence per wrong variable; read lazily, because a build has none. */
export function env(): Env {
	if (!parsed) {
		const result = schema.safeParse(process.env);
		if (!result.success) throw new Error(z.prettifyError(result.error));
		parsed = result.data;
	}
	return parsed;
}
